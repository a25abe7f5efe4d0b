import { Ids } from '../../src/sample/server/ids';
import { rateClass, rateLimitHeaders } from '../../src/sample/server/rateLimits';
import { Server } from '../../src/sample/server/server';
import { systemClock, type Clock } from './clock';
import { Directory, type Caller } from './organization/directory';
import { failureOfStatus } from './errors';
import { play, type Answer } from './faults/faultPlayer';
import { Faults } from './faults/faults';
import { fetchInProcess } from './inProcess';
import type { Organization } from './organization/organization';
import type { OrganizationOptions } from './organization/organizationOptions';
import { RequestLog } from './requestLog';
import { documented, type Variations } from './faults/variations';
import { withVariations } from './faults/withVariations';

export interface KirimOptions {
  /** The real time unless told. */
  clock?: Clock;
  /** Another seed makes other ids. */
  seed?: number;
  /** As documented, unless told. */
  variations?: Partial<Variations>;
}

/** A KirimChat API that runs in this process, does what the documentation says, and fails on demand. */
export class Kirim {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly variations: Variations;
  readonly #directory: Directory;
  readonly #requestIds: Ids;
  readonly #server: Server;

  constructor({ clock = systemClock, seed = 1, variations }: KirimOptions = {}) {
    this.clock = clock;
    this.variations = { ...documented(), ...variations };
    this.#directory = new Directory(clock, seed, this.variations);
    this.#requestIds = new Ids(seed + 1);
    const authenticate = (authorization: string | null) => this.#directory.authenticate(authorization);
    this.#server = new Server({ clock, seed, authenticate });
  }

  addOrganization(options: OrganizationOptions): Organization {
    return this.#directory.addOrganization(options);
  }

  /** The organization with this name or id. */
  organization(nameOrId: string): Organization {
    return this.#directory.organization(nameOrId);
  }

  /** Takes the place of the global `fetch`, whatever the host in the URL is. */
  readonly fetch = (input: Request | URL | string, init?: RequestInit): Promise<Response> =>
    fetchInProcess((request) => this.answer(request), new Request(input, init));

  /** Answers a request; the transport turns the answer into a response or a broken connection. */
  async answer(request: Request): Promise<Answer> {
    const { method, headers } = request;
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1(?=\/)/, '');
    const caller = this.#directory.find(headers.get('Authorization'));
    const query = Object.fromEntries(url.searchParams);
    const fault = this.faults.take({ method, path, query });
    const answered = this.requests.arrived({
      method,
      path,
      query,
      at: this.clock.now(),
      organization: caller?.organization.name ?? null,
      authorization: headers.has('Authorization'),
      key: caller?.key.label ?? null,
      idempotency_key: headers.has('Idempotency-Key'),
      origin: headers.get('Origin'),
      host: headers.get('Host') ?? url.host,
      fault: fault?.kind ?? null,
    });
    let status: number | null = null;
    try {
      const answer = await this.#play(fault, request, caller);
      if (answer.kind === 'cut') return answer;
      status = answer.response.status;
      // By the stand-in's own clock; a script may say another one.
      if (!answer.response.headers.has('Date')) {
        answer.response.headers.set('Date', new Date(this.clock.now()).toUTCString());
      }
      return answer;
    } finally {
      answered(status);
    }
  }

  #play(fault: ReturnType<Faults['take']>, request: Request, caller: Caller | undefined): Promise<Answer> {
    const request_id = this.#requestIds.next('req', this.clock.now());
    return play(fault, {
      signal: request.signal,
      process: (settle) =>
        withVariations(this.variations, request, () =>
          this.#server.answer(request, { request_id, ...(settle && { settle }) }),
        ),
      answer: (status, body, { code, hasRateLimit = status < 500 } = {}) => {
        const response =
          body === undefined
            ? Response.json(failureOfStatus(status, code).toBody(request_id), { status })
            : new Response(body, { status });
        response.headers.set('X-Request-Id', request_id);
        // Which headers a 5xx carries is not documented: clients have to cope with any.
        if (!hasRateLimit) return response;
        const buckets = this.#server.anonymousBuckets;
        const bucket = caller?.organization.bucket(rateClass(request.method)) ?? buckets[rateClass(request.method)];
        const limits = this.variations.rateLimitHeaders(rateLimitHeaders(bucket));
        for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
        return response;
      },
    });
  }
}
