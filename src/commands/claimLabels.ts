import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { RowClaim } from '../labels/rowActivities';
import type { Session } from '../session/session';
import { nameIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';

/** Labels that a command works on now, and no other one. */
export interface ClaimedLabels<T extends { readonly label: Label }> {
  readonly claim: RowClaim;
  readonly claimed: readonly T[];
}

/**
 * Takes labels for a command, and says so when some of them are busy with something else: then less happens than was
 * confirmed. Whoever calls has to release the claim.
 *
 * @param single what the row says where it is one label; several wait for their turn.
 */
export function claimLabels<T extends { readonly label: Label }>(
  session: Session,
  wanted: readonly T[],
  single: 'deleting' | 'retiring' | 'restoring',
): ClaimedLabels<T> {
  const ids = wanted.map(({ label }) => label.id);
  const claim = session.labels.activities.claim(ids, { kind: wanted.length === 1 ? single : 'waiting' });
  const taken = new Set(claim.ids);
  const busy = wanted.filter(({ label }) => !taken.has(label.id));
  const [first] = busy;
  if (first) {
    tellDone(
      busy.length === 1
        ? l10n.t('Left out {0}: something else is happening to it.', nameIn(session, first.label))
        : l10n.t('Left out {0} labels: something else is happening to them.', busy.length),
    );
  }
  return { claim, claimed: wanted.filter(({ label }) => taken.has(label.id)) };
}
