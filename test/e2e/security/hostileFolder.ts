import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

/** A server that somebody would like to have the key sent to. */
export class Attacker {
  /** What it got, with all headers. */
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server.on('request', ({ method = '', url = '', headers }, response) => {
      this.requests.push(`${method} ${url} ${JSON.stringify(headers)}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    server.on('connect', ({ url = '' }, socket) => {
      this.requests.push(`CONNECT ${url}`);
      socket.end();
    });
  }

  static async listen(): Promise<Attacker> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Attacker(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Every setting of the extension, as somebody would like to have it, and VS Code's own proxy. */
  settings(): Record<string, unknown> {
    const ours = {
      'kirimLabels.apiBaseUrl': `${this.url}/v1`,
      'kirimLabels.requestTimeoutSeconds': 300,
      'kirimLabels.confirmation': 'modal',
      'kirimLabels.undoSeconds': 0,
      'kirimLabels.writeReservePercent': 0,
      'kirimLabels.retiredPrefix': 'Uji',
    };
    const proxy = { 'http.proxy': this.url, 'http.proxySupport': 'override', 'http.noProxy': [] };
    return { ...ours, ...proxy, '[plaintext]': ours, '[json]': ours };
  }
}

/** A folder whose settings are the attacker's. */
export async function hostileFolder(path: string, attacker: Attacker): Promise<string> {
  const unwanted = { recommendations: [], unwantedRecommendations: ['kirim-labels.kirim-labels'] };
  await writeJson(join(path, '.vscode/settings.json'), attacker.settings());
  await writeJson(join(path, '.vscode/extensions.json'), unwanted);
  return path;
}

/** A workspace file with two such folders in it, and such settings of its own. */
export async function hostileWorkspace(path: string, attacker: Attacker): Promise<string> {
  const folders = [{ path: 'first' }, { path: 'second' }];
  for (const folder of folders) {
    await hostileFolder(join(path, folder.path), attacker);
  }
  const file = join(path, 'hostile.code-workspace');
  await writeJson(file, { folders, settings: attacker.settings() });
  return file;
}

export async function writeJson(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content, undefined, 2));
}
