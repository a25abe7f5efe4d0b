import { env, EventEmitter } from 'vscode';
import { type ApiBaseUrl, InvalidBaseUrlError } from '../api/baseUrl';
import type { LabelStoreChange } from '../labels/labelStore';
import { shortIds } from '../labels/names/shortIds';
import { lookOf } from '../labels/names/visibleText';
import { onDidChangeApiBaseUrl, readApiBaseUrl } from './configuration';
import type { KeyStore } from './keyStore';
import { createSampleSession } from './sampleSession';
import { Session, type SessionServices } from './session';
import type { Organization, StoredKey } from './storedKey';

/** `unknown` until the secret storage was asked for the first time, `secretsFailed` where it did not answer. */
export type AccountsState =
  | { readonly kind: 'unknown' | 'secretsFailed' | 'ready' }
  | { readonly kind: 'invalidBaseUrl'; readonly error: InvalidBaseUrlError };

/**
 * `sessions`: other ones than before, or another state. `organization`: that of the session has another name. The rest is
 * about the labels of the session.
 */
export type AccountsChange =
  | { readonly kind: 'sessions'; readonly ended: readonly Session[] }
  | ({ readonly session: Session } & (LabelStoreChange | { readonly kind: 'organization' }));

/**
 * Keeps a session for each organization that is signed in, in step with the `apiBaseUrl` setting and with the secret storage,
 * which other windows change too.
 */
export class Accounts {
  readonly #keys: KeyStore;
  readonly #services: SessionServices;
  readonly #onError: (error: unknown) => void;
  readonly #changed = new EventEmitter<AccountsChange>();
  readonly #subscriptions: { dispose(): void }[];
  #state: AccountsState = { kind: 'unknown' };
  #sessions: readonly Session[] = [];
  #sample: Session | undefined;
  #restored: Promise<void> | undefined;
  /** As they were read last. */
  readonly #keyOf = new WeakMap<Session, StoredKey>();
  readonly #justChecked = new WeakSet<Session>();

  readonly onDidChange = this.#changed.event;

  /** @param onError told when the secret storage could not be read in the background. */
  constructor(keys: KeyStore, services: SessionServices, onError: (error: unknown) => void) {
    this.#keys = keys;
    this.#services = services;
    this.#onError = onError;
    const follow = () => void this.#follow().catch(onError);
    this.#subscriptions = [keys.onDidChange(follow), onDidChangeApiBaseUrl(follow)];
  }

  get state(): AccountsState {
    return this.#state;
  }

  /** Those of the API that the setting points to, and the sample where it is open. The same array until there are other ones. */
  get sessions(): readonly Session[] {
    return this.#sessions;
  }

  /** The session that is live now of the organization that such a session is of, whichever key it has. */
  sessionOf(session: Session): Session | undefined {
    return this.#sessions.find((live) => live.isSameOrganization(session));
  }

  /** Reads setting and keys once; resolves to the sessions when `state` is known. */
  async restore(): Promise<readonly Session[]> {
    await (this.#restored ??= this.#read().catch(this.#onError));
    return this.#sessions;
  }

  /**
   * The sessions; asks once more where the secret storage failed before.
   *
   * @throws SecretStorageError where it fails again.
   */
  async find(): Promise<readonly Session[]> {
    await this.restore();
    if (this.#state.kind === 'secretsFailed') {
      await (this.#sample ? this.checkAgain() : this.#follow());
    }
    return this.#sessions;
  }

  /**
   * Reads setting and keys once more: not every host tells a window that another one has signed out. A session that has no key
   * any more has ended then; where the secret storage does not answer, all stays as it is.
   */
  async checkAgain(): Promise<void> {
    await this.#follow().catch(this.#onError);
  }

  /**
   * Stores a key that was checked.
   *
   * @param onUnkept told where the secret storage did not take the key: it is for this window alone then.
   * @returns the session, or undefined where the setting points to another API by now: the key is kept for its own.
   */
  async signIn(baseUrl: ApiBaseUrl, key: StoredKey, onUnkept: (error: unknown) => void): Promise<Session | undefined> {
    const before = this.#sessions;
    await this.#keys.set(baseUrl, key).catch(onUnkept);
    await this.#follow();
    const session = this.#sessions.find((live) => live.isFor(baseUrl, key));
    if (session) {
      this.#justChecked.add(session);
    }
    if (session && before.includes(session)) {
      // The same key again, after it was rejected or in doubt: the same session, asked anew.
      void session.labels.refresh();
    }
    return session;
  }

  /** Whether the person signed in to it in this window, so that KirimChat was asked whose key it is right before. */
  wasJustChecked(session: Session): boolean {
    return this.#justChecked.has(session);
  }

  /**
   * Keeps whose key it is, as KirimChat says it now, for all windows.
   *
   * @throws SecretStorageError where it cannot be kept: then it is not taken in.
   */
  async learn(session: Session, organization: Organization): Promise<void> {
    const key = this.#keyOf.get(session);
    if (key && !session.ended.aborted) {
      await this.#keys.learn(session.baseUrl, key.apiKey, organization);
      await this.#follow();
    }
  }

  /**
   * Opens a sample organization in this window, beside the others and until it is closed, where it is not open already.
   *
   * @param name of the organization.
   */
  async openSample(name: string): Promise<Session> {
    await this.restore();
    const sample = (this.#sample ??= createSampleSession(name, this.#services.createClient, env.language));
    this.#change(this.#state, this.#sessions.filter(isOfKey));
    return sample;
  }

  /** Forgets the sample, and all that was changed in it. */
  closeSample(): void {
    this.#sample = undefined;
    this.#change(this.#state, this.#sessions.filter(isOfKey));
  }

  /** @throws SecretStorageError where this window alone is signed out: the secret storage may still have the key. */
  async signOut(session: Session): Promise<void> {
    const key = this.#keyOf.get(session);
    try {
      await (key && this.#keys.delete(session.baseUrl, key));
    } finally {
      await this.#follow();
    }
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#sessions, this.#changed]) {
      one.dispose();
    }
  }

  /** One read after the other, so that an older answer never overtakes a newer one. */
  #follow(): Promise<void> {
    const read = this.restore().then(() => this.#read());
    this.#restored = read.catch(() => undefined);
    return read;
  }

  async #read(): Promise<void> {
    let baseUrl: ApiBaseUrl;
    try {
      baseUrl = readApiBaseUrl();
    } catch (error) {
      if (!(error instanceof InvalidBaseUrlError)) {
        throw error;
      }
      this.#change({ kind: 'invalidBaseUrl', error }, []);
      return;
    }
    const keys = await this.#keys.get(baseUrl).catch((error: unknown) => {
      // The sessions stay: a storage that fails for a moment does not sign the user out.
      if (this.#sessions.find(isOfKey)?.baseUrl.href !== baseUrl.href) {
        this.#change({ kind: 'secretsFailed' }, []);
      }
      throw error;
    });
    const found = keys.map((key) => ({ key, session: this.#sessionFor(baseUrl, key) }));
    this.#change(
      { kind: 'ready' },
      found.map(({ session }) => session),
    );
    const renamed = found.filter(({ key, session }) => session.learn(key)).map(({ session }) => session);
    for (const session of new Set([...renamed, ...distinguish(this.#sessions)])) {
      this.#changed.fire({ session, kind: 'organization' });
    }
  }

  /** The one that such a key has already goes on as it is. */
  #sessionFor(baseUrl: ApiBaseUrl, key: StoredKey): Session {
    const session =
      this.#sessions.find((live) => live.isFor(baseUrl, key)) ??
      new Session(baseUrl, key, this.#services, env.language);
    this.#keyOf.set(session, key);
    return session;
  }

  /** @param ofKeys the sample is added to them. */
  #change(state: AccountsState, ofKeys: readonly Session[]): void {
    const sessions = this.#sample ? [...ofKeys, this.#sample] : ofKeys;
    const before = this.#sessions;
    const isSame = sessions.length === before.length && sessions.every((session, place) => session === before[place]);
    if (isSame && state.kind === this.#state.kind && state.kind !== 'invalidBaseUrl') {
      return;
    }
    this.#state = state;
    this.#sessions = sessions;
    const ended = before.filter((session) => !sessions.includes(session));
    for (const session of ended) {
      session.dispose();
    }
    for (const session of sessions.filter((one) => !before.includes(one))) {
      // The store forgets its listeners when the session is disposed.
      session.labels.onDidChange((change) => {
        this.#changed.fire({ session, ...change });
      });
    }
    distinguish(sessions);
    this.#changed.fire({ kind: 'sessions', ended });
  }
}

/**
 * Gives organizations whose names look alike something that tells them apart.
 *
 * @returns those for which that is another one than before.
 */
function distinguish(sessions: readonly Session[]): readonly Session[] {
  const short = shortIds(sessions.map(({ id }) => id));
  const looks = sessions.map(({ organizationName }) => lookOf(organizationName ?? ''));
  return sessions.filter((session, index) => {
    const hasNamesake = looks.some((look, other) => other !== index && look === looks[index]);
    const before = session.shortId;
    session.isOneOfSeveral = sessions.length > 1;
    session.shortId = hasNamesake ? short.get(session.id) : undefined;
    return session.shortId !== before;
  });
}

function isOfKey({ isSample }: Session): boolean {
  return !isSample;
}
