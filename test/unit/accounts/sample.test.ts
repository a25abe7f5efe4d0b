import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { Secrets } from '../../fuzz/model/secrets';
import { settings } from '../fakeVscode';
import { openWindow, WhoIsWho } from './windows';

const ADDRESS = 'https://api.kirim.chat/v1';
const API = parseApiBaseUrl(ADDRESS);
const ACME = { apiKey: 'kdv_live_AAAAAAAAAAAAAAAAAAAAAAAA', organization: { id: 'org_1', name: 'Acme' } };

const fails = (error: unknown) => expect.unreachable(String(error));

let secrets: Secrets;
let window: ReturnType<typeof openWindow>;
let other: ReturnType<typeof openWindow>;
const sent: unknown[] = [];

beforeEach(() => {
  settings['apiBaseUrl'] = ADDRESS;
  sent.length = 0;
  vi.stubGlobal('fetch', (input: unknown) => Promise.reject(new Error(`sent ${sent.push(input)}`)));
  secrets = new Secrets();
  [window, other] = [openWindow(secrets, new WhoIsWho()), openWindow(secrets, new WhoIsWho())];
  return () => {
    window.dispose();
    other.dispose();
  };
});

async function openSample() {
  await window.accounts.openSample('Sample organization');
  const sample = window.accounts.sessions.find(({ isSample }) => isSample);
  expect.assert(sample);
  return sample;
}

const namesOf = () => window.accounts.sessions.map(({ organizationName }) => organizationName);

describe('the sample', () => {
  it('is changed as an organization of KirimChat’s is, and nothing is sent', async () => {
    const { client, labels } = await openSample();
    expect(await labels.refresh()).toMatchObject({ kind: 'loaded' });
    expect(labels.labels).toHaveLength(41);
    const [first, second] = labels.labels;
    expect.assert(first && second);
    expect((await client.deleteLabel(first.id)).requestId).toMatch(/^req_/);
    await expect(client.getLabel(first.id)).resolves.toBeUndefined();
    await client.updateLabel(second.id, { name: 'Renamed', color: 'pink' });
    await expect(client.getLabel(second.id)).resolves.toMatchObject({ name: 'Renamed', color: 'pink' });
    const again = () => client.createLabel({ ...first, name: 'New' }, 'one key');
    expect((await again()).label).toEqual((await again()).label);
    expect(await client.getMe()).toMatchObject({ rate_limits: { write_per_minute: 600 } });
    expect(sent).toEqual([]);
  });

  it('is in this window alone, beside the organizations that are signed in, and is kept nowhere', async () => {
    const sample = await openSample();
    const session = await window.accounts.signIn(API, ACME, fails);
    expect(window.accounts.sessions).toEqual([session, sample]);
    await expect.poll(() => other.accounts.sessions).toHaveLength(1);
    await window.accounts.signOut(session ?? expect.unreachable());
    expect(window.accounts.sessions).toEqual([sample]);
    expect(secrets.keys).toEqual([]);
    expect(sample.ended.aborted).toBe(false);
  });

  it('stays where the secret storage fails, and where the setting is no address', async () => {
    secrets.failing.add('get');
    const sample = await openSample();
    expect(await window.accounts.find()).toEqual([sample]);
    expect(window.accounts.state.kind).toBe('secretsFailed');
    settings['apiBaseUrl'] = 'nonsense';
    await window.accounts.checkAgain();
    expect(window.accounts.state.kind).toBe('invalidBaseUrl');
    expect(window.accounts.sessions).toEqual([sample]);
  });

  it('is there once, until it is closed, and is as new when it is opened again', async () => {
    const first = await openSample();
    expect(await openSample()).toBe(first);
    await first.labels.refresh();
    const [label] = first.labels.labels;
    expect.assert(label);
    const recorder = await (await first.journal()).startRun('delete', [label], { begins: true });
    await first.client.deleteLabel(label.id);
    recorder.ended(label, 'done');
    await recorder.finish();
    window.accounts.closeSample();
    expect(first.ended.aborted).toBe(true);
    expect(namesOf()).toEqual([]);

    const second = await openSample();
    await second.labels.refresh();
    expect(second.labels.labels).toHaveLength(41);
    expect((await second.journal()).entries).toEqual([]);
    // A button of before must not go on with what is there now.
    expect(window.accounts.sessionOf(first)).toBeUndefined();
  });
});
