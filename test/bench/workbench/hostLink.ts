import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onLine, writeLine } from './companion/lines';
import type { Answer, HostOperation, HostOperations } from './companion/protocol';

type Result<Name extends HostOperation> = Awaited<ReturnType<HostOperations[Name]>>;

/** The line to the companion in the extension host. A window that is loaded again has a new host, which calls again. */
export class HostLink {
  readonly #server: Server;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #socket: Socket | undefined;
  #onConnected: (() => void)[] = [];
  #number = 0;

  private constructor() {
    this.#server = createServer((socket) => {
      this.#socket = socket;
      socket.on('error', () => undefined);
      onLine(socket, (value) => {
        const answer = value as Answer;
        this.#waiting.get(answer.number)?.(answer);
        this.#waiting.delete(answer.number);
      });
      for (const tell of this.#onConnected.splice(0)) {
        tell();
      }
    });
  }

  static async open(): Promise<HostLink> {
    const link = new HostLink();
    await new Promise<void>((resolve) => link.#server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves when a host calls that was not there yet. To be called before the window is loaded. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#onConnected.push(resolve));
  }

  call<Name extends HostOperation>(operation: Name, ...args: Parameters<HostOperations[Name]>): Promise<Result<Name>> {
    const number = (this.#number += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, ({ result, error }) => {
        if (error === undefined) {
          resolve(result as Result<Name>);
        } else {
          reject(new Error(`${operation}: ${error}`));
        }
      });
      if (this.#socket) {
        writeLine(this.#socket, { number, operation, args });
      }
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#server.close();
  }
}
