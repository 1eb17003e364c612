import type { Page } from '@playwright/test';
import { openStory } from './support/ladder.ts';
import { expect, test } from './support/test.ts';

async function chooseChinese(page: Page) {
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByText('空闲 5.00 s').first()).toBeVisible();
}

/** The drawing of the packets, whatever the language. */
const drawingOf = (page: Page) =>
  page.getByRole('grid').filter({ has: page.locator('[data-part="arrow"]') });

/** Pairs of texts of the drawing whose boxes overlap. */
const overlaps = (page: Page) =>
  drawingOf(page)
    .locator('[role="rowgroup"] text')
    .evaluateAll((all) => {
      const boxes = all.map((one) => ({
        text: one.textContent ?? '',
        box: one.getBoundingClientRect(),
      }));
      // Half a pixel is what rounding takes.
      const meet = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
      return boxes.flatMap((a, at) =>
        boxes.slice(at + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
      );
    });

test('no text lies upon another at any zoom, in either language and in a small window', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await ladder.grid.focus();
  const line = drawingOf(page).locator('[role="row"] > rect').first();
  const lineHeight = async () => (await line.boundingBox())?.height;
  /** The height of a line after each key, in CSS pixels. */
  const zooms = [
    ['+', 48],
    ['-', 32],
    ['-', 26],
  ] as const;
  const everyZoom = async () => {
    for (const [key, height] of zooms) {
      await page.keyboard.press(key);
      await expect.poll(lineHeight).toBe(height);
      for (const [end, row] of [
        ['Home', 0],
        ['End', 30],
      ] as const) {
        await page.keyboard.press(end);
        await expect(
          drawingOf(page).locator(`[data-row="${row}"][aria-selected="true"]`),
        ).toBeInViewport();
        await expect.poll(() => overlaps(page)).toEqual([]);
      }
    }
    await page.keyboard.press('+');
  };
  await expect(drawingOf(page)).toContainText('5.00 s idle');
  await everyZoom();
  await page.setViewportSize({ width: 1024, height: 700 });
  await everyZoom();
  await chooseChinese(page);
  await drawingOf(page).focus();
  await everyZoom();
});

test('what tells of idle time has no line through it, in either language', async ({ app }) => {
  const { page } = await openStory(app);
  const idle = page.locator('[data-part="idle"]');
  const leastGap = () =>
    idle.evaluateAll((all) => {
      const gaps = all.map((one) => {
        const [line, text] = [one.querySelector('line'), one.querySelector('text')];
        if (!line || !text) throw new Error('no line or no text');
        return line.getBoundingClientRect().left - text.getBoundingClientRect().right;
      });
      return Math.min(...gaps);
    });
  await expect(page.getByText('5.00 s idle').first()).toBeVisible();
  await expect.poll(leastGap).toBeGreaterThan(2);
  await chooseChinese(page);
  await expect.poll(leastGap).toBeGreaterThan(2);
});

test('a band reaches from lane to lane, with its text in the middle', async ({ app }) => {
  const { page, ladder } = await openStory(app);
  const place = () =>
    ladder.grid.evaluate((grid) => {
      const boxOf = (element: Element | null | undefined) => {
        if (!element) throw new Error('not drawn');
        return element.getBoundingClientRect();
      };
      const arrow = boxOf(grid.querySelector('[data-part="arrow"]'));
      const band = grid.querySelector('[data-part="band"]');
      const box = boxOf(band?.querySelector('rect'));
      const texts = [...(band?.querySelectorAll('text') ?? [])];
      const [icon, text] = [boxOf(band?.querySelector('svg')), boxOf(texts.at(-1))];
      return {
        left: Math.round(box.left - arrow.left),
        right: Math.round(box.right - arrow.right),
        offCentre: Math.abs(icon.left - box.left - (box.right - text.right)) > 2,
      };
    });
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(place).toEqual({ left: 0, right: 0, offCentre: false });
  }
});

test('words about a problem end where other words end, their icon beside them', async ({ app }) => {
  const { page } = await openStory(app);
  const edges = () =>
    page.locator('[data-part="words"]').evaluateAll((all) => {
      const ends = all.map((one) => one.querySelector('text')?.getBoundingClientRect().right ?? 0);
      const gaps = all.flatMap((one) => {
        const [icon, text] = [one.querySelector('svg'), one.querySelector('text')];
        return icon && text
          ? [text.getBoundingClientRect().left - icon.getBoundingClientRect().right]
          : [];
      });
      const spread = Math.max(...ends) - Math.min(...ends);
      return {
        problems: gaps.length > 0,
        isEven: spread < 1.5,
        besides: gaps.every((gap) => gap > 2 && gap < 6),
      };
    });
  await expect.poll(edges).toEqual({ problems: true, isEven: true, besides: true });
  await chooseChinese(page);
  await expect.poll(edges).toEqual({ problems: true, isEven: true, besides: true });
});

test('in a small window the end of a topic and what a code means come before other words', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  const publish = ladder.row(/PUBLISH 103/);
  await expect(publish).toContainText('Device sends a message');
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(publish).toContainText('property/post');
  await expect(publish.locator('[data-part="words"]')).toHaveCount(0);
  await expect(ladder.row(/CONNACK/).first()).toContainText('Connection accepted');
  await expect(ladder.row(/SUBACK 102/)).toContainText('Subscription refused');
});

test('the overview has nothing upon its times, says why the connection went, and what its colours mean', async ({
  app,
}) => {
  const { page, ladder } = await openStory(app);
  await ladder.row(/PUBLISH 103/).click();
  for (let step = 0; step < 2; step += 1) await ladder.zoomOut();
  await expect(ladder.overview).toHaveAttribute('aria-valuetext', /3 sent/);
  await expect(ladder.overview.locator('[data-part="selected-time"]')).toHaveCount(1);
  const isFree = () =>
    ladder.overview.evaluate((overview) => {
      const times = [...overview.querySelectorAll('text')].filter((one) =>
        /^\d\d:/.test(one.textContent ?? ''),
      );
      const right = Math.max(...times.map((one) => one.getBoundingClientRect().right));
      const others = [...overview.querySelectorAll('line, path, rect')];
      const { top } = overview.getBoundingClientRect();
      return others.every((one) => {
        const box = one.getBoundingClientRect();
        return box.left > right && box.top > top + 4;
      });
    });
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(isFree).toBe(true);
    await expect(ladder.overview).toContainText('Connection lost: the cloud closed it');
    await expect(page.getByText('the longer, the more packets')).toBeInViewport();
  }
});
