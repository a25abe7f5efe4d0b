import type { LabelStore } from '../labels/labelStore';
import { OperationError } from '../ui/errors';
import { l10n } from '../ui/l10n';

/** Waits for the list where there is none yet: that of a session that is new may still be on its way. @throws OperationError */
export async function requireList(store: LabelStore): Promise<void> {
  if (store.state.kind !== 'loaded') {
    const result = await store.refresh();
    if (result.kind === 'failed') {
      throw new OperationError(l10n.t('The labels could not be loaded.'), result.error);
    }
  }
}
