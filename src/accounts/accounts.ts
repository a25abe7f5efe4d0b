import { env, EventEmitter } from 'vscode';
import { type ApiBaseUrl, InvalidBaseUrlError } from '../api/baseUrl';
import type { LabelStoreChange } from '../labels/labelStore';
import { onDidChangeApiBaseUrl, readApiBaseUrl } from './configuration';
import { areOthers, asBefore, type KeyStore, type StoredKey, withJournal } from './keyStore';
import { Session, type SessionServices } from './session';

/** Who we are. `unknown` until the secret storage was asked for the first time, `secretsFailed` where it did not answer. */
export type SessionState =
  | { readonly kind: 'unknown' | 'signedOut' | 'secretsFailed' }
  | { readonly kind: 'invalidBaseUrl'; readonly error: InvalidBaseUrlError }
  | { readonly kind: 'signedIn'; readonly session: Session };

/**
 * `session`: who we are, or as whom. `organization`: that of the session has another name. The rest is about the labels of
 * that session.
 */
type SessionsChange = LabelStoreChange | { readonly kind: 'session' | 'organization' };

/**
 * Keeps the session in step with the `apiBaseUrl` setting and with the secret storage, which other windows change too.
 */
export class Sessions {
  readonly #keys: KeyStore;
  readonly #services: SessionServices;
  readonly #onError: (error: unknown) => void;
  readonly #changed = new EventEmitter<SessionsChange>();
  readonly #subscriptions: { dispose(): void }[];
  #state: SessionState = { kind: 'unknown' };
  #restored: Promise<void> | undefined;
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

  get state(): SessionState {
    return this.#state;
  }

  get current(): Session | undefined {
    return this.#state.kind === 'signedIn' ? this.#state.session : undefined;
  }

  /** Reads setting and key once; resolves to the current session when `state` is known. */
  async restore(): Promise<Session | undefined> {
    await (this.#restored ??= this.#read().catch(this.#onError));
    return this.current;
  }

  /**
   * The current session; asks once more where the secret storage failed before.
   *
   * @throws SecretStorageError where it fails again.
   */
  async find(): Promise<Session | undefined> {
    await this.restore();
    if (this.#state.kind === 'secretsFailed') {
      await this.#follow();
    }
    return this.current;
  }

  /**
   * Reads setting and key once more: not every host tells a window that another one has signed out. A session that has no key
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
    const before = this.current;
    const kept = await this.#keys.get(baseUrl).catch(() => undefined);
    await this.#keys.set(baseUrl, withJournal(asBefore(key, kept))).catch(onUnkept);
    await this.#follow();
    const session = this.current;
    if (session) {
      this.#justChecked.add(session);
    }
    if (session && session === before) {
      // The same key again, after it was rejected or in doubt: the same session, asked anew.
      void session.labels.refresh();
    }
    return session?.isFor(baseUrl, key) ? session : undefined;
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
  async learn(session: Session, organization: NonNullable<StoredKey['organization']>): Promise<void> {
    const { baseUrl } = session;
    await this.#keys.amend(baseUrl, (key) => {
      if (session.ended.aborted || !session.isFor(baseUrl, key)) {
        return undefined;
      }
      const isSame = key.organization?.id === organization.id && key.organization.name === organization.name;
      return isSame
        ? undefined
        : areOthers(key.organization, organization)
          ? { apiKey: key.apiKey, organization }
          : { ...key, organization };
    });
    await this.#follow();
  }

  /** @throws SecretStorageError where this window alone is signed out: the secret storage may still have the key. */
  async signOut({ baseUrl }: Session): Promise<void> {
    try {
      await this.#keys.delete(baseUrl);
    } finally {
      await this.#follow();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
    this.current?.dispose();
    this.#changed.dispose();
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
      this.#setState({ kind: 'invalidBaseUrl', error });
      return;
    }
    const key = await this.#keys.get(baseUrl).catch((error: unknown) => {
      // The session stays: a storage that fails for a moment does not sign the user out.
      if (this.current?.baseUrl.href !== baseUrl.href) {
        this.#setState({ kind: 'secretsFailed' });
      }
      throw error;
    });
    if (!key) {
      this.#setState({ kind: 'signedOut' });
    } else if (!this.current?.isFor(baseUrl, key)) {
      const session = new Session(baseUrl, this.#named(baseUrl, key), this.#services, env.language);
      this.#setState({ kind: 'signedIn', session });
    } else if (this.current.learn(key)) {
      this.#changed.fire({ kind: 'organization' });
    }
  }

  /** A key that was kept without a journal of its own, by an older version, gets one. */
  #named(baseUrl: ApiBaseUrl, key: StoredKey): StoredKey {
    const named = withJournal(key);
    if (named !== key) {
      const name = (kept: StoredKey) => (kept.apiKey === key.apiKey && withJournal(kept) !== kept ? named : undefined);
      this.#keys.amend(baseUrl, name).catch(this.#onError);
    }
    return named;
  }

  #setState(state: SessionState): void {
    this.current?.dispose();
    this.#state = state;
    // The store forgets its listeners when the session is disposed.
    this.current?.labels.onDidChange((change) => {
      this.#changed.fire(change);
    });
    this.#changed.fire({ kind: 'session' });
  }
}
