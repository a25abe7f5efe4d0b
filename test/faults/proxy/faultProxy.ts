import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { selfSigned } from './certificate';
import { Exchange } from './exchange';
import { parseRequest, type WireRequest } from './wire';

/** What becomes of a request. */
export type Act = (exchange: Exchange) => Promise<void>;

/** Below the ports that systems give to whoever asks for any: nobody takes this one while it is not listened on. */
const [LOWEST_PORT, PORTS] = [20_000, 12_000];

/**
 * Stands in front of the stand-in, on plain TCP, and decides what becomes of each request: it passes, or whatever `act`
 * makes of it. One request a connection.
 */
export class FaultProxy {
  /** In the order of arrival, since the last `clear`. */
  readonly requests: WireRequest[] = [];
  /** Awaited before each request is dealt with. */
  onRequest: (request: WireRequest) => Promise<void> = () => Promise.resolve();
  act: Act = (exchange) => exchange.reply();
  /** Resets each connection as soon as something comes over it. */
  drops = false;
  /** What went wrong in the proxy itself: no test may take that for a fault. */
  readonly mistakes: unknown[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #upstream: number;
  #port = 0;
  #underWay = 0;

  private constructor(upstream: number, names: readonly string[]) {
    this.#upstream = upstream;
    const serve = (socket: Socket) => {
      this.#serve(socket);
    };
    this.#server = names.length > 0 ? createTlsServer(selfSigned(...names), serve) : createServer(serve);
    // What breaks off during a handshake is the client's business.
    this.#server.on('tlsClientError', () => undefined);
  }

  /**
   * @param upstream the port that the stand-in listens on.
   * @param names makes it TLS, with a certificate for these hosts that nobody trusts.
   */
  static async open(upstream: number, ...names: readonly string[]): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream, names);
    for (;;) {
      proxy.#port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
      try {
        await proxy.listen();
        return proxy;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
          throw error;
        }
      }
    }
  }

  get port(): number {
    return this.#port;
  }

  /** Requests that are not dealt with yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Listens again, after `refuse`. */
  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  /** From now on nobody listens: the system refuses connections. */
  refuse(): void {
    this.#server.close();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    // Whatever breaks shows at the other end.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    let bytes = Buffer.alloc(0);
    const read = (chunk: Buffer) => {
      if (this.drops) {
        socket.resetAndDestroy();
        return;
      }
      bytes = Buffer.concat([bytes, chunk]);
      const request = parseRequest(bytes);
      if (request) {
        socket.off('data', read);
        socket.resume();
        void this.#deal(request, socket);
      }
    };
    socket.on('data', read);
  }

  async #deal(request: WireRequest, socket: Socket): Promise<void> {
    this.requests.push(request);
    this.#underWay += 1;
    try {
      await this.onRequest(request);
      await this.act(new Exchange(request, socket, this.#upstream));
    } catch (error) {
      this.mistakes.push(error);
      socket.destroy();
    }
    this.#underWay -= 1;
  }
}
