import { createServer, type AddressInfo, type Server } from 'node:net';

/** A server of somebody else's, that redirects point to. It takes down every connection: there should be none. */
export class ForeignServer {
  /** What was sent to it; an empty text for a connection without a word. */
  readonly received: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((socket) => {
      const place = this.received.push('') - 1;
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        this.received[place] = `${this.received[place] ?? ''}${chunk.toString()}`;
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
      });
    });
  }

  static async open(): Promise<ForeignServer> {
    const foreign = new ForeignServer();
    await new Promise<void>((resolve) => foreign.#server.listen(0, '127.0.0.1', resolve));
    return foreign;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/labels`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
