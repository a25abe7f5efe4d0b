import type { Locator, Page } from '@playwright/test';

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the page that has an element in it, in CSS pixels: with a margin around it, and at most so high. */
export async function clipAround(
  page: Page,
  element: Locator,
  { margin = 0, height = Infinity }: { readonly margin?: number; readonly height?: number } = {},
): Promise<Clip> {
  const whole = page.viewportSize() ?? { width: 0, height: 0 };
  const box = (await element.boundingBox()) ?? { x: 0, y: 0, ...whole };
  const [x, y] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  return {
    x,
    y,
    width: Math.min(whole.width, box.x + box.width + margin) - x,
    height: Math.min(whole.height, box.y + box.height + margin, y + height) - y,
  };
}
