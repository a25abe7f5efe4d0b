import type { JournalEntry } from '../../journal/entry';
import type { Namesakes } from '../../labels/names/namesakes';
import { recentlyDeleted } from '../../labels/recentlyDeleted';
import type { Session } from '../../accounts/session';
import { namesakesOf } from '../../ui/messages/teamNames';

/** A row that stands for a label that is gone. Commands get it as their argument. */
export interface DeletedLabelNode {
  readonly kind: 'deletedLabel';
  readonly entry: JournalEntry;
  readonly session: Session;
  /** How many more labels were deleted with it, whether or not they are shown. */
  readonly others: number;
  /** Of all labels that are shown. */
  readonly namesakes: Namesakes;
}

/** A row that groups labels which were deleted together. */
export interface DeletedRunNode {
  readonly kind: 'deletedRun';
  readonly runId: string;
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
  readonly session: Session;
  readonly others: number;
  readonly namesakes: Namesakes;
}

/** A row that groups what was deleted from one organization, where there are several. */
export interface DeletedOrganizationNode {
  readonly kind: 'deletedOrganization';
  readonly session: Session;
  readonly rows: readonly (DeletedLabelNode | DeletedRunNode)[];
}

export type RecentlyDeletedNode = DeletedLabelNode | DeletedRunNode | DeletedOrganizationNode;

/**
 * The rows of one organization, newest first: a run of which several labels are left is one row, else the label is.
 *
 * @param entries all of the journal.
 */
export function recentlyDeletedRows(
  entries: readonly JournalEntry[],
  session: Session,
): (DeletedLabelNode | DeletedRunNode)[] {
  const runs = new Map<string, JournalEntry[]>();
  const deleted = recentlyDeleted(entries, session.labels);
  const namesakes = namesakesOf(deleted.map(({ label }) => label));
  for (const entry of deleted) {
    const run = runs.get(entry.run);
    if (run) {
      run.push(entry);
    } else {
      runs.set(entry.run, [entry]);
    }
  }
  const totals = new Map<string, number>();
  const listed = new Set(session.labels.labels.map(({ id }) => id));
  // An id that is listed was never deleted, whatever is in doubt.
  for (const { run } of entries.filter(({ outcome, label }) => outcome !== 'failed' && !listed.has(label.id))) {
    totals.set(run, (totals.get(run) ?? 0) + 1);
  }
  return [...runs].flatMap(([runId, left]): (DeletedLabelNode | DeletedRunNode)[] => {
    const group: DeletedRunNode = {
      kind: 'deletedRun',
      runId,
      entries: left,
      session,
      namesakes,
      others: (totals.get(runId) ?? left.length) - 1,
    };
    return left.length > 1 ? [group] : labelRows(group);
  });
}

/** The rows below a run's. */
export function labelRows({ entries, session, others, namesakes }: DeletedRunNode): DeletedLabelNode[] {
  return entries.map((entry) => ({ kind: 'deletedLabel', entry, session, others, namesakes }));
}

/** The deleted labels that a row stands for. */
export function entriesOf(node: RecentlyDeletedNode): readonly JournalEntry[] {
  switch (node.kind) {
    case 'deletedLabel':
      return [node.entry];
    case 'deletedRun':
      return node.entries;
    case 'deletedOrganization':
      return node.rows.flatMap(entriesOf);
  }
}

/** What tells the rows apart: they are other objects after each change. VS Code's ids of them, too. */
export const DELETED_ROW_IDS = {
  idOf,
  parentIdsOf: (node: RecentlyDeletedNode) => {
    const organization = `organization:${node.session.id}`;
    switch (node.kind) {
      case 'deletedLabel':
        return [node.entry.run, organization];
      case 'deletedRun':
        return [organization];
      case 'deletedOrganization':
        return [];
    }
  },
};

function idOf(node: RecentlyDeletedNode): string {
  switch (node.kind) {
    case 'deletedLabel':
      return `${node.entry.run}:${node.entry.label.id}`;
    case 'deletedRun':
      return node.runId;
    case 'deletedOrganization':
      return `organization:${node.session.id}`;
  }
}
