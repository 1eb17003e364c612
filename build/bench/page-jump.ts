import type { Page } from '@playwright/test';

/** A way to another place of the timeline: the scrollbar's thumb (0 top, 1 bottom), or a key. */
export type Jump = { readonly thumb: number } | { readonly key: 'Home' | 'End' };

/** Milliseconds from a jump to the frame in which every row in sight has come. */
export function jumpInPage(page: Page, jump: Jump): Promise<number> {
  return page.evaluate(jumpAndWait, jump);
}

/** Milliseconds from now to the frame in which the first rows of a timeline stand there. */
export function firstRowsInPage(page: Page): Promise<number> {
  return page.evaluate(jumpAndWait, null);
}

/** Runs in the page. Methods only: tsx marks other functions with a helper that no page has. */
function jumpAndWait(jump: Jump | null): Promise<number> {
  const start = performance.now();
  // The other looks draw rows too, behind it.
  const timeline = '[role="grid"][aria-label="Packet timeline"]';
  const sight = {
    rows() {
      return [...document.querySelectorAll<HTMLElement>(`${timeline} [data-row]`)];
    },
    first() {
      return sight
        .rows()
        .map(({ dataset }) => Number(dataset.row))
        .sort((a, b) => a - b)[0];
    },
  };
  const before = jump === null ? undefined : sight.first();
  const grid = document.querySelector(timeline);
  if (jump !== null && grid !== null) {
    if ('thumb' in jump) grid.scrollTop = jump.thumb * (grid.scrollHeight - grid.clientHeight);
    else grid.dispatchEvent(new KeyboardEvent('keydown', { key: jump.key, bubbles: true }));
  }
  return new Promise((done, fail) => {
    const waiting = {
      look() {
        const rows = sight.rows();
        const arrived = sight.first() !== before && rows.length > 0;
        if (arrived && rows.every((row) => row.ariaBusy !== 'true'))
          done(performance.now() - start);
        else if (performance.now() - start > 10_000) fail(new Error('the rows did not come'));
        else requestAnimationFrame(waiting.look);
      },
    };
    requestAnimationFrame(waiting.look);
  });
}
