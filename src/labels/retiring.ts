import type { Confirmation, RequestOptions, WrittenLabel } from '../api/client';
import type { Label } from '../api/schema';
import { recordOf } from './deletion';
import type { RunRecorder } from '../journal/entry';
import type { LabelStore } from './labelStore';
import { LabelGoneError } from './recheckErrors';
import type { Renaming } from './retirement';
import type { RowClaim } from './rowActivities';
import { showAtTurn } from './showAtTurn';

/** What can rename a label. `KirimClient` is one. */
export interface LabelUpdater {
  updateLabel(id: string, change: Pick<Label, 'name' | 'color'>, options?: RequestOptions): Promise<WrittenLabel>;
}

/** What renaming works with. */
export interface RenamingParts {
  /** What the row says meanwhile. */
  readonly activity: 'retiring' | 'restoring';
  readonly client: LabelUpdater;
  readonly labels: LabelStore;
  readonly claim: RowClaim;
  /** For a retirement: what a label was before is to be found again. */
  readonly recorder?: Pick<RunRecorder, 'begin' | 'ended'> | undefined;
}

/** What a label is to be. */
type Change = Pick<Renaming, 'label' | 'name' | 'color'>;

/** `alreadyGone`: a list that was loaded before anything was sent did not have the label any more. */
export interface RenameOutcome extends Confirmation {
  readonly outcome: 'renamed' | 'alreadyGone';
}

/**
 * Renames one label that was claimed in the store, and keeps its row true all the while. With a recorder nothing is sent
 * before the whole label, as it was, is in the journal.
 *
 * @throws ApiError when KirimChat did not confirm it, `notFound` among others: whether the label is gone is for the list to
 * say; RequestCancelledError when `options.signal` ended it before that; what the journal throws when it cannot be written;
 * what the turn throws.
 */
export async function rename(change: Change, parts: RenamingParts, options: RequestOptions): Promise<RenameOutcome> {
  const { label } = change;
  const { activity, claim, recorder } = parts;
  const shown = showAtTurn(claim, label.id, { kind: activity }, options);
  try {
    await recorder?.begin();
    return await send(change, parts, shown);
  } finally {
    claim.release([label.id]);
  }
}

async function send(
  { label, name, color }: Change,
  { client, labels, recorder }: RenamingParts,
  options: RequestOptions,
): Promise<RenameOutcome> {
  try {
    const written = await client.updateLabel(label.id, { name, color }, options);
    recorder?.ended(label, 'done', written.requestId);
    labels.put(written.label);
    return { outcome: 'renamed', requestId: written.requestId };
  } catch (error) {
    recorder?.ended(label, ...recordOf(error));
    if (error instanceof LabelGoneError) {
      labels.remove(label.id, false);
      return { outcome: 'alreadyGone' };
    }
    throw error;
  }
}
