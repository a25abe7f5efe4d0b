import { EventEmitter } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Where the suite in the extension host prints to: see test/host/runner/hostConsole.ts. */
export interface HostConsole {
  readonly port: number;
  /** Whether anything has been printed. */
  heard(): boolean;
  /** Rejects when nothing has been printed for that long. */
  silence(ms: number): Promise<never>;
  /** Resolves when all that was sent has been printed. */
  close(): Promise<void>;
}

export async function openHostConsole(): Promise<HostConsole> {
  const printed = new EventEmitter();
  let heard = false;
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      process.stdout.write(chunk);
      heard = true;
      printed.emit('line');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => heard,
    silence: (ms) =>
      new Promise((_resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`Nothing was printed for ${ms / 1000} s.`));
        }, ms);
        timer.unref();
        printed.on('line', () => timer.refresh());
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
