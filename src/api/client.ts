import type { Answer } from './http/answer';
import { attemptCall } from './http/attempt';
import type { ApiBaseUrl } from './baseUrl';
import type { Call } from './http/call';
import { type Clock, systemClock } from '../common/clock';
import type { AttemptRecord, Connection } from './http/connection';
import { ApiError } from './errors';
import { followCursor, type LabelPage, type ListPosition } from './pages';
import { type RequestOptions, withRetries } from './http/retry';
import {
  changedLabelSchema,
  deletionSchema,
  isLabelId,
  knownFields,
  type Label,
  type LabelChange,
  labelOfIdSchema,
  labelPageSchema,
  type Me,
  meSchema,
  type NewLabel,
  newLabelSchema,
  sortRecords,
  type UnreadableRecord,
} from './schema';
import { lazyFetch } from './http/send';
import { ServerText } from './http/serverText';
import { ReadPace } from './rateLimit/readPace';
import { WriteBudget } from './rateLimit/writeBudget';

export type { AttemptRecord } from './http/connection';
export type { RequestOptions, Wait } from './http/retry';

interface KirimClientOptions {
  readonly baseUrl: ApiBaseUrl;
  /** One key belongs to one organization (API: Authentication), and so does the client. */
  readonly apiKey: string;
  /** Asked before each attempt: how long it may take, its whole answer included. */
  readonly timeoutSeconds: () => number;
  /** Told after each attempt, the failed ones included. */
  readonly onAttempt?: (record: AttemptRecord) => void;
  /** Told of each record of a list that is left out, without the key. */
  readonly onUnreadable?: (record: UnreadableRecord) => void;
  readonly clock?: Clock;
  /** Sends the requests; the global one unless told. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface ListOptions extends RequestOptions {
  /** Told of each record that is left out, since it is not a label as it is documented: absence from the list says nothing of it. */
  readonly onUnreadable?: ((record: UnreadableRecord) => void) | undefined;
  /** Where the list is gone on with; from its first page where it is left out. */
  readonly position?: ListPosition;
}

/** KirimChat did what was asked. */
export interface Confirmation {
  /** What KirimChat's support asks for. */
  readonly requestId?: string | undefined;
}

/** A label as KirimChat wrote it down. */
export interface WrittenLabel extends Confirmation {
  readonly label: Label;
}

const FIRST_PAGE = '/labels?limit=100';

/**
 * KirimChat over HTTP. Every method throws ApiError when KirimChat, or the way to it, fails, and RequestCancelledError
 * when `options.signal` ended the request.
 */
export class KirimClient {
  /** What the organization may still write: every write of this client is counted in it. */
  readonly writeBudget: WriteBudget;
  readonly #connection: Connection;
  readonly #onUnreadable: ((record: UnreadableRecord) => void) | undefined;

  constructor({ clock = systemClock, onUnreadable, fetch, ...options }: KirimClientOptions) {
    this.#onUnreadable = onUnreadable;
    this.writeBudget = new WriteBudget(clock);
    this.#connection = {
      ...options,
      clock,
      ofetch: lazyFetch(fetch),
      writeBudget: this.writeBudget,
      readPace: new ReadPace(clock),
    };
  }

  /** Whose key it is. Undefined where KirimChat has no `/me`, which tells nothing about the key. */
  async getMe(options?: RequestOptions): Promise<Me | undefined> {
    try {
      const { body } = await this.#request({ method: 'GET', path: '/me', schema: meSchema }, options);
      this.writeBudget.suggestLimit(body.data.rate_limits?.write_per_minute);
      return body.data;
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * All labels, in pages of up to 100, each label once. The order is the server's. A record that cannot be read is left out,
   * and told to `options.onUnreadable`.
   */
  listLabels({ onUnreadable, position, ...options }: ListOptions = {}): AsyncGenerator<Label[], void, undefined> {
    const tell = (record: UnreadableRecord): void => {
      const { id } = record;
      this.#onUnreadable?.({ ...record, id: id && new ServerText(this.#connection.apiKey).withoutKey(id) });
      onUnreadable?.(record);
    };
    return followCursor((cursor) => this.#page(cursor, options), tell, position);
  }

  /** The label as it is now; undefined where there is none (any more). */
  async getLabel(id: string, options?: RequestOptions): Promise<Label | undefined> {
    try {
      const call = { method: 'GET', path: labelPath(id), schema: labelOfIdSchema(id) } as const;
      return knownFields((await this.#request(call, options)).body.data);
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Creates a label (API: Labels, POST). Only an answer that has its name and its team counts.
   *
   * @param idempotencyKey the same one for the same wish: then it is created once, however often it is sent.
   */
  async createLabel(
    { name, color, team_id }: NewLabel,
    idempotencyKey: string,
    options?: RequestOptions,
  ): Promise<WrittenLabel> {
    const body = { name, color, team_id };
    const schema = newLabelSchema(body);
    return this.#write({ method: 'POST', path: '/labels', body, idempotencyKey, schema }, options);
  }

  /** Gives a label another name or color; it keeps its id and what it is attached to (API: Labels, PATCH). */
  async updateLabel(id: string, { name, color }: LabelChange, options?: RequestOptions): Promise<WrittenLabel> {
    const body = { name, color };
    const schema = changedLabelSchema(id, body);
    return this.#write({ method: 'PATCH', path: labelPath(id), body, schema }, options);
  }

  /**
   * Deletes a label for good, and takes it off every contact and conversation (API: Labels, DELETE). Only an answer
   * that names this label as deleted counts. A 404 is an ApiError: with `mayHaveTakenEffect` where an attempt before it may
   * have deleted the label.
   */
  async deleteLabel(id: string, options?: RequestOptions): Promise<Confirmation> {
    const { requestId } = await this.#request(
      { method: 'DELETE', path: labelPath(id), schema: deletionSchema(id) },
      options,
    );
    return { requestId };
  }

  async #page(cursor: string | undefined, options: RequestOptions): Promise<LabelPage> {
    const { clock, readPace } = this.#connection;
    if (cursor !== undefined && readPace.waitMs > 0) {
      await clock.sleep(readPace.waitMs, options.signal);
    }
    const path = cursor === undefined ? FIRST_PAGE : `${FIRST_PAGE}&${String(new URLSearchParams({ cursor }))}`;
    try {
      const { body, requestId } = await this.#request({ method: 'GET', path, schema: labelPageSchema }, options);
      const { data, has_more, next_cursor } = body;
      return { ...sortRecords(data), has_more, next_cursor, requestId };
    } catch (error) {
      // No label is asked for, which could be gone: it is the list itself that is not there.
      throw cursor === undefined && isNotFound(error) ? error.as('wrongAddress') : error;
    }
  }

  async #write(call: Call<{ data: Label }>, options?: RequestOptions): Promise<WrittenLabel> {
    const { body, requestId } = await this.#request(call, options);
    return { label: knownFields(body.data), requestId };
  }

  #request<T>(call: Call<T>, options: RequestOptions = {}): Promise<Answer<T>> {
    const { beforeAttempt } = options;
    const knowing = async (signal: AbortSignal | undefined) => {
      if (this.writeBudget.headers.consumeDispute()) {
        await this.getMe({ signal }).catch(() => undefined);
      }
      await beforeAttempt?.(signal);
    };
    return withRetries(
      (lastError) => attemptCall(this.#connection, call, options.signal, lastError),
      this.#connection.clock,
      { ...options, beforeAttempt: call.method === 'GET' || !beforeAttempt ? undefined : knowing },
    );
  }
}

function isNotFound(error: unknown): error is ApiError {
  return error instanceof ApiError && error.kind === 'notFound';
}

/** @throws ApiError for what is no label's id: it could lead to another path. */
export function labelPath(id: string): string {
  if (!isLabelId(id)) {
    throw new ApiError({ kind: 'invalidRequest', attempts: 0, mayHaveTakenEffect: false });
  }
  return `/labels/${encodeURIComponent(id)}`;
}
