import type { ErrorCode } from '../../../src/sample/server/apiFailure';
import { Gate } from './gate';

/** What goes wrong. `applied` says that the request is carried out first; otherwise it never happens. */
export type Fault =
  /**
   * An answer of KirimChat's with this status. The body is the error envelope unless given, with the code that is usual for
   * the status unless told: a string is sent as it is. What a 5xx says of the rate limit is not documented: nothing unless told.
   */
  | {
      kind: 'status';
      status: number;
      code?: ErrorCode;
      body?: unknown;
      headers?: Record<string, string>;
      hasRateLimit?: boolean;
      applied?: boolean;
    }
  /** An answer of something in between: without KirimChat's headers, and without a body unless given. */
  | { kind: 'stranger'; status: number; body?: unknown; headers?: Record<string, string>; applied?: boolean }
  /** A 429, with a Retry-After that says exactly this, or with none. */
  | { kind: 'rate_limited'; retryAfter?: string; headers?: Record<string, string> }
  /** A 200 (unless told) with any JSON. */
  | { kind: 'json'; body: unknown; status?: number; headers?: Record<string, string>; applied?: boolean }
  /** A 200 with a page, like a captive portal's. */
  | { kind: 'html'; body?: string; applied?: boolean }
  | { kind: 'redirect'; location: string; status?: 301 | 302 | 303 | 307 | 308 }
  /** The right answer, later by the real clock. Not applied: the request is carried out after the wait. */
  | { kind: 'delay'; ms: number; applied?: boolean }
  /** The right answer, once the gate opens. Not applied: the request is carried out after that. */
  | { kind: 'hold'; gate: Gate; applied?: boolean }
  /** No answer: the connection breaks. */
  | { kind: 'cut'; applied?: boolean }
  /** The right answer, carried out, with other JSON made from its own. */
  | { kind: 'changed'; change: (body: unknown) => unknown }
  /** The right answer, carried out, but the connection breaks in the middle of the body. */
  | { kind: 'truncated' }
  /** The right answer, carried out, complete as HTTP, but its JSON stops in the middle. */
  | { kind: 'truncated_json' }
  /** The right answer, carried out: the head and half the body come at once, the rest once the gate opens. */
  | { kind: 'stalled_body'; gate: Gate };

/** Which requests. The path is as the API's documentation writes it, without `/v1`. */
export interface FaultMatch {
  method?: string;
  path?: string | RegExp;
  /** Only pages of a list that come after the first one; or, where false, only what is none of those. */
  laterPage?: boolean;
}

/** What is known of a request when it arrives. */
interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

interface FaultRule {
  match?: FaultMatch;
  /** How many matching requests it hits; 1 unless told, Infinity for all. */
  times?: number;
  /** How many matching requests pass unharmed before. */
  skip?: number;
  fault: Fault;
}

interface ScriptedFault {
  /** How many requests it has hit. */
  readonly used: number;
  remove(): void;
}

/** The faults that are waiting for their requests. The first that matches is the one that happens. */
export class Faults {
  #scripts: Script[] = [];

  add(rule: FaultRule): ScriptedFault {
    const script = new Script(rule, () => {
      this.#scripts = this.#scripts.filter((other) => other !== script);
    });
    this.#scripts.push(script);
    return script;
  }

  /** Holds matching requests until the gate that it returns is opened. */
  hold(match: FaultMatch, options: { times?: number; skip?: number; applied?: boolean } = {}): Gate {
    const { applied = false, ...rule } = options;
    const gate = new Gate();
    this.add({ match, ...rule, fault: { kind: 'hold', gate, applied } });
    return gate;
  }

  clear(): void {
    this.#scripts = [];
  }

  /** The fault for this request, if any; it is used up by that. */
  take(request: Arrival): Fault | undefined {
    return this.#scripts.find((script) => script.hits(request))?.use();
  }
}

class Script implements ScriptedFault {
  used = 0;
  readonly remove: () => void;
  readonly #rule: FaultRule;
  #skip: number;

  constructor(rule: FaultRule, remove: () => void) {
    this.#rule = rule;
    this.#skip = rule.skip ?? 0;
    this.remove = remove;
  }

  /** Counts a matching request down while there are some to skip. */
  hits(request: Arrival): boolean {
    if (!matches(this.#rule.match ?? {}, request)) return false;
    return this.#skip-- <= 0;
  }

  use(): Fault {
    this.used++;
    if (this.used >= (this.#rule.times ?? 1)) this.remove();
    return this.#rule.fault;
  }
}

/** Whether a request is one of those that are meant. */
export function matches(match: FaultMatch, { method, path, query }: Arrival): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.laterPage !== undefined && match.laterPage !== (query['cursor'] !== undefined)) return false;
  if (match.path instanceof RegExp) return path.search(match.path) !== -1;
  return match.path === undefined || match.path === path;
}
