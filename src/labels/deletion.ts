import type { DeleteOutcome, RequestOptions } from '../api/client';
import type { Label } from '../api/schema';
import type { LabelStore } from './labelStore';

/** What can delete a label. `KirimClient` is one. */
export interface LabelDeleter {
  deleteLabel(id: string, options?: RequestOptions): Promise<DeleteOutcome>;
}

/** `inProgress`: the label was being deleted already, so nothing was sent. */
export type Deletion = DeleteOutcome | { readonly outcome: 'inProgress' };

/**
 * Deletes one label and keeps its row true all the while: deleting, then gone, or an ordinary row again.
 *
 * @throws ApiError when KirimChat did not confirm it; RequestCancelledError when `options.signal` ended it before that.
 */
export async function deleteLabel(
  label: Pick<Label, 'id'>,
  client: LabelDeleter,
  store: LabelStore,
  options: RequestOptions,
): Promise<Deletion> {
  if (store.activities.claim([label.id], { kind: 'deleting' }).length === 0) {
    return { outcome: 'inProgress' };
  }
  try {
    const deletion = await client.deleteLabel(label.id, options);
    store.remove(label.id, deletion.outcome === 'deleted');
    return deletion;
  } finally {
    store.activities.release([label.id]);
  }
}
