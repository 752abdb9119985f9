import type { Locator, Page } from 'playwright';

/** What a person did. An act is a key (with what is held down beside it), a click, or a scroll by about a screen. */
export interface Counted {
  readonly keys: number;
  readonly clicks: number;
  readonly scrolls: number;
  readonly acts: number;
  /** Way of the pointer between clicks, in a straight line; CSS px. */
  readonly pointerPx: number;
}

/** A person's hands: everything they do is counted. */
export interface Hands {
  readonly press: (key: string) => Promise<void>;
  readonly click: (target: Locator, modifier?: 'Control' | 'Shift') => Promise<void>;
  /** Turns the wheel over this by a part of what it shows. */
  readonly scroll: (target: Locator, part: number) => Promise<void>;
  readonly counted: () => Counted;
}

export function createHands(page: Page): Hands {
  let [keys, clicks, scrolls, pointerPx] = [0, 0, 0, 0];
  let at = { x: 0, y: 0 };
  const moveTo = async (target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${String(target)} is not on the screen.`);
    const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    pointerPx += Math.hypot(to.x - at.x, to.y - at.y);
    at = to;
  };
  return {
    async press(key) {
      keys += 1;
      await page.keyboard.press(key);
    },
    async click(target, modifier) {
      clicks += 1;
      await moveTo(target);
      await target.click(modifier === undefined ? {} : { modifiers: [modifier] });
    },
    async scroll(target, part) {
      scrolls += 1;
      await moveTo(target);
      const height = await target.evaluate((element) => element.clientHeight);
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel(0, height * part);
      await untilAtRest(page, target);
    },
    counted: () => ({ keys, clicks, scrolls, acts: keys + clicks + scrolls, pointerPx }),
  };
}

/** Until the screen has scrolled and what it shows now is drawn. */
async function untilAtRest(page: Page, scroller: Locator): Promise<void> {
  let before = -1;
  for (;;) {
    await page.waitForTimeout(250);
    const now = await scroller.evaluate(
      (element) =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(element.scrollTop))),
        ),
    );
    if (now === before) return;
    before = now;
  }
}
