import * as vscode from 'vscode';
import type { ActivationTimes } from './protocol';

/** VS Code's own notes of what it did when, which it keeps in each of its processes. */
interface PerformanceMarks {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
}

/** Activates an extension, and tells how long that took. */
export async function activate(id: string): Promise<ActivationTimes> {
  const start = performance.now();
  await vscode.extensions.getExtension(id)?.activate();
  return {
    total: performance.now() - start,
    load: between('LoadExtensionCode', id),
    call: between('ActivateExtension', id),
  };
}

function between(what: string, id: string): number {
  const { MonacoPerformanceMarks: marks } = globalThis as { MonacoPerformanceMarks?: PerformanceMarks };
  const timeOf = (moment: string) =>
    marks?.getMarks().find(({ name }) => name.toLowerCase() === `code/exthost/${moment}${what}/${id}`.toLowerCase())
      ?.startTime;
  return (timeOf('did') ?? NaN) - (timeOf('will') ?? NaN);
}

/** Ids of VS Code's own extensions with a program and with views or commands. */
export function builtIns(): readonly string[] {
  return vscode.extensions.all
    .filter(({ packageJSON }) => {
      const { isBuiltin, main, contributes } = packageJSON as {
        isBuiltin: boolean;
        main?: string;
        contributes?: { views?: object; commands?: readonly unknown[] };
      };
      return isBuiltin && main !== undefined && (contributes?.views ?? contributes?.commands) !== undefined;
    })
    .map(({ id }) => id);
}
