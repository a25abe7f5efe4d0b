import type { AddressInfo } from 'node:net';
import type { Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Kirim } from './kirim';

/** A stand-in that listens on this machine. */
export interface Listening {
  readonly url: string;
  /** The base URL of the API: the url and `/v1`. */
  readonly baseUrl: string;
  readonly port: number;
  /** Stops at once, with every connection that is still open. */
  close(): Promise<void>;
}

/** Serves the stand-in on the loopback interface, on any free port unless told. */
export async function listen(kirim: Kirim, { port = 0 }: { port?: number } = {}): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, { outgoing }) => serve(kirim, request, outgoing as ServerResponse),
    overrideGlobalObjects: false,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${taken}`;
  return { url, baseUrl: `${url}/v1`, port: taken, close: () => close(server) };
}

async function serve(kirim: Kirim, request: Request, outgoing: ServerResponse): Promise<Response> {
  const answer = await kirim.answer(request);
  switch (answer.kind) {
    case 'response':
      return answer.response;
    case 'cut':
      outgoing.socket?.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'truncated':
      await sendHalf(answer.response, outgoing);
      return RESPONSE_ALREADY_SENT;
  }
}

/** Promises the whole body and breaks off in its middle. */
async function sendHalf(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length });
  await new Promise<void>((resolve) => {
    outgoing.write(body.subarray(0, body.length / 2), () => {
      resolve();
    });
  });
  outgoing.destroy();
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
