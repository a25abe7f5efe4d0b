import { Kirim, listen, type Listening, type Organization } from '../../kirim';

/** When one request arrived and when its answer left, in milliseconds since 1970. */
export interface Exchange {
  readonly method: string;
  readonly arrivedAt: number;
  readonly answeredAt: number;
}

/** A stand-in with one organization, or more, which notes when it answered what. */
export class TimedKirim {
  /** In the order of the answers. */
  readonly exchanges: Exchange[] = [];
  readonly organization: Organization;
  readonly apiKey: string;
  readonly #kirim = new Kirim();
  #api: Listening | undefined;

  /** @param labels how many there are. */
  constructor(labels: number) {
    ({ organization: this.organization, apiKey: this.apiKey } = this.addOrganization('Acme', labels));
    const answer = this.#kirim.answer.bind(this.#kirim);
    this.#kirim.answer = async (request) => {
      const arrivedAt = now();
      const answered = await answer(request);
      this.exchanges.push({ method: request.method, arrivedAt, answeredAt: now() });
      return answered;
    };
  }

  /** @param labels how many it has. */
  addOrganization(name: string, labels: number): { readonly organization: Organization; readonly apiKey: string } {
    const plenty = 1_000_000;
    const organization = this.#kirim.addOrganization({ name, write_per_minute: plenty, read_per_minute: plenty });
    for (let number = 0; number < labels; number += 1) {
      organization.addLabel({ name: nameOf(number), color: 'teal' });
    }
    return { organization, apiKey: organization.addKey({ label: 'VS Code' }) };
  }

  async open(): Promise<this> {
    this.#api = await listen(this.#kirim);
    return this;
  }

  get baseUrl(): string {
    return this.#api?.baseUrl ?? '';
  }

  get listUrl(): string {
    return `${this.baseUrl}/labels?limit=100`;
  }

  /** From now on every answer takes so long. */
  delay(ms: number): void {
    this.#kirim.faults.clear();
    this.#kirim.faults.add({ times: Infinity, fault: { kind: 'delay', ms } });
  }

  /** The same for writes alone. */
  delayWrites(ms: number): void {
    this.#kirim.faults.clear();
    this.#kirim.faults.add({ match: { method: 'DELETE' }, times: Infinity, fault: { kind: 'delay', ms } });
  }

  async close(): Promise<void> {
    await this.#api?.close();
  }
}

export function nameOf(number: number): string {
  return `Label ${String(number).padStart(6, '0')}`;
}

export function now(): number {
  return performance.timeOrigin + performance.now();
}
