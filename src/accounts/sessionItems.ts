import type { Label } from '../api/schema';
import type { OperationItem } from '../operations/operation';
import type { Session } from './session';

/** What is to be done in one organization: with labels of several, there is one of these for each. */
export interface SessionItems<T extends OperationItem = OperationItem> {
  readonly session: Session;
  readonly items: readonly T[];
}

export function labelsOf(parts: readonly Pick<SessionItems, 'items'>[]): readonly Label[] {
  return parts.flatMap(({ items }) => items.map(({ label }) => label));
}
