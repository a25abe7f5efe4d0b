import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { Session } from '../session/session';
import { nameIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';

export function tellAlreadyGone(session: Session, labels: readonly Label[]): void {
  const [first] = labels;
  tellDone(
    labels.length === 1 && first
      ? l10n.t('Label {0} was already deleted.', nameIn(session, first))
      : l10n.t('The {0} labels were already deleted.', labels.length),
  );
}
