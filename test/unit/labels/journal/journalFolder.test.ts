import { FileSystemError, workspace } from 'vscode';
import { describe, expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../../src/api/baseUrl';
import { journalFiles } from '../../../../src/session/journalFolder';
import { disk } from '../../fakeVscodeFiles';

type Folder = Parameters<typeof journalFiles>[0];

function open(id: string | undefined, address = 'https://api.kirim.chat/v1') {
  return journalFiles('/storage' as unknown as Folder, parseApiBaseUrl(address), id);
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
      '/storage/journal/api.kirim.chat/unknown',
    ]);
    expect(third).toMatch(/^\/storage\/journal\/api\.kirim\.chat\/[\w~]+$/);
    expect(fourth).toMatch(/^\/storage\/journal\/[\w~]+\/org_1$/);
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
