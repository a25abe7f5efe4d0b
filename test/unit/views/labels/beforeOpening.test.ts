import type { TreeView } from 'vscode';
import { expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../../src/api/baseUrl';
import { KirimClient } from '../../../../src/api/client';
import { KeyStore } from '../../../../src/accounts/keyStore';
import { Accounts } from '../../../../src/accounts/accounts';
import { DrawnRows } from '../../../../src/views/drawnRows';
import { parentIdsOf, type LabelsTreeNode, rowId } from '../../../../src/views/labels/labelNodes';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import { LabelsTree } from '../../../../src/views/labels/labelsTree';
import { LabelsView } from '../../../../src/views/labels/labelsView';
import { Secrets } from '../../../fuzz/model/secrets';
import { addSample, Kirim, SAMPLE_API_KEY } from '../../../kirim';
import { settings } from '../../fakeVscode';

const ADDRESS = 'https://api.test/v1';
const HOUR_MS = 3_600_000;

it('nothing is asked for before the view is opened, however late, and the list once when it is', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  settings['apiBaseUrl'] = ADDRESS;
  const kirim = new Kirim();
  addSample(kirim);
  vi.stubGlobal('fetch', kirim.fetch);
  const createClient = (baseUrl: ConstructorParameters<typeof KirimClient>[0]['baseUrl'], apiKey: string) =>
    new KirimClient({ baseUrl, apiKey, timeoutSeconds: () => 30 });
  const openJournal = () => Promise.reject(new Error('Nobody asked for it'));
  const accounts = new Accounts(new KeyStore(new Secrets().asStorage()), { createClient, openJournal }, (error) => {
    throw error;
  });
  const query = new LabelsQuery(accounts);
  const tree = new LabelsTree(accounts, new DrawnRows<LabelsTreeNode>({ idOf: rowId, parentIdsOf }), query);
  const view: unknown = {};
  new LabelsView(accounts, view as TreeView<LabelsTreeNode>, false, query);

  await accounts.signIn(parseApiBaseUrl(ADDRESS), { apiKey: SAMPLE_API_KEY }, () => undefined);
  expect(accounts.sessions).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(kirim.requests.all).toEqual([]);

  const opened = await Promise.all([tree.getChildren(), tree.getChildren()]);
  expect(opened[0].length).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(kirim.requests.all.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /labels']);
});
