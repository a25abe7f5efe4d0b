import type { ApiBaseUrl } from '../api/baseUrl';
import type { KirimClient } from '../api/client';
import { systemClock } from '../api/clock';
import type { Countdown } from '../labels/countdown';
import type { Journal } from '../labels/journal/journal';
import { LabelStore } from '../labels/labelStore';
import { OncePerId } from '../labels/oncePerId';
import type { Pace } from '../labels/pace';
import { readWriteReservePercent } from './configuration';
import type { StoredKey } from './keyStore';
import type { JournalOpener } from './openJournal';

/** Makes the client of one organization. */
export type ClientFactory = (baseUrl: ApiBaseUrl, apiKey: string) => KirimClient;

/** What sessions are made with. */
export interface SessionServices {
  readonly createClient: ClientFactory;
  readonly openJournal: JournalOpener;
}

/** One organization that is signed in: its API, its key's client and its labels. Nothing of it is shared with another. */
export class Session {
  readonly baseUrl: ApiBaseUrl;
  /** Undefined where `GET /me` did not tell it. */
  readonly organizationName: string | undefined;
  readonly client: KirimClient;
  readonly labels: LabelStore;
  /** One question at a time about each label. */
  readonly questions = new OncePerId();
  /** Deletions that can still be undone. */
  readonly countdowns = new Set<Countdown>();
  readonly #apiKey: string;
  readonly #organizationId: string | undefined;
  readonly #openJournal: JournalOpener;
  readonly #ended = new AbortController();
  #journal: Promise<Journal> | undefined;
  #pace: Promise<Pace> | undefined;

  constructor(baseUrl: ApiBaseUrl, key: StoredKey, services: SessionServices, locale: string) {
    this.baseUrl = baseUrl;
    this.organizationName = key.organization?.name;
    this.#apiKey = key.apiKey;
    this.#organizationId = key.organization?.id;
    this.#openJournal = services.openJournal;
    this.client = services.createClient(baseUrl, key.apiKey);
    this.labels = new LabelStore(this.client, locale);
  }

  /** Aborted when the organization is signed out or another key took this one's place: no further request starts. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /**
   * What was done to labels of this organization. It is opened and read when it is needed first.
   *
   * @throws what the storage says when its folder cannot be read; the next call tries again.
   */
  journal(): Promise<Journal> {
    this.#journal ??= this.#openJournal(this.baseUrl, this.#organizationId).catch((error: unknown) => {
      this.#journal = undefined;
      throw error;
    });
    return this.#journal;
  }

  /** The turns of all runs of many labels. Loaded with the first of them: activation does not need it. */
  pace(): Promise<Pace> {
    this.#pace ??= import('../labels/pace').then(
      ({ Pace }) => new Pace(this.client.writeBudget, systemClock, readWriteReservePercent),
    );
    return this.#pace;
  }

  /** Whether this is the session that such a key makes, so that it can go on as it is. */
  isFor(baseUrl: ApiBaseUrl, key: StoredKey): boolean {
    return (
      this.baseUrl.href === baseUrl.href &&
      this.#apiKey === key.apiKey &&
      this.organizationName === key.organization?.name
    );
  }

  /** Whether it is about the same labels, whichever key it has: what was begun with the other one can go on with it. */
  isSameOrganization(other: Session): boolean {
    const isSame = this.#organizationId !== undefined && this.#organizationId === other.#organizationId;
    // Where `GET /me` does not tell whose a key is, only the same key is sure to be of the same organization.
    return this.baseUrl.href === other.baseUrl.href && (isSame || this.#apiKey === other.#apiKey);
  }

  dispose(): void {
    this.#ended.abort();
    for (const countdown of this.countdowns) {
      countdown.undo(countdown.ids);
    }
    this.labels.dispose();
    void this.#journal?.then(
      (journal) => {
        journal.dispose();
      },
      () => undefined,
    );
  }
}
