import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';

/** Something that axe-core finds fault with. */
export interface Finding {
  /** The rule and the kind of element that it is about: the same in the same VS Code, whatever the texts are. */
  readonly kind: string;
  readonly summary: string;
}

const script = readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in the page and in the frames within it. */
export async function findingsIn(page: Page): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const frame of page.frames()) {
    // One that has just been closed has nothing to be found any more.
    found.push(...(frame.isDetached() ? [] : await findingsInFrame(frame)));
  }
  return found;
}

async function findingsInFrame(frame: Frame): Promise<readonly Finding[]> {
  await frame.evaluate(await script);
  return frame.evaluate(async () => {
    const { axe: core } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await core.run(document, { iframes: false, elementRef: true, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ element, html, failureSummary = '' }) => {
        const role = element?.getAttribute('role');
        const name = [element?.localName, element?.classList[0], role && `[${role}]`].filter(Boolean).join(' ');
        return { kind: `${id}: ${name}`, summary: `${html}\n${failureSummary}` };
      }),
    );
  });
}
