import { expect, it, vi } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { copySupportInformation } from '../../../src/commands/support/copySupportInformation';
import { RecentRequests } from '../../../src/ui/recentRequests';
import { copied, env, settings, UIKind } from '../fakeVscode';
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
  expect(shown.slice(0, 16)).toEqual([
    'Kirim Labels 1.2.3 (ui extension)',
    'VS Code 1.100.0 (desktop, desktop, another remote, en)',
    '',
    'Settings',
    '  API: another address',
    '  Request timeout: 30 s',
    '  Confirmation: button',
    '  Undo: 7 s',
    '  Write reserve: 20 %',
    '  Retired prefix: another',
    '  Sort order: name',
    '  Named teams: 0',
    '',
    'Organizations: 1 (ready, view visible)',
    '  1: name known, 3 labels, 1 teams, list loaded, 0 unreadable, 60 writes a minute',
    '',
  ]);
  expect(shown[16]).toBe('Last requests');
  expect(text).toMatch(/Z {2}DELETE \/labels\/\{id\} {2}500 {2}12 ms, req_29, server, attempt 2$/);
  expect([text.includes('req_10'), text.includes('req_9,')]).toEqual([true, false]);
  expect(text).not.toMatch(/Acme|secret|L\d\b|api\.test|intranet|lbl_|kdv_/);
  await desk.press('Copy');
  expect(copied).toEqual([`${text}\n`]);
});

it.each([
  { remoteName: undefined, said: 'no remote' },
  ...['attached-container', 'codespaces', 'dev-container', 'ssh-remote', 'tunnel', 'wsl'].map((kind) => ({
    remoteName: kind,
    said: kind,
  })),
  { remoteName: '10.0.0.7', said: 'another remote' },
])('says of the remote $remoteName: $said', async ({ remoteName, said }) => {
  const desk = await Desk.open(0);
  const shown: string[] = [];
  Object.assign(desk.context, {
    requests: new RecentRequests(),
    extension: { version: '1.2.3', runsInUi: false },
    reports: { open: (_title: string, lines: readonly string[]) => Promise.resolve(void shown.push(...lines)) },
  });
  vi.spyOn(env, 'remoteName', 'get').mockReturnValue(remoteName);
  vi.spyOn(env, 'uiKind', 'get').mockReturnValue(UIKind.Web);
  settings['confirmation'] = 'typeName';
  await desk.run(copySupportInformation);
  expect(shown.slice(0, 2)).toEqual([
    'Kirim Labels 1.2.3 (workspace extension)',
    `VS Code 1.100.0 (desktop, web, ${said}, en)`,
  ]);
  expect(shown).toContain('  Confirmation: typed');
  expect(shown).toContain('  API: default');
  expect(shown).toContain('  Retired prefix: default');
});
