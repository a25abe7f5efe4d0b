import type { LogOutputChannel } from 'vscode';
import { expect } from 'vitest';
import { registerTools } from '../../../src/tools/tools';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';
import { Desk } from '../commands/desk';
import { tools } from '../fakeVscode';

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as LogOutputChannel;

export type ToolName =
  'kirim_list_labels' | 'kirim_find_labels' | 'kirim_retire_labels' | 'kirim_delete_labels' | 'kirim_create_label';

/** As VS Code gives it to a tool. */
export class Token {
  isCancellationRequested = false;
  readonly #listeners: (() => void)[] = [];

  readonly onCancellationRequested = (listener: () => void) => {
    this.#listeners.push(listener);
    return { dispose: () => undefined };
  };

  cancel(): void {
    this.isCancellationRequested = true;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

/** A desk where errors are shown as VS Code shows them, and agents can use the tools. */
export async function deskWithTools(count: number, options?: { readonly teams?: number }): Promise<Desk> {
  const desk = await Desk.open(count, options);
  const boundary = new ErrorBoundary(LOG);
  Object.assign(desk.context, {
    run: (act: () => unknown) => boundary.run(act),
    record: (error: unknown) => {
      boundary.record(error);
    },
  });
  registerTools(desk.context);
  return desk;
}

/** The text that a tool answers with. */
export async function answerOf(name: ToolName, input: unknown, token = new Token()): Promise<string> {
  const { content } = (await tools.get(name)?.invoke({ input }, token)) ?? expect.unreachable();
  const [part, ...more] = content as readonly { readonly value: string }[];
  expect(more).toEqual([]);
  return part?.value ?? expect.unreachable();
}

export async function invoke(name: ToolName, input: unknown, token = new Token()): Promise<Record<string, unknown>> {
  return JSON.parse(await answerOf(name, input, token)) as Record<string, unknown>;
}

/** How an agent names labels that it has read. */
export function named(desk: Desk, ...names: readonly string[]) {
  return names.map((name) => ({ id: desk.label(name).id, name }));
}

/** The requests that change something. */
export function writesOf({ kirim }: Desk) {
  return kirim.requests.all.filter(({ method }) => method !== 'GET');
}
