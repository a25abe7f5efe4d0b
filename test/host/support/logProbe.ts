import * as vscode from 'vscode';
import { Stubs } from './stubs';

/** What the extension wrote into its log, one entry a call. */
export const logged: string[] = [];

const LEVELS: ReadonlySet<string | symbol> = new Set([
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'append',
  'appendLine',
]);

// The log is made when the extension is activated, whichever test that is in, so it is watched from the beginning.
const createOutputChannel = vscode.window.createOutputChannel.bind(vscode.window) as (
  name: string,
  options: { log: true },
) => vscode.LogOutputChannel;
new Stubs().replace(vscode.window, 'createOutputChannel', (name: string, options: { log: true }) => {
  const channel = createOutputChannel(name, options);
  return new Proxy<Partial<vscode.LogOutputChannel>>(
    {},
    {
      get: (_target, member) => {
        const value: unknown = Reflect.get(channel, member);
        if (typeof value !== 'function') {
          return value;
        }
        return (...args: unknown[]): unknown => {
          if (LEVELS.has(member)) {
            logged.push(args.map(String).join(' | '));
          }
          return Reflect.apply(value, channel, args);
        };
      },
    },
  );
});
