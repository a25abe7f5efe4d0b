import { expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { quoted } from '../../../src/ui/messages/plainText';
import { Reports } from '../../../src/ui/report';
import { workspace } from '../fakeVscode';

it('a report has nothing around a name that runs from right to left, which editors would draw as a box', async () => {
  const opened = vi.spyOn(workspace, 'openTextDocument');
  const reports = new Reports();
  await reports.open('Deleted Labels', ['Deleted (1)', quoted('שלום')]);
  const [uri] = opened.mock.lastCall ?? expect.unreachable();
  expect(reports.provideTextDocumentContent(uri as Uri)).toBe('Deleted (1)\n“שלום”\n');
});
