// node guard.mjs FOLDER COMMAND [ARGUMENT…]
// Runs a command in a process group of its own. When the command ends, or when the parent goes away, however it goes
// (it holds the other end of our standard input), the whole group is ended and FOLDER, when it is not '', is removed.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers';

const GRACE_MS = 5000;

const [folder = '', command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    if (process.platform === 'win32') {
      child.kill(signal);
    } else if (child.pid !== undefined) {
      process.kill(-child.pid, signal);
    }
  } catch {
    // The group has ended already.
  }
}

/** @param {number} code */
function finish(code) {
  signalGroup('SIGKILL');
  if (folder !== '') {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
  process.exit(code);
}

let stopping = false;
function stop() {
  if (!stopping) {
    stopping = true;
    signalGroup('SIGTERM');
    setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
  }
}

child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  finish(127);
});
child.on('exit', (code) => finish(code ?? 1));
// Standard output may be gone together with the parent.
process.stdout.on('error', stop);
process.stderr.on('error', stop);
process.stdin.on('end', stop).on('error', stop).resume();
process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
