import { l10n } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { organizationOf } from './place';
import { namesIn } from './names';

/** Which labels an organization has already, so that they are not created; empty where there are none. */
export function describeLeftOut(existing: readonly Label[], target: Session): string {
  const names = namesIn(target, existing);
  const [only] = existing.length === 1 ? existing : [];
  if (existing.length === 0) {
    return '';
  }
  return only
    ? l10n.t('{0} has a label {1} already, so it is left out.', organizationOf(target), names.of(only))
    : l10n.t(
        '{0} has labels of these names already, so they are left out: {1}.',
        organizationOf(target),
        names.some.join(', '),
      );
}
