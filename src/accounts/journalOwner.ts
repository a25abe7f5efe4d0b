/** Whose journal it is. */
export interface JournalOwner {
  /** Undefined where `GET /me` has not told it yet. */
  readonly organizationId: string | undefined;
  /** What stands for the organization where it is not known, or did before; the first one counts. */
  readonly journalIds: readonly string[];
}
