import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import type { CommandContext } from '../../../src/commands/commandContext';
import type { JournalEntry } from '../../../src/journal/entry';
import { LabelStore } from '../../../src/labels/labelStore';
import { OncePerId } from '../../../src/labels/oncePerId';
import { wishFor } from '../../../src/labels/recreation';
import type { Session } from '../../../src/session/session';
import type { ErrorAction, OperationError } from '../../../src/ui/errors';
import { label } from '../labels/fakes';

import { sendWishes } from '../../../src/commands/sendWishes';

const entryOf = (deleted: Label): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: deleted,
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
});
const [vip, cod, promo] = ['VIP', 'COD', 'Promo'].map((name) => entryOf(label(name))) as [
  JournalEntry,
  JournalEntry,
  JournalEntry,
];

/** A session, and what it sends: the first answers fail, as often as the test says. */
class Stage {
  readonly told: { ending: string; message: string; actions: readonly ErrorAction[] }[] = [];
  readonly sent: { readonly name: string; readonly key: string }[] = [];
  readonly failures: Error[] = [];
  list: Label[] = [];
  /** What other windows wrote, which comes in with the next load. */
  written: JournalEntry[] = [];
  readonly #ended = new AbortController();

  readonly session: Session;
  readonly context: CommandContext;
  /** The session in whose place the key was renewed. */
  current: Session | undefined;

  constructor() {
    const journal = {
      entries: [] as readonly JournalEntry[],
      load: () => Promise.resolve(void (journal.entries = this.written)),
      recreated: () => Promise.resolve(),
    };
    this.session = {
      client: { createLabel: this.#create },
      labels: new LabelStore({ listLabels: () => this.#pages() }),
      journal: () => Promise.resolve(journal),
      questions: new OncePerId(),
      pace: () => Promise.resolve({ turn: () => Promise.resolve() }),
      ended: this.#ended.signal,
      isSameOrganization: () => true,
    } as unknown as Session;
    this.context = {
      sessions: this,
      notices: {
        tell: (ending: string, message: string, ...actions: ErrorAction[]) =>
          void this.told.push({ ending, message, actions }),
      },
      record: (error: unknown) => expect.unreachable(String(error)),
    } as unknown as CommandContext;
  }

  get messages(): readonly string[] {
    return this.told.map(({ message }) => message);
  }

  get names(): readonly string[] {
    return this.sent.map(({ name }) => name);
  }

  end(): void {
    this.#ended.abort();
  }

  /** Sends one wish that fails. @returns what Retry does. */
  async failed(entry: JournalEntry, error: Error): Promise<() => unknown> {
    this.failures.push(error);
    const failure: unknown = await sendWishes(this.context, this.session, [wishFor(entry)]).catch(
      (reason: unknown) => reason,
    );
    return (failure as OperationError).retry ?? expect.unreachable();
  }

  async *#pages(): AsyncGenerator<Label[]> {
    await Promise.resolve();
    yield [...this.list];
  }

  readonly #create = ({ name, color, team_id }: Label, key: string) => {
    this.sent.push({ name, key });
    const failure = this.failures.shift();
    if (failure) {
      return Promise.reject(failure);
    }
    const created = label(name, { id: `lbl_new_${name}`, color, team_id });
    this.list.push(created);
    return Promise.resolve({ label: created, requestId: 'req_1' });
  };
}

const failure = (mayHaveTakenEffect: boolean) => new ApiError({ kind: 'server', mayHaveTakenEffect, attempts: 1 });

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

describe('Retry after creating labels again', () => {
  it('sends what is neither there nor created again by now', async () => {
    const retry = await stage.failed(vip, failure(false));
    await retry();
    expect(stage.names).toEqual(['VIP', 'VIP']);
    expect(stage.messages).toEqual(['Created “VIP” again. It has a new ID and is attached to nothing yet.']);
  });

  it('sends nothing, and says so, when another window was quicker', async () => {
    const retry = await stage.failed(vip, failure(false));
    stage.written = [{ ...vip, recreatedAs: 'lbl_other' }];
    await retry();
    expect(stage.names).toEqual(['VIP']);
    expect(stage.messages).toEqual(['Label “VIP” was created again meanwhile.']);
  });

  it('sends nothing, and says so, when the team has a label of that name by now', async () => {
    const retry = await stage.failed(vip, failure(false));
    stage.list = [label('VIP', { id: 'lbl_other' })];
    await retry();
    expect(stage.names).toEqual(['VIP']);
    expect(stage.messages).toEqual(['There is a label “VIP” already.']);
  });

  it('sends what may have come true with its old key, since the label of that name may be the one', async () => {
    const retry = await stage.failed(vip, failure(true));
    stage.list = [label('VIP', { id: 'lbl_other' })];
    await retry();
    expect(new Set(stage.sent.map(({ key }) => key)).size).toBe(1);
    expect(stage.names).toEqual(['VIP', 'VIP']);
  });

  it('leaves out of several those that are settled, says which, and sends the rest', async () => {
    stage.failures.push(failure(false), failure(false), failure(false));
    await sendWishes(stage.context, stage.session, [vip, cod, promo].map(wishFor));
    stage.written = [{ ...vip, recreatedAs: 'lbl_other' }];
    stage.list = [label('COD', { id: 'lbl_other' })];
    const [told] = stage.told.splice(0);
    await told?.actions.find(({ title }) => title === 'Retry Failed')?.run();
    expect(stage.names.slice(3)).toEqual(['Promo']);
    expect(stage.messages).toEqual([
      'Label “VIP” was created again meanwhile. There is a label “COD” already.',
      'Created “Promo” again. It has a new ID and is attached to nothing yet.',
    ]);
  });

  it('goes on with the present session of the organization', async () => {
    const retry = await stage.failed(vip, failure(false));
    const present = new Stage();
    stage.end();
    stage.current = present.session;
    await retry();
    expect([stage.names, present.names]).toEqual([['VIP'], ['VIP']]);
  });
});
