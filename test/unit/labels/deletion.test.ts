import { describe, expect, it } from 'vitest';
import { deleteLabel, type LabelDeleter } from '../../../src/labels/deletion';
import { LabelStore } from '../../../src/labels/labelStore';
import { label, PagedSource } from './fakes';

async function storeWith(...labels: ReturnType<typeof label>[]): Promise<LabelStore> {
  const source = new PagedSource();
  source.page(...labels);
  source.end();
  const store = new LabelStore(source, 'en');
  await store.refresh();
  return store;
}

/** Answers when the test says so, and remembers what it was asked to delete. */
class HeldDeleter implements LabelDeleter {
  readonly asked: string[] = [];
  answer: () => void = () => undefined;
  refuse: (error: Error) => void = () => undefined;

  deleteLabel(id: string): Promise<{ outcome: 'deleted' | 'alreadyGone' }> {
    this.asked.push(id);
    return new Promise((resolve, reject) => {
      this.answer = () => {
        resolve({ outcome: 'deleted' });
      };
      this.refuse = reject;
    });
  }
}

describe('deleting a label', () => {
  it('marks the row until KirimChat has answered, then takes it out', async () => {
    const store = await storeWith(label('a'), label('b'));
    const client = new HeldDeleter();
    const deletion = deleteLabel(label('a'), client, store, {});
    expect(store.activities.of('lbl_a')).toBeDefined();
    client.answer();
    expect(await deletion).toEqual({ outcome: 'deleted' });
    expect(store.labels.map(({ name }) => name)).toEqual(['b']);
  });

  it('takes the row out as well when the label was already gone', async () => {
    const store = await storeWith(label('a'));
    const client: LabelDeleter = { deleteLabel: () => Promise.resolve({ outcome: 'alreadyGone' }) };
    expect(await deleteLabel(label('a'), client, store, {})).toEqual({ outcome: 'alreadyGone' });
    expect(store.labels).toEqual([]);
  });

  it('leaves an ordinary row when it fails', async () => {
    const store = await storeWith(label('a'));
    const client = new HeldDeleter();
    const deletion = deleteLabel(label('a'), client, store, {});
    client.refuse(new Error('no'));
    await expect(deletion).rejects.toThrow('no');
    expect(store.activities.of('lbl_a')).toBeUndefined();
    expect(store.labels).toHaveLength(1);
  });

  it('sends nothing the second time while the first is under way', async () => {
    const store = await storeWith(label('a'));
    const client = new HeldDeleter();
    const first = deleteLabel(label('a'), client, store, {});
    expect(await deleteLabel(label('a'), client, store, {})).toEqual({ outcome: 'inProgress' });
    expect(store.activities.of('lbl_a')).toBeDefined();
    expect(client.asked).toEqual(['lbl_a']);
    client.answer();
    await first;
  });
});
