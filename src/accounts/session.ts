import type { ApiBaseUrl } from '../api/baseUrl';
import type { KirimClient } from '../api/client';
import { systemClock } from '../common/clock';
import type { Countdown } from '../operations/countdown';
import type { Journal } from '../journal/journal';
import { LabelStore } from '../labels/labelStore';
import { KeyedLock } from '../common/keyedLock';
import { WriteLimiter } from '../api/rateLimit/writeLimiter';
import { readWriteReservePercent } from './configuration';
import type { JournalOpener } from './openJournal';
import { areOthers, type StoredKey } from './storedKey';

/**
 * Makes the client of one organization.
 *
 * @param sampleFetch answers its requests where that is a sample; nothing is sent then.
 */
export type ClientFactory = (baseUrl: ApiBaseUrl, apiKey: string, sampleFetch?: typeof globalThis.fetch) => KirimClient;

/** What sessions are made with. */
export interface SessionServices {
  readonly createClient: ClientFactory;
  readonly openJournal: JournalOpener;
  /** Whether what they are of is no organization of KirimChat's, but a sample of one in memory. */
  readonly isSample?: boolean;
}

/** One organization that is signed in: its API, its key's client and its labels. Nothing of it is shared with another. */
export class Session {
  /** Tells it from the others of its API in this window, as long as it lasts. Empty where nothing is known of its key. */
  readonly id: string;
  /** As much of the id as tells it from another one whose name looks the same; undefined where the name does. */
  shortId: string | undefined;
  /** Whether there are others, so that each message has to say which one it is about. */
  isOneOfSeveral = false;
  readonly baseUrl: ApiBaseUrl;
  readonly isSample: boolean;
  readonly client: KirimClient;
  readonly labels: LabelStore;
  /** Lets the writes of all batches through, one after the other. */
  readonly writeLimiter: WriteLimiter;
  /** One question at a time about each label. */
  readonly questions = new KeyedLock();
  /** Deletions that can still be undone. */
  readonly countdowns = new Set<Countdown>();
  readonly #apiKey: string;
  /** Undefined where `GET /me` has not told it yet. */
  #organization: StoredKey['organization'];
  #journalIds: readonly string[];
  readonly #openJournal: JournalOpener;
  readonly #ended = new AbortController();
  #journal: Promise<Journal> | undefined;

  constructor(baseUrl: ApiBaseUrl, key: StoredKey, services: SessionServices, locale: string) {
    this.id = key.organization?.id ?? key.journalId ?? '';
    this.baseUrl = baseUrl;
    this.isSample = services.isSample ?? false;
    this.#apiKey = key.apiKey;
    this.#organization = key.organization;
    this.#journalIds = [key.journalId].filter((id) => id !== undefined);
    this.#openJournal = services.openJournal;
    this.client = services.createClient(baseUrl, key.apiKey);
    this.labels = new LabelStore(this.client, locale);
    this.writeLimiter = new WriteLimiter(this.client.writeBudget, systemClock, readWriteReservePercent);
  }

  /** As KirimChat said it last; undefined where `GET /me` has not told it yet. */
  get organizationName(): string | undefined {
    return this.#organization?.name;
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
    const owner = () => ({ organizationId: this.#organization?.id, journalIds: this.#journalIds });
    this.#journal ??= this.#openJournal(this.baseUrl, owner).catch((error: unknown) => {
      this.#journal = undefined;
      throw error;
    });
    return this.#journal;
  }

  /** Whether this is the session that such a key makes, so that it can go on as it is, with what else is known of the key. */
  isFor(baseUrl: ApiBaseUrl, { apiKey, organization }: StoredKey): boolean {
    return (
      this.baseUrl.href === baseUrl.href && this.#apiKey === apiKey && !areOthers(this.#organization, organization)
    );
  }

  /**
   * Takes in what is known of its key by now: another name of the organization, or whose key it is at all.
   *
   * @returns whether its organization has another name than before.
   */
  learn({ organization, journalId }: StoredKey): boolean {
    const before = { name: this.organizationName, id: this.#organization?.id, journalIds: this.#journalIds };
    this.#organization = organization ?? this.#organization;
    if (journalId !== undefined && journalId !== this.#journalIds[0]) {
      this.#journalIds = [journalId, ...this.#journalIds.filter((id) => id !== journalId)];
    }
    if (before.id !== this.#organization?.id || before.journalIds !== this.#journalIds) {
      // There is another folder now: what is in the one before is carried over.
      void this.#journal?.then((journal) => journal.load()).catch(() => undefined);
    }
    return before.name !== this.organizationName;
  }

  /** Whether it is about the same labels, whichever key it has: what was begun with the other one can go on with it. */
  isSameOrganization(other: Session): boolean {
    const [id, otherId] = [this.#organization?.id, other.#organization?.id];
    // Where `GET /me` does not tell whose a key is, only the same key is sure to be of the same organization.
    const isSame = id !== undefined && otherId !== undefined ? id === otherId : this.#apiKey === other.#apiKey;
    return this.baseUrl.href === other.baseUrl.href && isSame;
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
