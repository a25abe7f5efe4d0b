import type { TreeItem } from 'vscode';
import { labelItem, moreItem, retiredItem, teamItem } from './labelItem';
import type { LabelsTreeNode } from '../labelNodes';
import type { LabelsQuery } from '../labelsQuery';
import { labelTooltip, teamTooltip } from './labelTooltip';
import { organizationItem, organizationTooltip } from './organizationItem';

/** What a row looks like. */
export function treeItemOf(node: LabelsTreeNode, query: Pick<LabelsQuery, 'shownCountOf'>): TreeItem {
  switch (node.kind) {
    case 'label':
      return labelItem(node);
    case 'team':
      return teamItem(node);
    case 'retired':
      return retiredItem(node);
    case 'organization':
      return organizationItem(node, query.shownCountOf(node.session));
    case 'more':
      return moreItem(node);
  }
}

/** What is shown while the pointer rests on a row; undefined where the row says it all. */
export function tooltipOf(node: LabelsTreeNode): string | undefined {
  switch (node.kind) {
    case 'label':
      return labelTooltip(node);
    case 'team':
      return teamTooltip(node);
    case 'organization':
      return organizationTooltip(node);
    case 'retired':
    case 'more':
      return undefined;
  }
}
