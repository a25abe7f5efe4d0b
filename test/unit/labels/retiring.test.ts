import { describe, expect, it } from 'vitest';
import { ApiError, RequestCancelledError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import type { RunRecorder } from '../../../src/journal/entry';
import { LabelStore } from '../../../src/labels/labelStore';
import { LabelChangedError, LabelGoneError, LabelUncheckedError } from '../../../src/labels/recheckErrors';
import { recordSettled, renamingEnding } from '../../../src/labels/renamingEndings';
import { type LabelUpdater, rename, type RenamingParts } from '../../../src/labels/retiring';
import { label, listOf, PagedSource } from './fakes';

const vip = label('VIP', { color: 'red' });
const change = { label: vip, name: '[retired] VIP', color: 'gray' };
const renamed: Label = { ...vip, name: '[retired] VIP', color: 'gray' };

async function setUp(client: LabelUpdater, ...list: Label[]) {
  const source = new PagedSource();
  source.page(...list);
  source.end();
  const labels = new LabelStore(source, 'en');
  await labels.refresh();
  const claim = labels.activities.claim([vip.id], { kind: 'waiting' });
  const written: unknown[][] = [];
  const recorder: NonNullable<RenamingParts['recorder']> = {
    begin: () => {
      written.push(['begin']);
      return Promise.resolve();
    },
    ended: (ended, ...how) => {
      written.push(['ended', ended.id, ...how]);
    },
  };
  return {
    source,
    labels,
    written,
    recorder,
    parts: { activity: 'retiring', claim, client, labels, recorder } as const,
  };
}

const failing = (error: Error): LabelUpdater => ({ updateLabel: () => Promise.reject(error) });
const failure = (kind: ApiError['kind'], mayHaveTakenEffect = false) =>
  new ApiError({ kind, mayHaveTakenEffect, attempts: 1, requestId: 'req_1' });

describe('renaming a label', () => {
  it('marks the row until KirimChat has answered, then shows the label as KirimChat has it', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const client: LabelUpdater = {
      updateLabel: async () => {
        await answered;
        return { label: { ...renamed, name: '[retired] VIP ' } };
      },
    };
    const { labels, parts } = await setUp(client, vip);
    const renaming = rename(change, parts, {});
    expect(labels.activities.of(vip.id)).toEqual({ kind: 'retiring' });
    answer();
    expect(await renaming).toMatchObject({ outcome: 'renamed' });
    expect(labels.labels.map(({ name }) => name)).toEqual(['[retired] VIP ']);
    expect(labels.activities.of(vip.id)).toBeUndefined();
  });

  it('writes the whole label down as it was, sends name and color, then writes how it ended', async () => {
    const client: LabelUpdater = {
      updateLabel: (...asked) => {
        written.push(['sent', ...asked.slice(0, 2)]);
        return Promise.resolve({ label: renamed, requestId: 'req_1' });
      },
    };
    const { parts, written } = await setUp(client, vip);
    await rename(change, parts, {});
    expect(written).toEqual([
      ['begin'],
      ['sent', vip.id, { name: '[retired] VIP', color: 'gray' }],
      ['ended', vip.id, 'done', 'req_1'],
    ]);
  });

  it('sends nothing when it cannot be written down', async () => {
    let isSent = false;
    const client: LabelUpdater = {
      updateLabel: () => {
        isSent = true;
        return Promise.resolve({ label: renamed });
      },
    };
    const { labels, parts, recorder } = await setUp(client, vip);
    const broken = { ...recorder, begin: () => Promise.reject(new Error('disk full')) };
    await expect(rename(change, { ...parts, recorder: broken }, {})).rejects.toThrow('disk full');
    expect(isSent).toBe(false);
    expect(labels.activities.of(vip.id)).toBeUndefined();
  });

  it('takes the row out when a list does not have the label any more', async () => {
    const { labels, parts, written } = await setUp(failing(new LabelGoneError()), vip);
    expect(await rename(change, parts, {})).toEqual({ outcome: 'alreadyGone' });
    expect(labels.labels).toEqual([]);
    expect(written.at(-1)).toEqual(['ended', vip.id, 'alreadyGone', undefined]);
  });

  it('leaves the row where KirimChat says that there is no such label: the list has the last word', async () => {
    const { labels, parts, written } = await setUp(failing(failure('notFound')), vip);
    await expect(rename(change, parts, {})).rejects.toMatchObject({ kind: 'notFound' });
    expect(labels.labels).toEqual([vip]);
    expect(written.at(-1)).toEqual(['ended', vip.id, 'inDoubt', 'req_1']);
  });

  it('needs no journal where nothing has to be found again', async () => {
    const { labels, parts } = await setUp({ updateLabel: () => Promise.resolve({ label: renamed }) }, vip);
    expect(await rename(change, { ...parts, recorder: undefined }, {})).toMatchObject({ outcome: 'renamed' });
    expect(labels.labels).toEqual([renamed]);
  });

  it('leaves the row as it was when it fails', async () => {
    const { labels, parts } = await setUp(failing(failure('forbidden')), vip);
    await expect(rename(change, parts, {})).rejects.toThrow(ApiError);
    expect(labels.labels).toEqual([vip]);
    expect(labels.activities.of(vip.id)).toBeUndefined();
  });

  it.each([
    ['failed', failure('server')],
    ['inDoubt', failure('server', true)],
    ['inDoubt', new RequestCancelledError(failure('server', true))],
    ['failed', new RequestCancelledError()],
  ])('writes down that it %s', async (outcome, error) => {
    const { parts, written } = await setUp(failing(error), vip);
    await expect(rename(change, parts, {})).rejects.toBe(error);
    expect(written.at(-1)?.slice(0, 3)).toEqual(['ended', vip.id, outcome]);
  });
});

describe('how a renaming ended', () => {
  const renaming = { ...change, wanted: change.name };
  const inDoubt = { status: 'failed', error: failure('server', true) } as const;

  it('is known from the answer, where there is one', () => {
    const outcome = { status: 'done', result: { outcome: 'renamed' } } as const;
    expect(renamingEnding(renaming, outcome, listOf(vip)).ending).toBe('renamed');
  });

  it('is made clear by the list, where the answer leaves it in doubt', () => {
    expect(renamingEnding(renaming, inDoubt, listOf(renamed))).toMatchObject({ ending: 'renamed', settled: 'done' });
    const among = listOf(label('Another'), renamed);
    expect(renamingEnding(renaming, inDoubt, among)).toMatchObject({ ending: 'renamed', settled: 'done' });
    expect(renamingEnding(renaming, inDoubt, listOf(vip))).not.toHaveProperty('settled');
    const colored = { ...renamed, color: 'red' };
    expect(renamingEnding(renaming, inDoubt, listOf(colored))).not.toHaveProperty('settled');
    expect(renamingEnding(renaming, inDoubt, listOf())).toMatchObject({
      ending: 'alreadyGone',
      settled: 'alreadyGone',
    });
  });

  it.each([
    [['done'], renamed],
    [['alreadyGone'], undefined],
    // A slow server may still carry the request out.
    [[], vip],
  ])('is written down as %j, once that is clear', (outcomes, now) => {
    const written: unknown[][] = [];
    const ended: RunRecorder['ended'] = (...how) => {
      written.push(how);
    };
    const certain = renamingEnding(renaming, { status: 'notStarted' }, listOf());
    recordSettled({ ended }, [certain, renamingEnding(renaming, inDoubt, listOf(...(now ? [now] : [])))]);
    expect(written).toEqual(outcomes.map((outcome) => [vip, outcome]));
  });

  it('is written down nowhere without a journal', () => {
    expect(() => {
      recordSettled(undefined, [renamingEnding(renaming, inDoubt, listOf(renamed))]);
    }).not.toThrow();
  });

  it('has failed where nothing was sent at all', () => {
    const error = new Error('The journal cannot be written');
    expect(renamingEnding(renaming, { status: 'failed', error }, listOf(vip))).toMatchObject({
      ending: 'failed',
      error,
    });
  });

  it('stays in doubt without a list', () => {
    expect(renamingEnding(renaming, inDoubt, { kind: 'failed', error: undefined }).ending).toBe('inDoubt');
    expect(renamingEnding(renaming, inDoubt, undefined).ending).toBe('inDoubt');
    expect(renamingEnding(renaming, inDoubt, listOf({ id: vip.id })).ending).toBe('inDoubt');
  });

  it('believes a 404 only where the list does not have the label either', () => {
    const missing = { status: 'failed', error: failure('notFound') } as const;
    expect(renamingEnding(renaming, missing, listOf())).toMatchObject({
      ending: 'alreadyGone',
      settled: 'alreadyGone',
    });
    expect(renamingEnding(renaming, missing, listOf(vip)).ending).toBe('failed');
    expect(renamingEnding(renaming, missing, undefined).ending).toBe('inDoubt');
  });

  it('says what was left as it is, since it changed or could not be read again', () => {
    const error = new LabelChangedError(renamed);
    expect(renamingEnding(renaming, { status: 'failed', error }, undefined)).toEqual({
      renaming,
      ending: 'changed',
      current: renamed,
    });
    const unchecked = new LabelUncheckedError(failure('timeout'));
    expect(renamingEnding(renaming, { status: 'failed', error: unchecked }, undefined)).toMatchObject({
      ending: 'unchecked',
      error: { kind: 'timeout' },
    });
  });

  it('is certain where the request cannot have taken effect, whatever the list says', () => {
    const outcome = { status: 'failed', error: failure('forbidden') } as const;
    expect(renamingEnding(renaming, outcome, listOf(renamed))).toMatchObject({ ending: 'failed', requestId: 'req_1' });
    expect(renamingEnding(renaming, { status: 'notStarted' }, listOf(renamed)).ending).toBe('notStarted');
  });
});
