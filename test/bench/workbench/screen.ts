import type { Page } from '@playwright/test';

/** A row of a view in the side bar. */
export const ROW = '.part.sidebar [role=treeitem]';
/** An entry of a list to pick from. */
export const ENTRY = '.quick-input-list .monaco-list-row';

/** Longer than anything that is measured takes, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What to look for on screen. */
export interface Sight {
  /** CSS. */
  readonly selector: string;
  /** Only those that have this text in them. */
  readonly text?: string;
  /** Whether it is to be gone, and not to be there. */
  readonly isGone?: boolean;
}

/**
 * Begins to look, once a frame, and resolves when VS Code has drawn what is looked for.
 *
 * @returns a function that waits for the moment, in milliseconds since 1970, to a fraction.
 */
export async function watchFor(page: Page, sight: Sight): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(
    ({ selector, text = '', isGone = false, patience }) => {
      const isThere = () =>
        [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(text));
      const end = performance.now() + patience;
      const seen = new Promise<number>((resolve, reject) => {
        const look = () => {
          if (isThere() !== isGone) {
            resolve(performance.timeOrigin + performance.now());
          } else if (performance.now() > end) {
            reject(new Error(`${selector} “${text}” was ${isGone ? 'still' : 'not'} there after ${patience} ms.`));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      });
      // Whoever waits for it is told; nobody may be waiting yet.
      seen.catch(() => undefined);
      return { seen };
    },
    { ...sight, patience: PATIENCE_MS },
  );
  return () => handle.evaluate(({ seen }) => seen);
}

/** Begins to count the frames in which rows of the side bar are other ones than before; resolves to a function that gives the number. */
export async function countDrawings(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle((selector) => {
    const textOfRows = () =>
      Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent).join('\n');
    const counter = { drawings: 0 };
    let before = textOfRows();
    const look = () => {
      const rows = textOfRows();
      counter.drawings += rows === before ? 0 : 1;
      before = rows;
      requestAnimationFrame(look);
    };
    look();
    return counter;
  }, ROW);
  return () => handle.evaluate(({ drawings }) => drawings);
}

/** Notes when the mouse is released over something next; resolves to a function that gives that moment. */
export async function watchForClick(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(() => {
    const clicked = new Promise<number>((resolve) => {
      const note = (event: Event) => {
        resolve(performance.timeOrigin + event.timeStamp);
      };
      window.addEventListener('pointerup', note, { capture: true, once: true });
    });
    return { clicked };
  });
  return () => handle.evaluate(({ clicked }) => clicked);
}

/** Resolves when a row with this text is on screen. */
export async function onScreen(page: Page, text: string): Promise<void> {
  await (
    await watchFor(page, { selector: ROW, text })
  )();
}
