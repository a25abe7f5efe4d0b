import { AsyncLocalStorage } from 'node:async_hooks';

/** What a person does about the questions that come up. */
export interface Answer {
  readonly isYes: boolean;
  /** How long it takes to answer. */
  readonly seconds: number;
}

/** A list that a window has loaded. */
export interface LoadedList {
  readonly startedAt: number;
  readonly loadedAt: number;
  /** By id. */
  readonly names: ReadonlyMap<string, string>;
}

/** One thing that a person does, and what comes of it. */
export class Act {
  readonly name: string;
  readonly answer: Answer;
  /** The names that the person agreed to delete. */
  readonly agreed = new Set<string>();
  /** The ids that the server deleted by a request of this act. */
  readonly deleted = new Set<string>();
  /** The ids that a DELETE was sent for. */
  readonly sent = new Set<string>();
  /** The ids that a report has told of. */
  readonly reported = new Set<string>();
  /** Cancel or Undo was pressed: no further write may start. */
  isStopped = false;
  isOver = false;
  /** The act whose notification was answered with this one. */
  readonly #before: Act | undefined;
  readonly #lists: readonly LoadedList[];
  #listedAt = Date.now();
  #startedAt = this.#listedAt;
  readonly #readAt = new Map<string, number>();
  #sentAt: number | undefined;

  /** @param lists of its window, the newest last. */
  constructor(name: string, answer: Answer, before?: Act, lists: readonly LoadedList[] = []) {
    this.name = name;
    this.answer = answer;
    this.#before = before;
    this.#lists = lists;
  }

  /** A DELETE goes out, with what was read until now. */
  sends(id: string): void {
    this.#sentAt ??= Date.now();
    this.sent.add(id);
  }

  /** What a list that was asked for since the first DELETE, and is there by now, calls the label. */
  nameInNewList(id: string): string | undefined {
    const since = this.#sentAt ?? Infinity;
    const lists = this.#lists.filter(({ startedAt, loadedAt }) => startedAt > since && loadedAt < Date.now());
    return lists.at(-1)?.names.get(id);
  }

  /** When that label was last asked for, at least: what is deleted has to be what was there then. */
  lastReadOf(id: string): number {
    return Math.max(this.#listedAt, this.#readAt.get(id) ?? 0);
  }

  /** One label is asked for. */
  reads(id: string): void {
    this.#readAt.set(id, Date.now());
  }

  /** A list is asked for, */
  startsList(): void {
    this.#startedAt = Date.now();
  }

  /** and is there, whole. */
  hasList(): void {
    this.#listedAt = this.#startedAt;
  }

  /** Whether the person agreed to delete a label of that name, in this act or in what it is a retry of. */
  hasAgreed(name: string): boolean {
    return this.agreed.has(name) || (this.#before?.hasAgreed(name) ?? false);
  }

  /** Whether it, or what it is a retry of, has deleted the label. */
  hasDeleted(id: string): boolean {
    return this.deleted.has(id) || (this.#before?.hasDeleted(id) ?? false);
  }
}

/** Whose doing it is that something runs. */
export const acting = new AsyncLocalStorage<Act>();
