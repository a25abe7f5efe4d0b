/** What a process can be asked to do, by name: each task takes one argument and resolves with something that JSON can hold. */
export type Tasks = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

export interface Question {
  readonly number: number;
  readonly task: string;
  readonly argument: unknown;
}

export type Reply =
  { readonly number: number; readonly result: unknown } | { readonly number: number; readonly error: string };
