import type { FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";

/** How much of a fault is told: the first lines say what was expected, and what there was. */
const linesTold = 6;

/**
 * At the end, where whoever sees only the last lines finds it: what each failed test fell over, and a plain
 * line with all three numbers, also when one of them is 0.
 */
export default class Summary implements Reporter {
  private suite?: Suite;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(result: FullResult): void {
    const tests = this.suite?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() === "unexpected");
    for (const test of failed) console.log(fault(test));
    const count = (...wanted: string[]) => tests.filter((test) => wanted.includes(test.outcome())).length;
    if (result.status === "interrupted") console.log("Interrupted.");
    console.log(`${count("expected", "flaky")} passed, ${failed.length} failed, ${count("skipped")} skipped`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Which test, where in it, and the beginning of what went wrong. */
function fault(test: TestCase): string {
  const error = test.results.flatMap((result) => result.errors)[0];
  const colours = /\u001b\[[0-9;]*m/g;
  const lines = (error?.message ?? "no reason was given").replace(colours, "").split("\n").filter((line) => line.trim());
  const { file, line } = error?.location ?? test.location;
  return [`FAILED ${test.title} (${file.replace(/^.*\//, "")}:${line})`, ...lines.slice(0, linesTold)].join("\n  ");
}
