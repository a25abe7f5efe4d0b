import { createServer, type AddressInfo } from 'node:net';

/** Where the suite in the extension host prints to: see test/host/hostConsole.ts. */
export interface HostConsole {
  readonly port: number;
  /** Rejects when nothing has been printed for that long. */
  silence(ms: number): Promise<never>;
  /** Resolves when all that was sent has been printed. */
  close(): Promise<void>;
}

export async function openHostConsole(): Promise<HostConsole> {
  let heard = (): void => undefined;
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      process.stdout.write(chunk);
      heard();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence: (ms) =>
      new Promise((_resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`Nothing was printed for ${ms / 1000} s.`));
        }, ms);
        timer.unref();
        heard = () => {
          timer.refresh();
        };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
