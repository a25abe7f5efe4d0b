import type { Clock } from '../../common/clock';
import { ApiFailure } from './apiFailure';
import type { Label } from './model';

const KEPT_FOR = 24 * 60 * 60 * 1000;
const MAX_KEY_LENGTH = 255;

interface Entry {
  readonly body: string;
  readonly at: number;
  label?: Label;
}

/** The Idempotency-Keys of the last 24 hours, per organization. Only a success is kept: a refused request may be mended. */
export class IdempotencyKeys {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** The label that was created, or undefined when the request is to be carried out and then finished or given up. */
  begin(organization_id: string, key: string, body: string): Label | undefined {
    if (key === '' || key.length > MAX_KEY_LENGTH) {
      const message = `An Idempotency-Key has 1 to ${MAX_KEY_LENGTH} characters.`;
      throw new ApiFailure('invalid_field_value', message, 'Idempotency-Key');
    }
    const entry = this.#get(organization_id, key);
    if (entry === undefined) {
      this.#entries.set(entryKey(organization_id, key), { body, at: this.#clock.now() });
      return undefined;
    }
    if (entry.label === undefined) {
      throw new ApiFailure('idempotency_in_progress', 'A request with this Idempotency-Key is still in progress.');
    }
    if (entry.body === body) return entry.label;
    throw new ApiFailure('idempotency_key_reuse', 'This Idempotency-Key was used with another body.');
  }

  finish(organization_id: string, key: string, label: Label): void {
    const entry = this.#get(organization_id, key);
    if (entry !== undefined) entry.label = label;
  }

  giveUp(organization_id: string, key: string): void {
    this.#entries.delete(entryKey(organization_id, key));
  }

  #get(organization_id: string, key: string): Entry | undefined {
    const entry = this.#entries.get(entryKey(organization_id, key));
    return entry === undefined || this.#clock.now() - entry.at >= KEPT_FOR ? undefined : entry;
  }
}

function entryKey(organization_id: string, key: string): string {
  return `${organization_id}\n${key}`;
}
