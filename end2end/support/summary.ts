import type { FullResult, Reporter, Suite } from "@playwright/test/reporter";

/** One plain last line with all three numbers, also when one of them is 0. */
export default class Summary implements Reporter {
  private suite?: Suite;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(result: FullResult): void {
    const outcomes = (this.suite?.allTests() ?? []).map((test) => test.outcome());
    const count = (...wanted: string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    if (result.status === "interrupted") console.log("Interrupted.");
    console.log(`${count("expected", "flaky")} passed, ${count("unexpected")} failed, ${count("skipped")} skipped`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
