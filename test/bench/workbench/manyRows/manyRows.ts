export const LABELS = 10_000;

/** A view of 10,000 rows, whoever made them. Each of these resolves to how long it took, in milliseconds. */
export interface ManyRows {
  readonly name: string;
  show(): Promise<void>;
  change(): Promise<number>;
  remove(): Promise<number>;
  search(): Promise<number>;
}
