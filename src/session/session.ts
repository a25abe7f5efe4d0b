import type { ApiBaseUrl } from '../api/baseUrl';
import type { KirimClient } from '../api/client';
import { LabelStore } from '../labels/labelStore';
import { OncePerId } from '../labels/oncePerId';
import type { StoredKey } from './keyStore';

/** Makes the client of one organization. */
export type ClientFactory = (baseUrl: ApiBaseUrl, apiKey: string) => KirimClient;

/** One organization that is signed in: its API, its key's client and its labels. Nothing of it is shared with another. */
export class Session {
  readonly baseUrl: ApiBaseUrl;
  /** Undefined where `GET /me` did not tell it. */
  readonly organizationName: string | undefined;
  readonly client: KirimClient;
  readonly labels: LabelStore;
  /** One question at a time about each label. */
  readonly questions = new OncePerId();
  readonly #apiKey: string;
  readonly #ended = new AbortController();

  constructor(baseUrl: ApiBaseUrl, key: StoredKey, createClient: ClientFactory, locale: string) {
    this.baseUrl = baseUrl;
    this.organizationName = key.organization?.name;
    this.#apiKey = key.apiKey;
    this.client = createClient(baseUrl, key.apiKey);
    this.labels = new LabelStore(this.client, locale);
  }

  /** Aborted when the organization is signed out or another key took this one's place: no further request starts. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Whether this is the session that such a key makes, so that it can go on as it is. */
  isFor(baseUrl: ApiBaseUrl, key: StoredKey): boolean {
    return (
      this.baseUrl.href === baseUrl.href &&
      this.#apiKey === key.apiKey &&
      this.organizationName === key.organization?.name
    );
  }

  dispose(): void {
    this.#ended.abort();
    this.labels.dispose();
  }
}
