import { connect } from 'node:net';
import { format } from 'node:util';

/**
 * Sends what is printed here straight to the terminal of the run, at the loopback port that it names. What the extension
 * host forwards otherwise arrives unformatted among VS Code's own messages. Desktop VS Code names no port: there the way
 * through the extension host is the terminal's.
 */
export function redirectConsole(): { flush(): Promise<void> } {
  const port = process.env['KIRIM_HOST_CONSOLE_PORT'];
  if (port === undefined) {
    return { flush: () => Promise.resolve() };
  }
  const terminal = connect(Number(port), '127.0.0.1');
  const print = (...args: readonly unknown[]) => terminal.write(`${format(...args)}\n`);
  for (const method of ['log', 'info', 'warn', 'error', 'debug']) {
    // VS Code has made these deaf to assignment.
    Object.defineProperty(console, method, { value: print });
  }
  return {
    flush: () =>
      new Promise((resolve) => {
        terminal.end(resolve);
      }),
  };
}
