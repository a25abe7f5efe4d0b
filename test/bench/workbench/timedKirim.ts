import { Kirim, listen, type Listening, type Organization } from '../../kirim';

/** When one request arrived and when its answer left, in milliseconds since 1970. */
export interface Exchange {
  readonly method: string;
  readonly arrivedAt: number;
  readonly answeredAt: number;
}

/** A stand-in with one organization, which notes when it answered what. */
export class TimedKirim {
  /** In the order of the answers. */
  readonly exchanges: Exchange[] = [];
  readonly organization: Organization;
  readonly apiKey: string;
  readonly #kirim = new Kirim();
  #api: Listening | undefined;

  /** @param labels how many there are. */
  constructor(labels: number) {
    const plenty = 1_000_000;
    const limits = { write_per_minute: plenty, read_per_minute: plenty };
    this.organization = this.#kirim.addOrganization({ name: 'Acme', ...limits });
    this.apiKey = this.organization.addKey({ label: 'VS Code' });
    for (let number = 0; number < labels; number += 1) {
      this.organization.addLabel({ name: nameOf(number), color: 'teal' });
    }
    const answer = this.#kirim.answer.bind(this.#kirim);
    this.#kirim.answer = async (request) => {
      const arrivedAt = now();
      const answered = await answer(request);
      this.exchanges.push({ method: request.method, arrivedAt, answeredAt: now() });
      return answered;
    };
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
