import * as vscode from 'vscode';
import { Stubs } from '../host/support/stubs';

/** Every line that the extension has logged. To be loaded before it is activated: it makes its channel then. */
export const loggedLines: string[] = [];

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const;

const createOutputChannel = vscode.window.createOutputChannel.bind(vscode.window) as (
  ...args: unknown[]
) => vscode.LogOutputChannel;

new Stubs().replace(vscode.window, 'createOutputChannel', (...args: unknown[]) => {
  const channel = createOutputChannel(...args);
  const stubs = new Stubs();
  for (const level of LEVELS) {
    stubs.replace(channel, level, (message: string) => loggedLines.push(message));
  }
  return channel;
});
