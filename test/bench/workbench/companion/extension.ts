import { connect } from 'node:net';
import * as vscode from 'vscode';
import { bareDelete } from './bareDelete';
import { BareList } from './bareList';
import { Delays } from './delays';
import { heldHeap } from './heldHeap';
import { onLine, writeLine } from './lines';
import { Profile } from './profile';
import { quiet } from './quiet';
import type { Answer, HostOperations, Question } from './protocol';

/** Does in the extension host what the benchmark asks for: an extension of its own, beside the one that is measured. */
export function activate(context: vscode.ExtensionContext): void {
  const list = new BareList();
  const delays = new Delays();
  const profile = new Profile();
  const operations: HostOperations = {
    isActive: (id) => vscode.extensions.getExtension(id)?.isActive ?? false,
    quiet,
    fillList: (count, kind) => list.fill(count, kind),
    renameFirst: (name) => list.renameFirst(name),
    removeFirst: () => list.removeFirst(),
    bareDelete: (requests, apiKey) => bareDelete(requests, apiKey, () => list.removeFirst()),
    roundTrip,
    watchDelays: () => {
      delays.watch();
    },
    longestDelay: () => delays.longest(),
    heldHeap,
    startProfile: () => profile.start(),
    stopProfile: (file) => profile.stop(file),
  };
  const socket = connect({ port: Number(process.env['KIRIM_BENCH_PORT']), host: '127.0.0.1' });
  onLine(socket, (question) => {
    void answer(operations, question as Question).then((reply) => {
      writeLine(socket, reply);
    });
  });
  context.subscriptions.push(vscode.window.createTreeView('bench.bareList', { treeDataProvider: list }), {
    dispose: () => socket.destroy(),
  });
}

async function answer(operations: HostOperations, { number, operation, args }: Question): Promise<Answer> {
  try {
    const act = operations[operation] as (...args: readonly unknown[]) => unknown;
    return { number, result: await act(...args) };
  } catch (error) {
    return { number, error: String(error) };
  }
}

async function roundTrip(url: string, apiKey: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${apiKey}` } });
  await response.json();
  return performance.now() - start;
}
