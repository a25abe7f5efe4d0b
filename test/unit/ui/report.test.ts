import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { quoted } from '../../../src/ui/messages/plainText';
import { Reports } from '../../../src/ui/report';
import { called, window, workspace } from '../fakeVscode';

describe('reports', () => {
  let reports: Reports;
  const opened: Uri[] = [];

  beforeEach(() => {
    opened.length = 0;
    vi.spyOn(workspace, 'openTextDocument').mockImplementation((uri) => {
      opened.push(uri as Uri);
      return Promise.resolve(uri);
    });
    reports = new Reports();
  });

  it('have nothing around a name that runs from right to left, which editors would draw as a box', async () => {
    await reports.open('Deleted Labels', ['Deleted (1)', quoted('שלום')]);
    expect(opened.map((uri) => reports.provideTextDocumentContent(uri))).toEqual(['Deleted (1)\n“שלום”\n']);
  });

  it('are each in a tab of its own, which stays, by what they are about', async () => {
    const show = vi.spyOn(window, 'showTextDocument');
    await reports.open('Deleted Labels', ['one']);
    await reports.open('Acme / Toko', ['two']);
    expect(opened).toMatchObject([
      { scheme: 'kirim-labels', path: '/Deleted Labels.txt' },
      { scheme: 'kirim-labels', path: '/Acme   Toko.txt' },
    ]);
    expect(opened.map((uri) => reports.provideTextDocumentContent(uri))).toEqual(['one\n', 'two\n']);
    expect(show.mock.calls).toEqual(opened.map((uri) => [uri, { preview: false }]));
  });

  it('can be looked at again until twenty newer ones were opened', async () => {
    for (let number = 1; number <= 21; number += 1) {
      await reports.open('Deleted Labels', [`Report ${number}`]);
    }
    const [first, second] = opened.map((uri) => reports.provideTextDocumentContent(uri));
    expect([first, second]).toEqual(['', 'Report 2\n']);
  });

  it('are compared side by side', async () => {
    await reports.compare('Acme ↔ Toko', { title: 'Acme', lines: ['VIP'] }, { title: 'Toko', lines: ['COD'] });
    const [[command, left, right, ...more] = expect.unreachable()] = called;
    expect([command, ...more]).toEqual(['vscode.diff', 'Acme ↔ Toko', { preview: false }]);
    const texts = [left, right].map((uri) => reports.provideTextDocumentContent(uri as Uri));
    expect([left, right, texts]).toMatchObject([{ path: '/Acme.txt' }, { path: '/Toko.txt' }, ['VIP\n', 'COD\n']]);
  });

  it('are not there any more when the extension is gone', () => {
    const dispose = vi.fn();
    vi.spyOn(workspace, 'registerTextDocumentContentProvider').mockReturnValue({ dispose });
    new Reports().dispose();
    expect(dispose).toHaveBeenCalledOnce();
  });
});
