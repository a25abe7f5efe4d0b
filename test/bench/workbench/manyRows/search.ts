import type { BenchWindow } from '../benchWindow';
import { onScreen, ROW, watchFor } from '../screen';
import { now } from '../timedKirim';
import { LABELS } from './manyRows';

/** The rows that are searched for, each far from what is on screen by then: the last, and back from there. */
export const [LAST, BACK] = [LABELS - 1, 500];

/** Searches as a person does, with VS Code's own search in a tree. @returns how long it took, in milliseconds. */
export async function searched(
  { page, workbench }: BenchWindow,
  first: string,
  wanted: string,
  number: number,
): Promise<number> {
  await workbench.labels.rows.filter({ hasText: first }).click();
  await page.keyboard.press('F3');
  const field = workbench.labels.sideBar.locator('.monaco-tree-type-filter input');
  // It may have what was searched for before.
  await field.fill('');
  const seen = await watchFor(page, { selector: ROW, text: wanted });
  const start = now();
  await page.keyboard.insertText(String(number));
  const ms = (await seen()) - start;
  await page.keyboard.press('Escape');
  // VS Code keeps what was found in sight.
  await page.keyboard.press('Home');
  await onScreen(page, first);
  return ms;
}
