import type { Clock } from '../clock';
import { ApiFailure } from '../../../src/sample/server/apiFailure';

const API_KEY = /^kdv_live_[A-Za-z0-9_-]{24}$/;

/** One key of one organization. */
export interface ApiKey {
  readonly id: string;
  /** The name that the key was given in the dashboard. */
  readonly label: string;
  readonly secret: string;
  readonly organization_id: string;
  expires_at: number;
  revoked: boolean;
}

/** All keys of all organizations. */
export class KeyRing {
  readonly #clock: Clock;
  readonly #bySecret = new Map<string, ApiKey>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(key: ApiKey): void {
    if (!API_KEY.test(key.secret)) throw new Error('A key is kdv_live_ and 24 URL-safe base64 characters.');
    if (this.#bySecret.has(key.secret)) throw new Error('This key exists already.');
    this.#bySecret.set(key.secret, key);
  }

  /** The key in an Authorization header, whether it is valid or not. */
  find(authorization: string | null | undefined): ApiKey | undefined {
    const secret = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    return secret === undefined ? undefined : this.#bySecret.get(secret);
  }

  /** The key in an Authorization header, or the documented 401. */
  authenticate(authorization: string | null | undefined): ApiKey {
    const key = this.find(authorization);
    if (key === undefined || key.revoked) throw new ApiFailure('invalid_api_key', 'The API key is not valid.');
    if (key.expires_at <= this.#clock.now()) throw new ApiFailure('expired_api_key', 'The API key has expired.');
    return key;
  }

  /** The organization's key with this name or secret. */
  get(organization_id: string, labelOrSecret: string): ApiKey {
    for (const key of this.#bySecret.values()) {
      if (key.organization_id !== organization_id) continue;
      if (key.label === labelOrSecret || key.secret === labelOrSecret) return key;
    }
    throw new Error('The organization has no such key.');
  }
}
