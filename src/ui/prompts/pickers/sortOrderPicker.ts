import { CancellationError, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { SORT_ORDERS, type SortOrder } from '../../../labels/query/sortOrder';
import { l10n } from '../../l10n';

interface OrderRow extends QuickPickItem {
  readonly order: SortOrder;
}

/**
 * Asks what labels are to be sorted by.
 *
 * @param present the order now, which is marked.
 * @throws CancellationError when none is picked.
 */
export async function pickSortOrder(present: SortOrder): Promise<SortOrder> {
  const picker = window.createQuickPick<OrderRow>();
  picker.title = l10n.t('Sort Labels');
  picker.items = SORT_ORDERS.map((order) => orderRow(order, order === present));
  picker.activeItems = picker.items.filter(({ order }) => order === present);
  try {
    return await new Promise<SortOrder>((resolve, reject) => {
      picker.onDidAccept(() => {
        const [picked] = picker.activeItems;
        if (picked) {
          resolve(picked.order);
        }
      });
      picker.onDidHide(() => {
        reject(new CancellationError());
      });
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function orderRow(order: SortOrder, isPresent: boolean): OrderRow {
  const row = { order, label: orderName(order), iconPath: new ThemeIcon(isPresent ? 'check' : 'blank') };
  return isPresent ? { ...row, description: l10n.t('current') } : row;
}

function orderName(order: SortOrder): string {
  switch (order) {
    case 'name':
      return l10n.t('Name');
    case 'color':
      return l10n.t('Color');
    case 'newest':
      return l10n.t('Newest first');
    case 'lastChanged':
      return l10n.t('Last changed first');
  }
}
