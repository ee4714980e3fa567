// Follows long work on the server: fills the bar, and shows the page anew when it is over.

const bar = document.querySelector<HTMLProgressElement>("progress[data-progress]");
// Nobody watches a page for longer; the link is still there.
const most = 3_000;

async function look(bar: HTMLProgressElement, tries: number): Promise<void> {
  try {
    const answer = await fetch(bar.dataset.progress ?? "", { cache: "no-store" });
    if (answer.ok) {
      const { working, done, of } = (await answer.json()) as { working: boolean; done: number; of: number };
      if (!working) {
        location.reload();
        return;
      }
      bar.max = Math.max(of, 1);
      bar.value = done;
    }
  } catch {
    // Without the network the bar stands still: it is asked again.
  }
  if (tries < most) setTimeout(() => void look(bar, tries + 1), 600);
}

if (bar) void look(bar, 0);
