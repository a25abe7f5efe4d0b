import { env, EventEmitter } from 'vscode';
import { type ApiBaseUrl, InvalidBaseUrlError } from '../api/baseUrl';
import type { LabelStoreChange } from '../labels/labelStore';
import { onDidChangeApiBaseUrl, readApiBaseUrl } from './configuration';
import type { KeyStore, StoredKey } from './keyStore';
import { Session, type SessionServices } from './session';

/** Who we are. `unknown` until the secret storage was asked for the first time, `secretsFailed` where it did not answer. */
export type SessionState =
  | { readonly kind: 'unknown' | 'signedOut' | 'secretsFailed' }
  | { readonly kind: 'invalidBaseUrl'; readonly error: InvalidBaseUrlError }
  | { readonly kind: 'signedIn'; readonly session: Session };

/** `session`: who we are, or as whom. The rest is about the labels of that session. */
type SessionsChange = LabelStoreChange | { readonly kind: 'session' };

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
   * Stores a key that was checked.
   *
   * @param onUnkept told where the secret storage did not take the key: it is for this window alone then.
   * @returns the session, or undefined where the setting points to another API by now: the key is kept for its own.
   */
  async signIn(baseUrl: ApiBaseUrl, key: StoredKey, onUnkept: (error: unknown) => void): Promise<Session | undefined> {
    const before = this.current;
    await this.#keys.set(baseUrl, key).catch(onUnkept);
    await this.#follow();
    const session = this.current;
    if (session && session === before) {
      // The same key again, after it was rejected or in doubt: the same session, asked anew.
      void session.labels.refresh();
    }
    return session?.isFor(baseUrl, key) ? session : undefined;
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
      // Who is signed in stays so: a storage that fails for a moment signs nobody out.
      if (this.current?.baseUrl.href !== baseUrl.href) {
        this.#setState({ kind: 'secretsFailed' });
      }
      throw error;
    });
    if (!key) {
      this.#setState({ kind: 'signedOut' });
    } else if (!this.current?.isFor(baseUrl, key)) {
      this.#setState({ kind: 'signedIn', session: new Session(baseUrl, key, this.#services, env.language) });
    }
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
