import type { Clock } from '../../common/clock';
import { ApiFailure } from './apiFailure';
import { Cursors } from './cursors';
import { IdempotencyKeys } from './idempotencyKeys';
import { parseLabelChange, parseLimit, parseNewLabel } from './labelRules';
import type { Label } from './model';
import type { Organization } from './organization';
import { rateClass, type RateClass, rateLimitHeaders, retryAfter } from './rateLimits';
import { TokenBucket } from './tokenBucket';

interface ApiKey {
  readonly id: string;
  /** The name that the key was given in the dashboard. */
  readonly label: string;
  readonly secret: string;
}

/** Who is asking. */
export interface Caller {
  readonly organization: Organization;
  readonly key: ApiKey;
}

interface ServerOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** Another seed makes other cursors. */
  readonly seed: number;
  /**
   * Whose key is in an Authorization header.
   *
   * @throws ApiFailure for the documented 401.
   */
  readonly authenticate: (authorization: string | null) => Caller;
}

interface AnswerOptions {
  readonly request_id: string;
  /** Resolves when the answer may leave; an Idempotency-Key is in progress until then. At once unless told. */
  readonly settle?: () => Promise<void>;
}

/** What an answer says, without the request's id. */
interface Result {
  readonly status?: number;
  readonly body: object;
}

/**
 * KirimChat’s API for labels, as its documentation says, in memory: who is asking, may they now, and what is done. The sample
 * that users explore and the stand-in of the tests are this one.
 */
export class Server {
  /** Reported to callers without a valid key: those of the default plan, untouched. Nothing is ever taken from them. */
  readonly anonymousBuckets: Readonly<Record<RateClass, TokenBucket>>;
  readonly #authenticate: ServerOptions['authenticate'];
  readonly #cursors: Cursors;
  readonly #idempotencyKeys: IdempotencyKeys;

  constructor({ clock, seed, authenticate }: ServerOptions) {
    this.anonymousBuckets = { read: new TokenBucket(clock, 600), write: new TokenBucket(clock, 60) };
    this.#authenticate = authenticate;
    this.#cursors = new Cursors(seed);
    this.#idempotencyKeys = new IdempotencyKeys(clock);
  }

  /** The answer to a request, whatever the host in its URL is. */
  async answer(request: Request, { request_id, settle = () => Promise.resolve() }: AnswerOptions): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const rate = rateClass(request.method);
    let bucket = this.anonymousBuckets[rate];
    const headers = () => ({ ...rateLimitHeaders(bucket), 'X-Request-Id': request_id });
    try {
      let result: Result;
      if (pathname === '/v1/health') {
        result = { body: { data: { status: 'ok' } } };
      } else if (!pathname.startsWith('/v1/')) {
        throw nothingHere();
      } else {
        const caller = this.#authenticate(request.headers.get('Authorization'));
        bucket = caller.organization.bucket(rate);
        caller.organization.admit(rate);
        result = await this.#carryOut(caller, request, pathname, searchParams, settle);
      }
      const { status = 200, body } = result;
      return Response.json({ ...body, request_id }, { status, headers: headers() });
    } catch (error) {
      // Anything else is a mistake of this server, which no caller may take for an answer.
      if (!(error instanceof ApiFailure)) throw error;
      const wait = error.code === 'rate_limit_exceeded' ? { 'Retry-After': retryAfter(bucket) } : {};
      return Response.json(error.toBody(request_id), { status: error.status, headers: { ...headers(), ...wait } });
    }
  }

  async #carryOut(
    { organization, key }: Caller,
    request: Request,
    pathname: string,
    query: URLSearchParams,
    settle: () => Promise<void>,
  ): Promise<Result> {
    const { method } = request;
    const id = decoded(/^\/v1\/labels\/([^/]+)$/.exec(pathname)?.[1]);
    if (id !== undefined) {
      switch (method) {
        case 'GET':
          organization.checkLabelId(id);
          return { body: { data: organization.readLabel(id) } };
        case 'PATCH': {
          organization.checkLabelId(id);
          const change = parseLabelChange(await request.text(), organization);
          return { body: { data: organization.changeLabel(id, change) } };
        }
        case 'DELETE':
          organization.checkLabelId(id);
          organization.removeLabel(id);
          return { body: { data: { object: 'label', id, deleted: true } } };
      }
    }
    switch (`${method} ${pathname}`) {
      case 'GET /v1/me':
        return { body: { data: describeCaller({ organization, key }) } };
      case 'GET /v1/labels':
        return { body: this.#list(organization, query) };
      case 'POST /v1/labels':
        return { status: 201, body: { data: await this.#create(organization, request, settle) } };
    }
    // An unknown path and a known path with an unknown method get the same answer: a 405 is not documented.
    throw nothingHere();
  }

  #list(organization: Organization, query: URLSearchParams): object {
    const limit = parseLimit(query.get('limit'));
    const cursor = query.get('cursor');
    const after = cursor === null ? '' : this.#cursors.read(organization.id, cursor);
    const { labels, has_more } = organization.labelPage(after, limit);
    const last = labels.at(-1);
    const next_cursor = has_more && last !== undefined ? this.#cursors.write(organization.id, last.id) : null;
    return { data: labels, has_more, next_cursor };
  }

  /** Creates a label once for each Idempotency-Key. */
  async #create(organization: Organization, request: Request, settle: () => Promise<void>): Promise<Label> {
    const key = request.headers.get('Idempotency-Key');
    const text = await request.text();
    const add = () => organization.addLabel(parseNewLabel(text, organization));
    if (key === null) return add();
    const kept = this.#idempotencyKeys.begin(organization.id, key, text);
    if (kept !== undefined) return kept;
    let label: Label | undefined;
    try {
      return (label = add());
    } finally {
      await settle();
      if (label) this.#idempotencyKeys.finish(organization.id, key, label);
      else this.#idempotencyKeys.giveUp(organization.id, key);
    }
  }
}

function nothingHere(): ApiFailure {
  return new ApiFailure('resource_not_found', 'There is nothing here.');
}

function describeCaller({ organization, key }: Caller): object {
  return {
    organization: { id: organization.id, object: 'organization', name: organization.name },
    api_key: { id: key.id, object: 'api_key', label: key.label, last4: key.secret.slice(-4) },
    rate_limits: {
      tier: organization.tier,
      write_per_minute: organization.bucket('write').limit,
      read_per_minute: organization.bucket('read').limit,
    },
  };
}

/** As it is where it cannot be decoded: then it is no label's id. */
function decoded(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
