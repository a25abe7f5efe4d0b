import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import { quoted } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';

export function tellAlreadyGone(labels: readonly Label[]): void {
  const [first] = labels;
  tellDone(
    labels.length === 1 && first
      ? l10n.t('Label {0} was already deleted.', quoted(first.name))
      : l10n.t('The {0} labels were already deleted.', labels.length),
  );
}
