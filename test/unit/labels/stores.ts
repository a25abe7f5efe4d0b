import type { Label } from '../../../src/api/schema';
import { LabelStore, type LabelStoreChange } from '../../../src/labels/labelStore';
import { PagedSource } from './fakes';

/** A store of which somebody notes the changes. */
export function setUp() {
  const source = new PagedSource();
  const store = new LabelStore(source, 'en');
  const changes: LabelStoreChange[] = [];
  const listening = store.onDidChange((change) => changes.push(change));
  return { source, store, changes, listening, names: () => store.labels.map(({ name }) => name) };
}

/** The same, with these labels in it; the changes are those since then. */
export async function loaded(...labels: Label[]) {
  const parts = setUp();
  parts.source.page(...labels);
  parts.source.end();
  await parts.store.refresh();
  parts.changes.length = 0;
  return parts;
}
