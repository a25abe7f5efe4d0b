import { FileSystemError, workspace } from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { Journal } from '../../../src/journal/journal';
import { journalFiles } from '../../../src/accounts/journalFolder';
import type { JournalOwner } from '../../../src/accounts/journalOwner';
import { disk } from '../fakeVscodeFiles';
import { lookForLong, makeLabels, names, runAll } from '../journal/support';

type Folder = Parameters<typeof journalFiles>[0];

function open(organizationId: string | undefined, address?: string) {
  return openFor(() => ({ organizationId, journalIds: organizationId === undefined ? ['id-1'] : [] }), address);
}

function openFor(owner: () => JournalOwner, address = 'https://api.kirim.chat/v1') {
  return journalFiles('/storage' as unknown as Folder, parseApiBaseUrl(address), owner);
}

describe('the folder of the journal', () => {
  it('is one for each host and organization', async () => {
    await open('org_1').create('a', '');
    await open(undefined).create('a', '');
    await open('../..').create('a', '');
    await open('org_1', 'http://[::1]:8080').create('a', '');
    const [first, second, third, fourth] = disk.folders;
    expect([first, second]).toEqual([
      '/storage/journal/api.kirim.chat/org_1',
      '/storage/journal/api.kirim.chat/unknown~id-1',
    ]);
    expect(third).toMatch(/^\/storage\/journal\/api\.kirim\.chat\/[\w~]+$/);
    expect(fourth).toMatch(/^\/storage\/journal\/[\w~]+\/org_1$/);
  });

  it('is never that of an organization where the organization is not known, nor the same for two keys', async () => {
    const ids = [undefined, 'unknown', 'unknown~id-1', 'UNKNOWN~id-1', 'id-1', '0'];
    for (const id of ids) {
      await open(id).create('a', '');
    }
    await openFor(() => ({ organizationId: undefined, journalIds: ['id-2'] })).create('a', '');
    expect(new Set([...disk.folders].map((folder) => folder.toLowerCase())).size).toBe(ids.length + 1);
  });

  it('is empty before the first file, which creates it', async () => {
    const files = open('org_1');
    expect(await files.list()).toEqual([]);
    expect(await files.read('a')).toBeUndefined();
    await files.create('a', 'é💚\n');
    expect(await files.list()).toEqual(['a']);
    expect(await files.read('a')).toBe('é💚\n');
  });

  it('deletes a file, and does not mind when it is gone', async () => {
    const files = open('org_1');
    await files.create('a', '');
    await files.delete('a');
    await files.delete('a');
    expect(await files.list()).toEqual([]);
  });

  it('says so when something else is wrong', async () => {
    vi.spyOn(workspace.fs, 'readFile').mockRejectedValueOnce(new Error('no permission'));
    const failure: unknown = await open('org_1')
      .read('a')
      .catch((error: unknown) => error);
    expect(String(failure)).toBe('JournalStorageError: The journal could not be read or written: no permission');

    const refused = Object.assign(new FileSystemError('refused'), { code: 'NoPermissions' });
    vi.spyOn(workspace.fs, 'readFile').mockRejectedValueOnce(refused);
    await expect(open('org_1').read('a')).rejects.toThrow('refused');
  });
});

describe('the journal of an organization that is known later', () => {
  const HOME = '/storage/journal/api.kirim.chat/org_1/';
  const BEFORE = '/storage/journal/api.kirim.chat/unknown~id-1/';
  const inFolder = (folder: string) => [...disk.files.keys()].filter((path) => path.startsWith(folder));

  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** A window of one key, which learns whose it is when the test says so; its writes fail after so many. */
  function window(isKnown = false, writes = Infinity) {
    const owner = { organizationId: isKnown ? 'org_1' : undefined, journalIds: ['id-1'] };
    let left = writes;
    const files = openFor(() => owner);
    const may = () => {
      left -= 1;
      return left >= 0;
    };
    const dying = {
      ...files,
      create: (name: string, text: string) => (may() ? files.create(name, text) : new Promise<void>(() => undefined)),
      delete: (name: string) => (may() ? files.delete(name) : new Promise<void>(() => undefined)),
    };
    return {
      journal: new Journal(dying),
      learn: () => {
        owner.organizationId = 'org_1';
      },
      freeze: () => {
        left = 0;
      },
    };
  }

  /** What a window finds that is opened later, and is closed again. */
  async function found(): Promise<string[]> {
    const { journal } = window(true);
    await journal.load();
    journal.dispose();
    return names(journal);
  }

  it('has what was written before, in a file of its own, and nothing is left in the folder before', async () => {
    const { journal, learn } = window();
    await runAll(journal, makeLabels(3, 'Before'));
    expect(inFolder(BEFORE)).toHaveLength(2);
    // What is being loaded just now knows nothing of it.
    const loading = journal.load();
    learn();
    await Promise.all([loading, journal.load()]);
    expect(names(journal)).toEqual(['Before 1', 'Before 2', 'Before 3']);
    expect([inFolder(HOME).length, inFolder(BEFORE).length]).toEqual([1, 0]);
    await runAll(journal, makeLabels(1, 'After'));
    expect(await found()).toEqual(['After 1', 'Before 1', 'Before 2', 'Before 3']);
  });

  it('loses nothing where two windows learn it at once, one of them in the middle of a run', async () => {
    const [one, other] = [window(), window()];
    const [first, second] = makeLabels(2, 'Running');
    expect.assert(first && second);
    await runAll(one.journal, makeLabels(3, 'Before'));
    const recorder = await other.journal.startRun('delete', [first, second], { begins: false });
    await vi.advanceTimersByTimeAsync(11_000);
    one.learn();
    other.learn();
    await Promise.all([one.journal.load(), other.journal.load()]);
    await recorder.begin();
    recorder.ended(first, 'done');
    recorder.ended(second, 'done');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await one.journal.interruptedRuns()).toEqual([]);
    const all = ['Before 1', 'Before 2', 'Before 3', 'Running 1', 'Running 2'];
    expect(await found()).toEqual(all);
    await recorder.finish();
    expect(await found()).toEqual(all);
    expect(inFolder(BEFORE)).toEqual([]);
  });

  it('still tells of a run that broke off before that', async () => {
    const gone = window();
    const { run } = await gone.journal.startRun('delete', makeLabels(2), { begins: true });
    gone.freeze();
    const { journal } = window(true);
    await journal.load();
    await lookForLong();
    expect((await journal.interruptedRuns()).map((one) => one.run.id)).toEqual([run]);
    expect(inFolder(BEFORE)).toEqual([]);
  });

  it('loses nothing, and shows nothing twice, where carrying over is cut short', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      disk.files.clear();
      const { journal } = window();
      await runAll(journal, makeLabels(3, 'Before'));
      const dying = window(true, writes);
      void dying.journal.load();
      await lookForLong();
      const next = window(true);
      await next.journal.load();
      await lookForLong();
      expect(names(next.journal)).toEqual(['Before 1', 'Before 2', 'Before 3']);
      expect(inFolder(BEFORE)).toEqual([]);
      expect(await found()).toEqual(['Before 1', 'Before 2', 'Before 3']);
    }
  });
});
