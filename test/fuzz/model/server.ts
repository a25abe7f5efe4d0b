import { type Fault, Gate, Kirim, type Label, type Organization } from '../../kirim';
import { acting } from './act';

/** Of a list, and one that can be read. */
async function isLastPage(response: Response): Promise<boolean> {
  const body = (await response.json().catch(() => undefined)) as { readonly has_more?: unknown } | null | undefined;
  return response.ok && body?.has_more === false;
}

/** What is known of a label before it is written may be so old, and no older. */
const MAX_AGE_MS = 30_000;

interface Version {
  /** Since when: milliseconds since 1970. */
  readonly at: number;
  readonly label: Label;
}

/** The stand-in behind a network that takes its time, and what really happened there. */
export class Server {
  readonly kirim: Kirim;
  readonly organization: Organization;
  /** Each label as it was at each time, by id. */
  readonly versions = new Map<string, readonly Version[]>();
  /** The labels that were deleted by our requests. */
  readonly deletedByUs = new Set<string>();
  /** What may never happen, in words. */
  readonly violations: string[] = [];
  readonly #endedKeys = new Set<string>();
  readonly #gates: Gate[] = [];
  readonly #random: () => number;
  #names = 0;

  constructor(perMinute: number, random: () => number) {
    this.#random = random;
    this.kirim = new Kirim({ clock: { now: () => Date.now() } });
    this.organization = this.kirim.addOrganization({ name: 'Acme', teams: 2, write_per_minute: perMinute });
    this.#watch();
  }

  /** A name that no label had before. */
  nextName(): string {
    this.#names += 1;
    return `N${this.#names}`;
  }

  /** All names that the label had since then. Which was first within one millisecond nobody knows. */
  namesOf(id: string, since = 0): ReadonlySet<string> {
    const versions = this.versions.get(id) ?? [];
    const old = versions.filter(({ at }) => at < since);
    return new Set([...old.slice(-1), ...versions.filter(({ at }) => at >= since)].map(({ label }) => label.name));
  }

  /** From now on nothing may be sent with the key. */
  endKey(apiKey: string): void {
    this.#endedKeys.add(apiKey);
  }

  /** Something that goes wrong; what is held is let go `seconds` later, or never. */
  breakNext(
    method: string,
    fault: Fault | { readonly kind: 'late'; readonly applied: boolean; readonly seconds: number },
  ) {
    if (fault.kind !== 'late') {
      this.kirim.faults.add({ match: { method }, fault });
      return;
    }
    const gate = this.kirim.faults.hold({ method }, { applied: fault.applied });
    this.#gates.push(gate);
    setTimeout(() => {
      gate.open();
    }, fault.seconds * 1000);
  }

  /** Nothing goes wrong any more. */
  mend(): void {
    this.kirim.faults.clear();
    for (const gate of this.#gates) {
      gate.open();
    }
  }

  /** In the place of the global `fetch`. */
  readonly fetch = async (input: string, init: RequestInit): Promise<Response> => {
    const act = acting.getStore();
    const { method = 'GET' } = init;
    const url = new URL(input);
    const key = new Headers(init.headers).get('authorization')?.slice('Bearer '.length) ?? '';
    if (this.#endedKeys.has(key)) {
      this.violations.push(`${method} ${url.pathname} was sent after signing out`);
    }
    if (method !== 'GET' && act?.isStopped) {
      this.violations.push(`${method} ${url.pathname} was sent after ${act.name} was stopped`);
    }
    const written = url.pathname.split('/').at(-1) ?? '';
    if (method === 'DELETE') {
      this.#checkDelete(written);
    } else if (method === 'PATCH') {
      this.#checkPatch(written, (JSON.parse(init.body as string) as Pick<Label, 'name'>).name);
    }
    // So that a list of a few labels has pages as well.
    url.searchParams.forEach((_, name) => {
      if (name === 'limit') {
        url.searchParams.set('limit', '3');
      }
    });
    await this.#travel();
    init.signal?.throwIfAborted();
    const [, id] = /\/labels\/(.+)/.exec(url.pathname) ?? [];
    if (method === 'GET' && id !== undefined) {
      act?.reads(id);
    }
    const isFirstPage = method === 'GET' && url.pathname.endsWith('/labels') && !url.searchParams.has('cursor');
    if (isFirstPage) {
      act?.startsList();
    }
    const response = await this.kirim.fetch(url, init);
    await this.#travel();
    if (method === 'GET' && url.pathname.endsWith('/labels') && (await isLastPage(response.clone()))) {
      act?.hasList();
    }
    return response;
  };

  #checkDelete(id: string): void {
    const act = acting.getStore();
    act?.sends(id);
    const names = [...this.namesOf(id, act?.lastReadOf(id))];
    if (!names.some((name) => act?.hasAgreed(name))) {
      this.violations.push(`${id} is called ${names.join()}, and ${act?.name ?? 'no act'} deletes it without asking`);
    }
    const recent = [...this.namesOf(id, Date.now() - MAX_AGE_MS)];
    if (!recent.some((name) => act?.hasAgreed(name))) {
      this.violations.push(`${id} is called ${recent.join()} for long, and ${act?.name ?? 'no act'} deletes it`);
    }
    const listed = act?.nameInNewList(id);
    if (listed !== undefined && !act?.hasAgreed(listed)) {
      this.violations.push(`${id} is called ${listed} in the list, and ${act?.name ?? 'no act'} goes on to delete it`);
    }
  }

  /** What a label gets as a name is made of one that it has, or had a moment ago. */
  #checkPatch(id: string, name: string): void {
    const recent = [...this.namesOf(id, Date.now() - MAX_AGE_MS)];
    if (!recent.some((one) => stemOf(one) === stemOf(name))) {
      const act = acting.getStore()?.name ?? 'no act';
      this.violations.push(`${id} is called ${recent.join()} for long, and ${act} renames it to ${name}`);
    }
  }

  #travel(): Promise<void> {
    const chance = this.#random();
    const ms = chance < 0.1 ? 0 : chance < 0.9 ? chance * 400 : chance * 4000;
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  #watch(): void {
    const { organization, versions } = this;
    const note = (label: Label): Label => {
      versions.set(label.id, [...(versions.get(label.id) ?? []), { at: Date.now(), label }]);
      return label;
    };
    const add = organization.addLabel.bind(organization);
    const change = organization.changeLabel.bind(organization);
    const remove = organization.removeLabel.bind(organization);
    organization.addLabel = (label) => note(add(label));
    organization.changeLabel = (id, to) => note(change(id, to));
    organization.removeLabel = (id) => {
      remove(id);
      const act = acting.getStore();
      if (act) {
        act.deleted.add(id);
        this.deletedByUs.add(id);
      }
    };
  }
}

/** A name without what retiring puts in front of it, and without the number that it gets where it is taken. */
function stemOf(name: string): string {
  return name.replace(/^\[retired\] /, '').replace(/ \(\d+\)$/, '');
}
