import { matches, type Fault, type FaultMatch } from './faults/faults';

/** A request as the stand-in saw it. It never holds a key. */
export interface LoggedRequest {
  readonly method: string;
  /** Without `/v1`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By the stand-in's clock. */
  readonly at: number;
  /** The name of the organization whose key was sent, whether the key is valid or not. */
  readonly organization: string | null;
  /** Whether there was an Authorization header. */
  readonly authorization: boolean;
  /** The name of the known key in it. */
  readonly key: string | null;
  readonly idempotency_key: boolean;
  readonly origin: string | null;
  readonly host: string;
  readonly fault: Fault['kind'] | null;
  /** Null until it is answered, and for good when the connection was cut. */
  readonly status: number | null;
}

/** Every request since the last `clear`, in the order of arrival. */
export class RequestLog {
  #requests: { -readonly [Field in keyof LoggedRequest]: LoggedRequest[Field] }[] = [];
  #inFlight = 0;
  #maxInFlight = 0;

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  /** How many are being answered at this moment. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** The most that were being answered at the same moment. */
  get maxInFlight(): number {
    return this.#maxInFlight;
  }

  /** How many requests there were of this kind. */
  count({ status, ...match }: FaultMatch & { status?: number } = {}): number {
    return this.#requests.filter(
      (request) => matches(match, request) && (status === undefined || request.status === status),
    ).length;
  }

  clear(): void {
    this.#requests = [];
    this.#maxInFlight = this.#inFlight;
  }

  /** Notes an arrival; the function that it returns is called once, with the status of the answer. */
  arrived(request: Omit<LoggedRequest, 'status'>): (status: number | null) => void {
    const entry = { ...request, status: null as number | null };
    this.#requests.push(entry);
    this.#maxInFlight = Math.max(this.#maxInFlight, ++this.#inFlight);
    return (status) => {
      entry.status = status;
      this.#inFlight--;
    };
  }
}
