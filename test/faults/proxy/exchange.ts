import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { bytesOf, type Framing, type WireAnswer, type WireRequest, withoutHopHeaders } from './wire';

/** One request and the connection that it came on. */
export class Exchange {
  readonly request: WireRequest;
  readonly #socket: Socket;
  readonly #port: number;
  #answer: Promise<WireAnswer> | undefined;

  /** Resolves when the connection is closed, by whomever. */
  readonly closed: Promise<void>;

  /** @param port where the stand-in listens. */
  constructor(request: WireRequest, socket: Socket, port: number) {
    this.request = request;
    this.#socket = socket;
    this.#port = port;
    this.closed = new Promise((resolve) => {
      if (socket.closed) {
        resolve();
      } else {
        socket.once('close', () => {
          resolve();
        });
      }
    });
  }

  get isClosed(): boolean {
    return this.#socket.closed;
  }

  /** The stand-in's own answer: it carries the request out, once. */
  answer(target = this.request.target): Promise<WireAnswer> {
    this.#answer ??= forward({ ...this.request, target }, this.#port);
    return this.#answer;
  }

  /** Puts an answer on the wire, the stand-in's own unless told, and ends the connection after it. */
  async reply(answer?: WireAnswer, framing?: Framing): Promise<void> {
    const { head, body } = bytesOf(answer ?? (await this.answer()), framing);
    this.send(head, body);
    this.end();
  }

  send(...parts: readonly Buffer[]): void {
    this.#socket.write(Buffer.concat(parts));
  }

  /** Nothing more will come, in an orderly way. */
  end(): void {
    this.#socket.end();
  }

  /** Ends the connection where nobody has ended it yet. */
  drop(): void {
    this.#socket.destroy();
  }

  /** Breaks the connection (RST), after what was sent had the time to arrive. */
  async reset(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#socket.write('', () => {
        resolve();
      });
    });
    this.#socket.resetAndDestroy();
  }
}

function forward({ method, target, headers, body }: WireRequest, port: number): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path: target, headers: withoutHopHeaders(headers), agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const own = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
          resolve({ status: answer.statusCode ?? 0, headers: withoutHopHeaders(own), body: Buffer.concat(chunks) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body.length > 0 ? body : undefined);
  });
}
