import { expect, it, vi } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { copySupportInformation } from '../../../src/commands/support/copySupportInformation';
import { RecentRequests } from '../../../src/ui/recentRequests';
import { copied, env, settings } from '../fakeVscode';
import { Desk } from './desk';

it('shows what helps support before it copies just that: no key, no address, no name, no id of a label', async () => {
  const desk = await Desk.open(3);
  desk.organization.addLabel({ name: '[secret] L4' });
  const shown: string[] = [];
  const requests = new RecentRequests();
  const { id } = desk.label('L1');
  const record = { method: 'DELETE', attempt: 2, durationMs: 12.3, failure: 'server' } as const;
  for (let count = 0; count < 30; count += 1) {
    requests.add({ ...record, path: `/labels/${id}`, status: 500, requestId: `req_${count}` });
  }
  Object.assign(desk.context, {
    requests,
    extension: { version: '1.2.3', runsInUi: true },
    reports: { open: (_title: string, lines: readonly string[]) => Promise.resolve(void shown.push(...lines)) },
  });
  await desk.session.labels.refresh();
  await desk.run(deleteLabel, 'L2');
  Object.assign(settings, { apiBaseUrl: 'https://api.test/v1', retiredPrefix: '[secret] ', undoSeconds: 7 });
  // The address of a server in a browser, and not the kind of a remote.
  vi.spyOn(env, 'remoteName', 'get').mockReturnValue('kirim-intranet');
  await desk.run(copySupportInformation);
  expect(copied).toEqual([]);
  const text = shown.join('\n');
  expect(text).toContain('Kirim Labels 1.2.3 (ui extension)');
  expect(text).toContain('  API: another address\n');
  expect(text).toContain('  Undo: 7 s\n');
  expect(text).toMatch(/\n {2}1: name known, 3 labels, 1 teams, list loaded, 0 unreadable, \d+ writes a minute\n/);
  expect(text).toMatch(/Z {2}DELETE \/labels\/\{id\} {2}500 {2}12 ms, req_29, server, attempt 2$/);
  expect([text.includes('req_10'), text.includes('req_9,')]).toEqual([true, false]);
  expect(text).not.toMatch(/Acme|secret|L\d\b|api\.test|intranet|lbl_|kdv_/);
  await desk.press('Copy');
  expect(copied).toEqual([`${text}\n`]);
});
