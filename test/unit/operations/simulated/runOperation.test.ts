import { describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../../src/api/schema';
import type { JournalEntry } from '../../../../src/journal/entry';
import {
  createOperation,
  createRequest,
  createRequestAgain,
  recreateRequest,
} from '../../../../src/operations/createLabels';
import { deleteOperation } from '../../../../src/operations/deleteLabels';
import type { BatchResult, OperationItem } from '../../../../src/operations/operation';
import { type FittedUpdate, planRetirement } from '../../../../src/operations/retirement';
import { LabelUncheckedError } from '../../../../src/operations/recheck/recheckErrors';
import { updateOperation } from '../../../../src/operations/updateLabels';
import { MemoryDisk, MemoryFiles } from '../../journal/memoryFiles';
import { OperationWindow } from './operationWindow';
import { Simulation } from './support';

const DELETE = { method: 'DELETE' };
const LIST = { method: 'GET', path: '/labels' };
const PREFIX = '[retired] ';

const retiring = ({ labels }: Pick<OperationWindow, 'labels'>) =>
  updateOperation({
    activity: 'retiring',
    plan: (current) => planRetirement(current, labels.labels, PREFIX),
    isAgreed: ({ name }, agreed) => name === agreed.name,
    startRun: (some, journal, options) => journal.startRun('retire', some, options),
  });

/** An organization with L0, L1 … in it, and a window that shows them. */
async function setUp(labels = 3, files = new MemoryFiles(new MemoryDisk())) {
  const simulation = new Simulation({ labels });
  const window = await OperationWindow.open(simulation.openWindow(), files);
  simulation.kirim.requests.clear();
  const items = simulation.labels.map((label) => ({ label }));
  const only = items[0] as OperationItem;
  const { clock, kirim } = simulation;
  return { simulation, window, files, items, only, clock, kirim };
}

const statusesOf = <T extends OperationItem>(outcome: { kind: string } | ({ kind: string } & BatchResult<T>)) =>
  'results' in outcome ? outcome.results.map(({ status }) => status) : [outcome.kind];

describe('an operation with one label', () => {
  it('shows on the row what goes on, until KirimChat has answered; then the row is gone', async () => {
    const { simulation, window, only, clock } = await setUp();
    const deleted = window.operate(deleteOperation, [only]);
    expect(window.labels.activities.of(only.label.id)).toEqual({ kind: 'deleting' });
    expect(statusesOf(await clock.until(deleted))).toEqual(['done']);
    expect(window.rows).toEqual(['L1', 'L2']);
    expect(window.labels.activities.of(only.label.id)).toBeUndefined();
    expect(simulation.organization.labels()).toHaveLength(2);
  });

  it('shows the label as KirimChat has it after an update, whatever was asked for', async () => {
    const { window, only, clock, kirim } = await setUp(1);
    kirim.variations.storedName = (name) => name.replace(/ +/g, ' ');
    const [update] = planRetirement([only.label], [only.label], '[retired]  ');
    const operation = { ...retiring(window), recheck: undefined as never };
    await clock.until(window.operate(operation, update ? [update] : []));
    expect(window.rows).toEqual(['[retired] L0']);
  });

  it('may use the reserve', async () => {
    const { simulation, window, only, clock } = await setUp();
    simulation.organization.spendWrites(59);
    const startedAt = clock.now();
    await clock.until(window.operate(deleteOperation, [only]));
    expect(clock.now() - startedAt).toBeLessThan(1_000);
  });

  it('takes the whole label down before the request leaves', async () => {
    const { window, only, clock, kirim, files } = await setUp();
    const create = vi.spyOn(files, 'create');
    let filesBefore = 0;
    const send = window.client.deleteLabel.bind(window.client);
    vi.spyOn(window.client, 'deleteLabel').mockImplementation((...args) => {
      filesBefore = create.mock.calls.filter(([, text]) => text.includes(only.label.created_at)).length;
      return send(...args);
    });
    await clock.until(window.operate(deleteOperation, [only]));
    expect(filesBefore).toBe(1);
    expect(window.wholeLabels).toEqual([only.label]);
    expect(window.written).toEqual([['L0', 'done']]);
    expect(kirim.requests.count(DELETE)).toBe(1);
  });

  it('sends nothing where that cannot be taken down, and leaves an ordinary row', async () => {
    const { window, items, only, clock, kirim, files } = await setUp();
    files.fail(new Error('disk full'));
    await expect(clock.until(window.operate(deleteOperation, [only]))).rejects.toThrow('disk full');
    await expect(clock.until(window.operate(deleteOperation, items))).rejects.toThrow('disk full');
    expect(kirim.requests.count(DELETE)).toBe(0);
    expect(window.rows).toHaveLength(3);
    expect(window.labels.activities.of(only.label.id)).toBeUndefined();
  });

  it.each([
    ['carried out, although the answer was lost', true, 'done', 'done'],
    ['not carried out', false, 'failed', 'inDoubt'],
  ])('asks the list about a request that was %s', async (_, applied, status, outcome) => {
    const { window, only, clock, kirim } = await setUp();
    kirim.faults.add({ match: DELETE, times: 5, fault: { kind: 'cut', applied } });
    const deleted = await clock.until(window.operate(deleteOperation, [only]));
    expect(statusesOf(deleted)).toEqual([status]);
    expect(window.written).toEqual([['L0', outcome]]);
    expect(window.rows.includes('L0')).toBe(!applied);
  });

  it('finds out that a colleague has deleted the label since it was read again', async () => {
    const { simulation, window, only, clock, kirim } = await setUp();
    kirim.faults.add({ match: DELETE, fault: { kind: 'rate_limited', retryAfter: '5' } });
    simulation.at(3, () => {
      simulation.organization.removeLabel(only.label.id);
    });
    expect(statusesOf(await clock.until(window.operate(deleteOperation, [only])))).toEqual(['alreadyGone']);
    expect(window.written).toEqual([['L0', 'alreadyGone']]);
    expect(window.rows).toEqual(['L1', 'L2']);
  });

  it('does not send it again once the label has got another name, and says which', async () => {
    const { simulation, window, only, clock, kirim } = await setUp();
    kirim.faults.add({ match: DELETE, fault: { kind: 'rate_limited', retryAfter: '60' } });
    simulation.at(20, () => {
      simulation.organization.renameLabel(only.label.id, 'Gold');
    });
    const outcome = await clock.until(window.operate(deleteOperation, [only]));
    expect(outcome).toMatchObject({ results: [{ status: 'changed', current: { name: 'Gold' } }] });
    expect(kirim.requests.count(DELETE)).toBe(1);
    expect(window.written).toEqual([['L0', 'failed']]);
  });

  it('can be cancelled while it waits to be sent once more', async () => {
    const { simulation, window, only, clock, kirim } = await setUp();
    const cancel = new AbortController();
    kirim.faults.add({ match: DELETE, fault: { kind: 'rate_limited', retryAfter: '60' } });
    simulation.at(5, () => {
      cancel.abort();
    });
    const waits: unknown[] = [];
    const onProgress = ({ waiting }: { waiting?: unknown }) => void waits.push(waiting);
    const outcome = await clock.until(window.operate(deleteOperation, [only], { signal: cancel.signal, onProgress }));
    expect(statusesOf(outcome)).toEqual(['notStarted']);
    expect(waits).toContainEqual({
      seconds: expect.closeTo(60.5, 0) as number,
      reason: expect.objectContaining({ status: 429 }) as unknown,
    });
  });
});

describe('an operation', () => {
  it.each([
    ['sends nothing, and tells what has changed since the question', 'renameLabel'],
    ['sends nothing either where some labels are gone', 'removeLabel'],
  ] as const)('%s', async (_, what) => {
    const { simulation, window, items, only, clock, kirim } = await setUp();
    simulation.organization[what](only.label.id, 'Gold');
    const outcome = await clock.until(window.operate(deleteOperation, items));
    expect(outcome.kind).toBe('changed');
    expect(kirim.requests.count(DELETE)).toBe(0);
    expect(window.written).toEqual([]);
    expect(window.labels.activities.of(only.label.id)).toBeUndefined();
  });

  it('has nothing to do where all labels are gone', async () => {
    const { simulation, window, items, clock } = await setUp();
    for (const { label } of items) {
      simulation.organization.removeLabel(label.id);
    }
    const outcome = await clock.until(window.operate(deleteOperation, items));
    expect(outcome).toMatchObject({ kind: 'finished', results: items.map(() => ({ status: 'alreadyGone' })) });
    expect(outcome).not.toHaveProperty('run');
  });

  it('goes on with the others where a label that was to be renamed is gone', async () => {
    const { simulation, window, only, clock } = await setUp();
    const plan = planRetirement(simulation.labels, simulation.labels, PREFIX);
    simulation.organization.removeLabel(only.label.id);
    const outcome = await clock.until(window.operate<FittedUpdate>(retiring(window), plan));
    expect(statusesOf(outcome)).toEqual(['done', 'done', 'alreadyGone']);
  });

  it('sends nothing of what can no longer be read, and says that it is not known what it is called', async () => {
    const { window, only, clock, kirim } = await setUp();
    vi.spyOn(window.client, 'listLabels').mockImplementation(async function* ({ onUnreadable } = {}) {
      await Promise.resolve();
      onUnreadable?.({ id: only.label.id, field: 'name' });
      yield [];
    });
    await expect(clock.until(window.operate(deleteOperation, [only]))).rejects.toThrow(LabelUncheckedError);
    expect(kirim.requests.count(DELETE)).toBe(0);
  });

  it('lets the rows of many wait until it is their turn, and no longer once it is cancelled', async () => {
    const { simulation, window, items, clock } = await setUp(20);
    const cancel = new AbortController();
    const kindsOf = () => items.map(({ label }) => window.labels.activities.of(label.id)?.kind);
    const kinds: ReturnType<typeof kindsOf>[] = [];
    simulation.at(0.15, () => {
      kinds.push(kindsOf());
      cancel.abort();
      kinds.push(kindsOf());
    });
    await clock.until(window.operate(deleteOperation, items, { signal: cancel.signal }));
    expect(new Set(kinds[0])).toEqual(new Set(['deleting', 'waiting']));
    expect(new Set(kinds[1])).toEqual(new Set(['deleting', undefined]));
  });

  it('leaves the reserve alone where it is about several labels', async () => {
    const { simulation, window, items, clock } = await setUp();
    simulation.organization.spendWrites(50);
    const startedAt = clock.now();
    await clock.until(window.operate(deleteOperation, items));
    // The first answer tells how little is left; a single label waits for nothing.
    expect(clock.now() - startedAt).toBeGreaterThan(5_000);
  });

  it.each([
    [
      'the name that was agreed to is taken now',
      ({ organization }: Simulation) => void organization.addLabel({ name: '[retired] L0' }),
    ],
    [
      'one of them can no longer be read',
      ({ kirim }: Simulation) => {
        const change = (body: unknown) => {
          const { data } = body as { data: Record<string, unknown>[] };
          return {
            ...(body as object),
            data: data.map((label, index) => (index === 1 ? { ...label, name: 5 } : label)),
          };
        };
        kirim.faults.add({ match: LIST, fault: { kind: 'changed', change } });
      },
    ],
  ])('asks again about an update where %s', async (_, act) => {
    const { simulation, window, clock, kirim } = await setUp();
    const plan = planRetirement(simulation.labels, simulation.labels, PREFIX);
    act(simulation);
    expect((await clock.until(window.operate<FittedUpdate>(retiring(window), plan))).kind).toBe('changed');
    expect(kirim.requests.count({ method: 'PATCH' })).toBe(0);
  });

  it('shows, where an update was refused, which label has the name', async () => {
    const { simulation, window, only, clock, kirim } = await setUp();
    const [update] = planRetirement([only.label], simulation.labels, PREFIX);
    kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 400 } });
    simulation.at(0.2, () => {
      simulation.organization.addLabel({ name: '[retired] L0' });
    });
    await clock.until(window.operate<FittedUpdate>(retiring(window), update ? [update] : []));
    expect(window.rows).toContain('[retired] L0');
  });

  it('leaves out what another operation is working on', async () => {
    const { window, items, only, clock, kirim } = await setUp();
    window.labels.activities.claim([only.label.id], { kind: 'retiring' });
    expect(statusesOf(await clock.until(window.operate(deleteOperation, [only])))).toEqual(['busy']);
    expect(kirim.requests.count()).toBe(0);
    expect(statusesOf(await clock.until(window.operate(deleteOperation, items)))).toEqual(['done', 'done', 'busy']);
    expect(window.labels.activities.of(only.label.id)).toEqual({ kind: 'retiring' });
  });

  it('sends nothing where the labels cannot be read again, or the user is not signed in any more', async () => {
    const { window, items, clock, kirim } = await setUp();
    kirim.faults.add({ match: { method: 'GET' }, fault: { kind: 'status', status: 401 } });
    await expect(clock.until(window.operate(deleteOperation, items))).rejects.toMatchObject({ kind: 'unauthorized' });
    const checkSignedIn = async () => {
      await clock.sleep(5_000);
      window.signOut();
    };
    await expect(clock.until(window.operate(deleteOperation, items, { checkSignedIn }))).rejects.toThrow('cancelled');
    expect(kirim.requests.count(DELETE)).toBe(0);
  });

  it('creates nothing either where the user is not signed in any more', async () => {
    const { window, clock, kirim } = await setUp();
    const checkSignedIn = () => {
      window.signOut();
      return Promise.resolve();
    };
    const requests = [createRequest({ name: 'New', color: 'red' })];
    const created = window.operate(createOperation(requests, window), requests, { checkSignedIn });
    await expect(clock.until(created)).rejects.toThrow('cancelled');
    expect(kirim.requests.count({ method: 'POST' })).toBe(0);
  });

  it('lets the user take labels out first, when they are in the journal, and writes only the rest', async () => {
    const { window, items, only, clock, kirim, files } = await setUp();
    const filesAt: number[] = [];
    const undoTime = <T>(some: readonly T[]) => {
      filesAt.push(files.count);
      return Promise.resolve(some.slice(1));
    };
    expect(statusesOf(await clock.until(window.operate(deleteOperation, items, { undoTime })))).toEqual([
      'done',
      'done',
    ]);
    expect(filesAt[0]).toBeGreaterThan(0);
    expect(window.rows).toEqual(['L0']);
    expect(await clock.until(window.operate(deleteOperation, [only], { undoTime }))).toEqual({ kind: 'undone' });
    expect(kirim.requests.count(DELETE)).toBe(2);
  });

  it('goes on after one label has failed, with the reason of each, and asks for the list once more', async () => {
    const { window, items, clock, kirim } = await setUp();
    kirim.faults.add({ match: DELETE, skip: 1, fault: { kind: 'status', status: 403 } });
    const outcome = await clock.until(window.operate(deleteOperation, items));
    expect(statusesOf(outcome)).toEqual(['done', 'failed', 'done']);
    expect(outcome).toMatchObject({
      results: [{}, { error: { status: 403 }, requestId: expect.any(String) as string }, {}],
    });
    await clock.until(window.labels.settled());
    expect(kirim.requests.count({ method: 'GET', path: '/labels' })).toBe(2);
  });
});

describe('creating labels', () => {
  async function creating(...names: readonly string[]) {
    const { simulation, window, kirim, clock } = await setUp(0);
    const entryOf = (name: string): JournalEntry => {
      const label = simulation.organization.addLabel({ name, color: 'amber' });
      simulation.organization.removeLabel(label.id);
      return { run: 'run', act: 'delete', label, startedAt: '2026-01-01T00:00:00Z' };
    };
    const written: string[] = [];
    const requests = names.map((name) => recreateRequest(entryOf(name)));
    const onCreated = ({ label }: { readonly label: Label }) => void written.push(label.name);
    const create = (some = requests) =>
      clock.until(window.operate(createOperation(some, { labels: window.labels, onCreated }), some));
    return { window, kirim, create, written };
  }

  it('shows them, and tells which label came of which', async () => {
    const { window, create, written } = await creating('VIP', 'Gold');
    expect(statusesOf(await create())).toEqual(['done', 'done']);
    expect(window.rows).toEqual(['Gold', 'VIP']);
    expect(written).toEqual(['VIP', 'Gold']);
  });

  it('takes no other label for the new one, whatever the answer says', async () => {
    const { window, create, written } = await creating('VIP');
    window.labels.put({
      object: 'label',
      id: 'lbl_other',
      name: 'Other',
      color: 'gray',
      team_id: 't',
      created_at: '',
      updated_at: '',
    });
    vi.spyOn(window.client, 'createLabel').mockImplementation(({ name, color, team_id = '' }) =>
      Promise.resolve({
        label: { object: 'label', id: 'lbl_other', name, color, team_id, created_at: '', updated_at: '' },
      }),
    );
    expect(statusesOf(await create())).toEqual(['failed']);
    expect(written).toEqual([]);
  });

  it('sends the same key again where a request may have taken effect, and another one where it did not', async () => {
    const { window, kirim, create } = await creating('VIP');
    const post = { method: 'POST' };
    kirim.faults.add({ match: post, fault: { kind: 'status', status: 500, applied: true } });
    kirim.faults.add({ match: { method: 'GET' }, times: Infinity, fault: { kind: 'status', status: 500 } });
    const first = await create();
    expect(statusesOf(first)).toEqual(['inDoubt']);
    kirim.faults.clear();
    const again = 'results' in first ? first.results.map(createRequestAgain) : expect.unreachable();
    expect(again).toEqual('results' in first && first.results.map(({ item }) => item));
    expect(statusesOf(await create(again))).toEqual(['done']);
    expect(window.rows).toEqual(['VIP']);
    kirim.faults.add({ match: post, fault: { kind: 'status', status: 403 } });
    const refused = await create();
    const [request] = 'results' in refused ? refused.results.map(createRequestAgain) : [];
    expect(request?.idempotencyKey).not.toBe(again[0]?.idempotencyKey);
  });
});
