import { describe, expect, it } from 'vitest';
import type { Confirmation } from '../../../src/api/client';
import { ApiError, RequestCancelledError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import { deleteLabel, type DeletionParts, type LabelDeleter } from '../../../src/labels/deletion';
import { LabelStore } from '../../../src/labels/labelStore';
import { LabelGoneError } from '../../../src/labels/recheckErrors';
import { label, PagedSource } from './fakes';

async function setUp(client: LabelDeleter, ...list: Label[]) {
  const source = new PagedSource();
  source.page(...list);
  source.end();
  const labels = new LabelStore(source, 'en');
  await labels.refresh();
  const claim = labels.activities.claim(
    list.map(({ id }) => id),
    { kind: 'waiting' },
  );
  const written: unknown[][] = [];
  const recorder: DeletionParts['recorder'] = {
    begin: () => {
      written.push(['begin']);
      return Promise.resolve();
    },
    ended: (ended, ...how) => {
      written.push(['ended', ended.id, ...how]);
    },
  };
  return { source, labels, written, recorder, parts: { client, labels, recorder, claim } };
}

const answering = (answer: Confirmation): LabelDeleter => ({ deleteLabel: () => Promise.resolve(answer) });
const failing = (error: Error): LabelDeleter => ({ deleteLabel: () => Promise.reject(error) });
const failure = (mayHaveTakenEffect: boolean) =>
  new ApiError({ kind: 'server', mayHaveTakenEffect, attempts: 1, requestId: 'req_1' });

describe('deleting a label', () => {
  it('marks the row until KirimChat has answered, then takes it out', async () => {
    let answer: (confirmation: Confirmation) => void = () => undefined;
    const client = { deleteLabel: () => new Promise<Confirmation>((resolve) => (answer = resolve)) };
    const { labels, parts } = await setUp(client, label('a'), label('b'));
    const deletion = deleteLabel(label('a'), parts, {});
    expect(labels.activities.of('lbl_a')).toEqual({ kind: 'deleting' });
    await Promise.resolve();
    answer({});
    expect(await deletion).toMatchObject({ outcome: 'deleted' });
    expect(labels.labels.map(({ name }) => name)).toEqual(['b']);
  });

  it('takes the row out as well when the list did not have the label any more', async () => {
    const { labels, parts, written } = await setUp(failing(new LabelGoneError()), label('a'));
    expect(await deleteLabel(label('a'), parts, {})).toEqual({ outcome: 'alreadyGone' });
    expect(labels.labels).toEqual([]);
    expect(written.at(-1)).toEqual(['ended', 'lbl_a', 'alreadyGone', undefined]);
  });

  it('leaves the row where KirimChat says that there is no such label: the list has the last word', async () => {
    const missing = new ApiError({ kind: 'notFound', mayHaveTakenEffect: false, attempts: 1, requestId: 'req_1' });
    const { labels, parts, written } = await setUp(failing(missing), label('a'));
    await expect(deleteLabel(label('a'), parts, {})).rejects.toBe(missing);
    expect(labels.labels.map(({ name }) => name)).toEqual(['a']);
    expect(written.at(-1)).toEqual(['ended', 'lbl_a', 'inDoubt', 'req_1']);
  });

  it.each<[string, LabelDeleter, string[]]>([
    ['KirimChat confirmed', answering({}), []],
    ['a list said', failing(new LabelGoneError()), ['a']],
  ])('lets the next list decide of a label of which %s that it is gone', async (_, client, names) => {
    const { labels, parts, source } = await setUp(client, label('a'));
    await deleteLabel(label('a'), parts, {});
    source.page(label('a'));
    source.end();
    await labels.refresh();
    expect(labels.labels.map(({ name }) => name)).toEqual(names);
  });

  it('leaves an ordinary row when it fails', async () => {
    const { labels, parts } = await setUp(failing(new Error('no')), label('a'));
    await expect(deleteLabel(label('a'), parts, {})).rejects.toThrow('no');
    expect(labels.activities.of('lbl_a')).toBeUndefined();
    expect(labels.labels).toHaveLength(1);
  });

  it('has it on disk that requests may be sent before the first one, and writes how it ended after that', async () => {
    const client: LabelDeleter = {
      deleteLabel: () => {
        written.push(['sent']);
        return Promise.resolve({ requestId: 'req_1' });
      },
    };
    const { parts, written } = await setUp(client, label('a'));
    await deleteLabel(label('a'), parts, {});
    expect(written).toEqual([['begin'], ['sent'], ['ended', 'lbl_a', 'done', 'req_1']]);
  });

  it('lets the row wait in a run until it is the label’s turn', async () => {
    const client: LabelDeleter = {
      deleteLabel: async (_, options) => {
        await options?.turn?.(undefined);
        expect(labels.activities.of('lbl_a')).toEqual({ kind: 'deleting' });
        return {};
      },
    };
    const { labels, parts } = await setUp(client, label('a'));
    const turn = () => {
      expect(labels.activities.of('lbl_a')).toEqual({ kind: 'waiting' });
      return Promise.resolve();
    };
    await deleteLabel(label('a'), parts, { turn });
    expect.assertions(2);
  });

  it('leaves the row waiting where its turn ends because of a cancel', async () => {
    const client: LabelDeleter = {
      deleteLabel: async (_, options) => {
        await options?.turn?.(AbortSignal.abort());
        expect(labels.activities.of('lbl_a')).toEqual({ kind: 'waiting' });
        throw new RequestCancelledError();
      },
    };
    const { labels, parts } = await setUp(client, label('a'));
    await expect(deleteLabel(label('a'), parts, { turn: () => Promise.resolve() })).rejects.toThrow('cancelled');
    expect.assertions(2);
  });

  it('sends nothing while that is being written', async () => {
    let isSent = false;
    const client: LabelDeleter = {
      deleteLabel: () => {
        isSent = true;
        return Promise.resolve({});
      },
    };
    const { parts, recorder } = await setUp(client, label('a'));
    let onDisk: () => void = () => undefined;
    const slow = { ...recorder, begin: () => new Promise<void>((resolve) => (onDisk = resolve)) };
    const deletion = deleteLabel(label('a'), { ...parts, recorder: slow }, {});
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSent).toBe(false);
    onDisk();
    await deletion;
    expect(isSent).toBe(true);
  });

  it('sends nothing when it cannot be written down', async () => {
    let isSent = false;
    const client: LabelDeleter = {
      deleteLabel: () => {
        isSent = true;
        return Promise.resolve({});
      },
    };
    const { labels, parts, recorder, written } = await setUp(client, label('a'));
    const broken = { ...recorder, begin: () => Promise.reject(new Error('disk full')) };
    await expect(deleteLabel(label('a'), { ...parts, recorder: broken }, {})).rejects.toThrow('disk full');
    expect(isSent).toBe(false);
    expect(written).toEqual([]);
    expect(labels.activities.of('lbl_a')).toBeUndefined();
  });

  it.each([
    ['failed', failure(false)],
    ['inDoubt', failure(true)],
    ['inDoubt', new RequestCancelledError(failure(true))],
    ['failed', new RequestCancelledError()],
  ])('writes down that it %s', async (outcome, error) => {
    const { parts, written } = await setUp(failing(error), label('a'));
    await expect(deleteLabel(label('a'), parts, {})).rejects.toBe(error);
    expect(written.at(-1)?.slice(0, 3)).toEqual(['ended', 'lbl_a', outcome]);
  });
});
