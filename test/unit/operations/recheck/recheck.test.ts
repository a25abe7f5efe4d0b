import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError, RequestCancelledError } from '../../../../src/api/errors';
import type { Label, UnreadableRecord } from '../../../../src/api/schema';
import { LabelStore } from '../../../../src/labels/labelStore';
import { Recheck } from '../../../../src/operations/recheck/recheck';
import { hasSameName, hasSameNameAndColor } from '../../../../src/operations/recheck/sameLabel';
import { label } from '../../labels/fakes';

const [a, b] = [label('a'), label('b')];
const renamed = { ...b, name: 'B, for good' };
const HALF_A_MINUTE_MS = 30_000;
const offline = new ApiError({ kind: 'offline', attempts: 1, mayHaveTakenEffect: false });

/** A server that has some labels, a store that reads them, and a clock that only the test moves. */
class Setting {
  nowMs = 0;
  labels: readonly Label[];
  unreadable: readonly string[] = [];
  failure: Error | undefined;
  /** How long an answer takes. */
  answerMs = 0;
  lists = 0;
  readonly read: string[] = [];
  readonly store: LabelStore;
  readonly recheck: Recheck;

  constructor(labels: readonly Label[]) {
    this.labels = labels;
    this.store = new LabelStore(
      { listLabels: (options) => this.#list(options?.onUnreadable ?? (() => undefined)) },
      'en',
      () => this.nowMs,
    );
    this.recheck = new Recheck({ getLabel: (id) => this.#get(id) }, this.store);
  }

  /** As after the question was answered. */
  async agreeTo(...labels: readonly Label[]): Promise<void> {
    await this.store.refresh();
    await this.recheck.changesSince(labels, {});
    this.lists = 0;
    this.read.length = 0;
  }

  /** Waits for the label's turn. The first one comes after `turnMs`; another one, where it is needed, at once. */
  async turnOf(agreed: Label, isSame = hasSameName, turnMs = 0, signal?: AbortSignal): Promise<void> {
    let turns = 0;
    const beforeAttempt = () => {
      turns += 1;
      this.nowMs += turns === 1 ? turnMs : 0;
      return Promise.resolve();
    };
    await this.recheck.guard(agreed, isSame, { beforeAttempt }).beforeAttempt?.(signal);
  }

  async *#list(onUnreadable: (record: UnreadableRecord) => void): AsyncGenerator<readonly Label[]> {
    this.lists += 1;
    await this.#answer();
    for (const id of this.unreadable) {
      onUnreadable({ id, field: 'name' });
    }
    yield this.labels.filter(({ id }) => !this.unreadable.includes(id));
  }

  async #get(id: string): Promise<Label | undefined> {
    this.read.push(id);
    await this.#answer();
    return this.labels.find((candidate) => candidate.id === id);
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    this.nowMs += this.answerMs;
    if (this.failure) {
      throw this.failure;
    }
  }
}

describe('A write', () => {
  let setting: Setting;

  beforeEach(async () => {
    setting = new Setting([a, b]);
    await setting.agreeTo(a, b);
  });

  it('goes ahead without another look while what is known is half a minute old at most', async () => {
    setting.nowMs += HALF_A_MINUTE_MS;
    await setting.turnOf(a);
    expect(setting.lists).toBe(0);
  });

  it('is held back after that where the label is called something else, and no other is', async () => {
    setting.labels = [a, renamed];
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await setting.turnOf(a);
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelChangedError', current: renamed });
    expect(setting.lists).toBe(1);
  });

  it('looks by the age of what is known, however long the computer slept', async () => {
    setting.labels = [a, renamed];
    setting.nowMs += 8 * 3_600_000;
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelChangedError' });
  });

  it('looks again where its turn was long in coming, and then takes another turn', async () => {
    setting.labels = [a, renamed];
    await expect(setting.turnOf(b, hasSameName, HALF_A_MINUTE_MS + 1)).rejects.toMatchObject({
      name: 'LabelChangedError',
    });
  });

  it('takes any list that was loaded meanwhile, whoever asked for it', async () => {
    setting.labels = [a, renamed];
    await setting.store.refresh();
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelChangedError' });
    expect(setting.lists).toBe(1);
  });

  it('goes ahead when the label has its name back', async () => {
    setting.labels = [a, renamed];
    await setting.store.refresh();
    setting.labels = [a, b];
    await setting.store.refresh();
    await setting.turnOf(b);
  });

  it('minds another color only where it would be written over', async () => {
    setting.labels = [a, { ...b, color: 'red' }];
    await setting.store.refresh();
    await setting.turnOf(b, hasSameName);
    await expect(setting.turnOf(b, hasSameNameAndColor)).rejects.toMatchObject({ name: 'LabelChangedError' });
  });

  it('is not needed where a whole list does not have the label any more', async () => {
    setting.labels = [a];
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelGoneError' });
  });

  it('is held back where nothing can be read, with the reason', async () => {
    setting.failure = offline;
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await expect(setting.turnOf(a)).rejects.toMatchObject({ name: 'LabelUncheckedError', cause: offline });
    setting.failure = undefined;
    await setting.turnOf(a);
  });

  it('is held back where a list that broke off does not have the label', async () => {
    setting.labels = [a, renamed];
    await setting.store.refresh();
    setting.labels = [a];
    setting.failure = offline;
    await setting.store.refresh();
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelChangedError' });
  });

  it('is held back alone where its record cannot be read', async () => {
    setting.unreadable = [b.id];
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await setting.turnOf(a);
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelUncheckedError', cause: undefined });
  });

  it('is held back where the answer is too old when it comes', async () => {
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    setting.answerMs = HALF_A_MINUTE_MS + 1;
    await expect(setting.turnOf(a)).rejects.toMatchObject({
      name: 'LabelUncheckedError',
      cause: { kind: 'timeout', mayHaveTakenEffect: false },
    });
  });

  it('believes neither a list nor an answer of an earlier state than was agreed to', async () => {
    setting.labels = [a, { ...renamed, updated_at: '2025-12-31T23:59:59.999Z' }];
    await setting.store.refresh();
    await setting.turnOf(b);
    setting.labels = [a, { ...renamed, updated_at: 'no time' }];
    await setting.store.refresh();
    await expect(setting.turnOf(b)).rejects.toMatchObject({ name: 'LabelChangedError' });
  });

  it('has nothing to look for where the run was stopped', async () => {
    setting.labels = [];
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await setting.turnOf(b, hasSameName, 0, AbortSignal.abort());
    expect(setting.lists).toBe(0);
  });

  it('does not wait for a list when it is cancelled', async () => {
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    const cancel = new AbortController();
    const waited = setting.turnOf(b, hasSameName, 0, cancel.signal);
    cancel.abort();
    await expect(waited).rejects.toBeInstanceOf(RequestCancelledError);
  });

  it('shares the list with those that wait for one at the same time', async () => {
    setting.nowMs += HALF_A_MINUTE_MS + 1;
    await Promise.all([setting.turnOf(a), setting.turnOf(b), setting.turnOf(a)]);
    expect(setting.lists).toBe(1);
  });
});

describe('A write to a label of a list of more than 3,000', () => {
  const many = Array.from({ length: 3_001 }, (_, index) => label(`n${String(index).padStart(4, '0')}`));
  const some = many.slice(0, 12);
  let setting: Setting;

  beforeEach(async () => {
    setting = new Setting(many);
    await setting.agreeTo(...some);
    setting.nowMs += HALF_A_MINUTE_MS + 1;
  });

  it('reads that label and the next few, and not the list', async () => {
    for (const next of some) {
      await setting.turnOf(next);
    }
    expect(setting.read).toEqual(some.map(({ id }) => id));
    expect(setting.lists).toBe(0);
  });

  it('is held back where the label is called something else', async () => {
    const [first = a, second = b] = some;
    setting.labels = [first, { ...second, name: 'for good' }, ...many.slice(2)];
    await setting.turnOf(first);
    await expect(setting.turnOf(second)).rejects.toMatchObject({ name: 'LabelChangedError' });
  });

  it('asks the list whether a label is gone that KirimChat says it does not have', async () => {
    const [first = a] = some;
    setting.labels = many.slice(1);
    await expect(setting.turnOf(first)).rejects.toMatchObject({ name: 'LabelGoneError' });
    expect(setting.lists).toBe(1);
  });
});
