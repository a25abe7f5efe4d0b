import { describe, expect, it } from 'vitest';
import type { WrittenLabel } from '../../../src/api/client';
import { ApiError, RequestCancelledError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import { LabelStore } from '../../../src/labels/labelStore';
import type { Pace } from '../../../src/labels/pace';
import { type LabelCreator, type RecreationParts, wishFor } from '../../../src/labels/recreation';
import { recreateAll, recreateOne, wishAgain } from '../../../src/labels/recreationEndings';
import { label } from './fakes';

const entryOf = (deleted: Label): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: deleted,
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
});
const vip = entryOf(label('VIP', { color: 'amber', team_id: 'team_2' }));
const wishForVip = wishFor(vip);

/** A KirimChat with a list, and an answer to each POST: what it does to the list, and what it says. */
class FakeKirim implements LabelCreator {
  readonly sent: unknown[][] = [];
  readonly #answers: ((created: Label) => WrittenLabel)[] = [];
  list: Label[] = [];
  listError: Error | undefined;
  /** What it makes of the names that it is given. */
  tidies = (name: string): string => name;
  /** When the list is there. */
  listed: Promise<void> = Promise.resolve();

  /** @param arrives whether the label is created, whatever is said about it. */
  fails(error: Error, { arrives = false } = {}): void {
    this.#answers.push((created) => {
      if (arrives) {
        this.list.push(created);
      }
      throw error;
    });
  }

  createLabel({ name, color, team_id }: Pick<Label, 'name' | 'color' | 'team_id'>, key: string): Promise<WrittenLabel> {
    this.sent.push([name, color, team_id, key]);
    const created = label(this.tidies(name), { id: `lbl_new_${name}`, color, team_id });
    const answer = this.#answers.shift();
    return new Promise((resolve) => {
      if (answer) {
        resolve(answer(created));
      } else {
        this.list.push(created);
        resolve({ label: created, requestId: 'req_1' });
      }
    });
  }

  async *listLabels(): AsyncGenerator<Label[]> {
    await this.listed;
    if (this.listError) {
      throw this.listError;
    }
    yield [...this.list];
  }
}

async function setUp(...list: Label[]) {
  const kirim = new FakeKirim();
  kirim.list = list;
  const labels = new LabelStore(kirim, 'en');
  await labels.refresh();
  const written: unknown[][] = [];
  const errors: unknown[] = [];
  const journal: RecreationParts['journal'] = {
    recreated: (entry, newId) => {
      written.push([entry.label.name, newId]);
      return Promise.resolve();
    },
  };
  const parts: RecreationParts = { client: kirim, journal, labels, record: (error) => errors.push(error) };
  const names = () => labels.labels.map(({ name }) => name);
  return { kirim, labels, parts, written, errors, names };
}

const pace = { turn: () => Promise.resolve() } as unknown as Pace;
const failure = (mayHaveTakenEffect: boolean) => new ApiError({ kind: 'server', mayHaveTakenEffect, attempts: 1 });
const refusal = () =>
  new ApiError({ kind: 'invalidRequest', code: 'invalid_field_value', mayHaveTakenEffect: false, attempts: 1 });

describe('creating a deleted label again', () => {
  it('sends name, color and team with a key, shows the new label and writes down its id', async () => {
    const { kirim, parts, written, names } = await setUp();
    const ending = await recreateOne(wishForVip, parts, {});
    expect(ending).toMatchObject({ ending: 'created', newId: 'lbl_new_VIP', requestId: 'req_1' });
    expect(kirim.sent).toEqual([['VIP', 'amber', 'team_2', wishForVip.key]]);
    expect(wishForVip.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(written).toEqual([['VIP', 'lbl_new_VIP']]);
    expect(names()).toEqual(['VIP']);
  });

  it('needs no list where KirimChat has confirmed it', async () => {
    const { kirim, parts } = await setUp();
    kirim.listed = new Promise(() => undefined);
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('created');
  });

  it('is done although the journal cannot be written', async () => {
    const { parts, errors } = await setUp();
    const full = new Error('The disk is full');
    const ending = await recreateOne(wishForVip, { ...parts, journal: { recreated: () => Promise.reject(full) } }, {});
    expect(ending.ending).toBe('created');
    expect(errors).toEqual([full]);
  });

  it('finds out from the list that a request came through whose answer did not', async () => {
    const { kirim, parts, written } = await setUp();
    kirim.fails(failure(true), { arrives: true });
    expect(await recreateOne(wishForVip, parts, {})).toMatchObject({ ending: 'created', newId: 'lbl_new_VIP' });
    expect(written).toEqual([['VIP', 'lbl_new_VIP']]);
  });

  it.each([
    ['was listed before', true, 'amber'],
    ['has another color', false, 'gray'],
  ])('does not claim a label of that name that %s', async (_, isListed, color) => {
    const theirs = label('VIP', { id: 'lbl_theirs', team_id: 'team_2', color });
    const { kirim, parts, written } = await setUp(...(isListed ? [theirs] : []));
    kirim.list = [theirs];
    kirim.fails(failure(true));
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('exists');
    kirim.fails(failure(true));
    const { endings } = await recreateAll([wishForVip], parts, { pace });
    expect(endings.map(({ ending }) => ending)).toEqual(['exists']);
    expect(written).toEqual([]);
  });

  it('finds out from the list that it did not come through', async () => {
    const { kirim, parts } = await setUp();
    kirim.fails(failure(true));
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('failed');
  });

  it('is in doubt where the list cannot be asked', async () => {
    const { kirim, parts, written } = await setUp();
    kirim.fails(failure(true));
    kirim.listError = failure(false);
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('inDoubt');
    expect(written).toEqual([]);
  });

  it('is in doubt as well where only an older list has that name', async () => {
    const { kirim, parts } = await setUp(label('VIP', { team_id: 'team_2' }));
    kirim.fails(failure(true));
    kirim.listError = failure(false);
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('inDoubt');
  });

  it('has failed for the reason that KirimChat gave, whatever the list has', async () => {
    const { kirim, parts } = await setUp(label('VIP', { team_id: 'team_2' }));
    const error = new ApiError({ kind: 'forbidden', mayHaveTakenEffect: false, attempts: 1 });
    kirim.fails(error);
    expect(await recreateOne(wishForVip, parts, {})).toMatchObject({ ending: 'failed', error });
    kirim.fails(error);
    kirim.listError = failure(false);
    expect(await recreateOne(wishForVip, parts, {})).toMatchObject({ ending: 'failed', error });
  });

  it('finds out that the team has that name already, whoever was quicker', async () => {
    const { kirim, parts, written } = await setUp();
    kirim.list.push(label('VIP', { team_id: 'team_2' }));
    kirim.fails(refusal());
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('exists');
    expect(written).toEqual([]);
  });

  it.each([
    ['another team', label('VIP', { team_id: 'team_1' })],
    ['another spelling', label('Vip', { team_id: 'team_2' })],
  ])('does not take a name in %s for it', async (_, other) => {
    const { kirim, parts } = await setUp(other);
    kirim.fails(refusal());
    expect((await recreateOne(wishForVip, parts, {})).ending).toBe('failed');
  });

  describe('whose name KirimChat tidies', () => {
    const padded = wishFor(entryOf(label(' Cafe\u0301  baru ', { color: 'amber' })));
    const tidies = (name: string) => name.normalize('NFC').replace(/ +/g, ' ').trim();

    it('has come true under the name that it got', async () => {
      const { kirim, parts, written, names } = await setUp();
      kirim.tidies = tidies;
      expect(await recreateOne(padded, parts, {})).toMatchObject({ ending: 'created', newName: 'Caf\u00e9 baru' });
      expect(names()).toEqual(['Caf\u00e9 baru']);
      expect(written).toHaveLength(1);
    });

    it('is found in the list where the answer was lost', async () => {
      const { kirim, parts, written } = await setUp();
      kirim.tidies = tidies;
      kirim.fails(failure(true), { arrives: true });
      expect(await recreateOne(padded, parts, {})).toMatchObject({ ending: 'created', newName: 'Caf\u00e9 baru' });
      expect(written).toHaveLength(1);
    });

    it('exists where KirimChat says that the name is taken, and has not come true where nothing says so', async () => {
      const { kirim, parts } = await setUp(label('Caf\u00e9 baru', { color: 'amber' }));
      kirim.fails(refusal());
      expect((await recreateOne(padded, parts, {})).ending).toBe('exists');
      kirim.fails(failure(true));
      expect((await recreateOne(padded, parts, {})).ending).toBe('failed');
    });

    it('takes nothing that came of another wish for its own', async () => {
      const wishes = [' A', 'A', '  B ', 'B  '].map((name) => wishFor(entryOf(label(name))));
      const { kirim, parts, written } = await setUp();
      kirim.tidies = tidies;
      for (const arrives of [false, true, true, false]) {
        kirim.fails(failure(true), { arrives });
      }
      const { endings } = await recreateAll(wishes, parts, { pace });
      expect(endings.map(({ ending, newId }) => [ending, newId])).toEqual([
        ['failed', undefined],
        ['created', 'lbl_new_A'],
        ['created', 'lbl_new_  B '],
        ['failed', undefined],
      ]);
      expect(written.map(([name]) => name)).toEqual(['A', '  B ']);
    });
  });

  it('was not sent when it was cancelled while it waited', async () => {
    const { kirim, parts } = await setUp();
    kirim.fails(new RequestCancelledError());
    const { ending, error } = await recreateOne(wishForVip, parts, {});
    expect(ending).toBe('failed');
    expect(error).toBeInstanceOf(RequestCancelledError);
  });

  it('uses the same key again where it may have come true, and another one where it did not', async () => {
    const { kirim, parts } = await setUp();
    for (const error of [failure(true), new RequestCancelledError(failure(true)), failure(false)]) {
      kirim.fails(error);
    }
    let wish = wishForVip;
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      wish = wishAgain(await recreateOne(wish, parts, {}));
    }
    const [first, second, third, fourth] = kirim.sent.map(([, , , key]) => key);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });
});

describe('creating several', () => {
  const entries = ['A', 'B', 'C'].map((name) => entryOf(label(name)));

  it('goes on after a failure, and says of each how it ended', async () => {
    const { kirim, parts, written, names } = await setUp();
    kirim.fails(failure(false));
    const { endings } = await recreateAll(entries.map(wishFor), parts, { pace });
    expect(endings.map(({ ending }) => ending)).toEqual(['failed', 'created', 'created']);
    expect(written.map(([name]) => name)).toEqual(['B', 'C']);
    expect(names()).toEqual(['B', 'C']);
    expect(new Set(kirim.sent.map(([, , , key]) => key)).size).toBe(3);
  });

  it('asks the list about the one that is in doubt', async () => {
    const { kirim, parts } = await setUp();
    kirim.fails(failure(true), { arrives: true });
    const { endings } = await recreateAll(entries.map(wishFor), parts, { pace });
    expect(endings.map(({ ending }) => ending)).toEqual(['created', 'created', 'created']);
  });

  it('stops where KirimChat rejects the key, and starts nothing more', async () => {
    const { kirim, parts } = await setUp();
    for (let count = 0; count < 3; count += 1) {
      kirim.fails(new ApiError({ kind: 'unauthorized', mayHaveTakenEffect: false, attempts: 1 }));
    }
    const many = Array.from({ length: 30 }, (_, number) => wishFor(entryOf(label(`L${number}`))));
    const { endings, stoppedBy } = await recreateAll(many, parts, { pace });
    expect(stoppedBy?.kind).toBe('unauthorized');
    expect(endings.at(-1)?.ending).toBe('notStarted');
    expect(kirim.sent.length).toBeLessThan(30);
  });
});
