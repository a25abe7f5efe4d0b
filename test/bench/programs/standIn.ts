import { Kirim, type Label, listen } from '../../kirim';
import { serveTasks } from '../processes/serveTasks';
import { labelNames } from './labelNames';

/** An organization of a stand-in of its own. */
export interface Site {
  readonly site: number;
  readonly baseUrl: string;
  readonly apiKey: string;
}

interface SiteOptions {
  readonly labels: number;
  readonly writesPerMinute: number;
  /** How long the server takes for a write, in milliseconds, on top of what the stand-in itself takes. */
  readonly writeMs?: number;
}

/** More than is ever sent. */
const NO_LIMIT = 1e9;

const sites: ReturnType<typeof found>[] = [];

function found({ labels, writesPerMinute, writeMs = 0 }: SiteOptions) {
  const kirim = new Kirim();
  const limits = { write_per_minute: writesPerMinute, read_per_minute: NO_LIMIT };
  const organization = kirim.addOrganization({ name: 'Acme', ...limits });
  const apiKey = organization.addKey({ label: 'Benchmark' });
  const names = labelNames();
  const add = (count: number): Label[] =>
    Array.from({ length: count }, () => organization.addLabel(names.next().value));
  add(labels);
  if (writeMs > 0) {
    kirim.faults.add({ match: { method: 'DELETE' }, times: Infinity, fault: { kind: 'delay', ms: writeMs } });
  }
  return { kirim, organization, apiKey, add };
}

function at(site: number): ReturnType<typeof found> {
  const there = sites[site];
  if (!there) {
    throw new Error(`There is no site ${site}.`);
  }
  return there;
}

/** The stand-in KirimChat API in a process of its own, so that its work is not taken for the client's. */
const tasks = {
  async open(options: SiteOptions): Promise<Site> {
    const site = found(options);
    const { baseUrl } = await listen(site.kirim);
    return { site: sites.push(site) - 1, baseUrl, apiKey: site.apiKey };
  },

  /** Adds labels. @returns all that there are, as the API lists them. */
  addLabels({ site, count }: { site: number; count: number }): Promise<readonly Label[]> {
    at(site).add(count);
    return Promise.resolve(at(site).organization.labels());
  },

  /** What came in since the last time this was asked. */
  takeCounts({ site }: { site: number }) {
    const { kirim, organization } = at(site);
    const { requests } = kirim;
    const counts = {
      requests: requests.all.length,
      deletes: requests.count({ method: 'DELETE' }),
      refused: requests.count({ status: 429 }),
      atOnce: requests.maxInFlight,
      lowestLevel: organization.bucket('write').lowest(),
      labels: organization.labels().length,
    };
    requests.clear();
    return Promise.resolve(counts);
  },

  /** The time of the processor that this process took so far, in milliseconds. */
  processorMs() {
    const { user, system } = process.cpuUsage();
    return Promise.resolve((user + system) / 1000);
  },
};

export type StandInTasks = typeof tasks;

serveTasks(tasks);
