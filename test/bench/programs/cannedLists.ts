import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Kirim } from '../../kirim';
import { serveTasks } from '../processes/serveTasks';
import type { Connection } from './connection';
import { labelNames } from './labelNames';

const PAGE = 100;

/** A list of the API whose pages are ready before anybody asks, so that the server takes hardly any time. */
const tasks = {
  /** @returns also how many bytes its labels have as JSON. */
  async open({ labels: count }: { labels: number }): Promise<Connection & { readonly jsonBytes: number }> {
    const organization = new Kirim().addOrganization({ name: 'Acme' });
    const names = labelNames();
    const labels = Array.from({ length: count }, () => organization.addLabel(names.next().value));
    const pages = Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => {
      const next_cursor = (page + 1) * PAGE < count ? String(page + 1) : null;
      const data = labels.slice(page * PAGE, (page + 1) * PAGE);
      return Buffer.from(JSON.stringify({ data, has_more: next_cursor !== null, next_cursor, request_id: 'req_1' }));
    });
    const server = createServer(({ url = '' }, response) => {
      const page = pages[Number(new URL(url, 'http://localhost').searchParams.get('cursor') ?? 0)];
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': page?.length ?? 0 }).end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const jsonBytes = labels.reduce((sum, label) => sum + Buffer.byteLength(JSON.stringify(label)), 0);
    const { port } = server.address() as AddressInfo;
    return { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'kdv_live_canned-list-00000000001', jsonBytes };
  },
};

export type CannedListsTasks = typeof tasks;

serveTasks(tasks);
