import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface GuardedOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Removed when the command has ended. */
  readonly scratch?: string;
}

/** A command whose processes all end with us, even if we are killed: see guard.mjs. */
export interface Guarded {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its exit code; 127 when it cannot be started. */
  readonly ended: Promise<number>;
  /** Ends all its processes; resolves when they are gone. */
  stop(): Promise<void>;
}

export function startGuarded(command: string, args: readonly string[], options: GuardedOptions = {}): Guarded {
  // Detached, so that a Ctrl-C in the terminal ends us first and the guard then ends the rest, in order.
  const guard = spawn(process.execPath, [join(__dirname, 'guard.mjs'), options.scratch ?? '', command, ...args], {
    cwd: options.cwd,
    env: options.env,
    stdio: 'pipe',
    detached: true,
  });
  const ended = exitOf(guard);
  return {
    stdout: guard.stdout,
    stderr: guard.stderr,
    ended,
    stop: async () => {
      guard.stdin.end();
      await ended;
    },
  };
}

/** Runs a command to its end. Its output is shown only in the error that tells of a failure. */
export async function runGuarded(
  command: string,
  args: readonly string[],
  options: GuardedOptions = {},
): Promise<void> {
  const running = startGuarded(command, args, options);
  let text = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const code = await running.ended;
  if (code !== 0) {
    throw new Error(
      `${[command, ...args].join(' ')} ended with code ${code}:\n${text.split('\n').slice(-30).join('\n')}`,
    );
  }
}

async function exitOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
