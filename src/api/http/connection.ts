import type { $Fetch } from 'ofetch';
import type { ApiBaseUrl } from '../baseUrl';
import type { Call } from './call';
import type { Clock } from '../../common/clock';
import type { ReadPace } from '../rateLimit/readPace';
import type { WriteBudget } from '../rateLimit/writeBudget';

/** One HTTP request, for a log. It has no key and no text of the server in it, and no cursor. */
export interface AttemptRecord {
  readonly method: Call<unknown>['method'];
  readonly path: string;
  /** From 1. */
  readonly attempt: number;
  /** Undefined where no answer came. */
  readonly status?: number | undefined;
  readonly durationMs: number;
  readonly requestId?: string | undefined;
  /** Why it failed, in the words of ApiErrorKind, with the system's code, or `cancelled`; undefined after a success. */
  readonly failure?: string | undefined;
}

/** Where requests go, and as whom. */
export interface Connection {
  readonly baseUrl: ApiBaseUrl;
  readonly apiKey: string;
  readonly timeoutSeconds: () => number;
  readonly onAttempt?: ((record: AttemptRecord) => void) | undefined;
  readonly clock: Clock;
  readonly ofetch: () => Promise<$Fetch>;
  /** Told of every write. */
  readonly writeBudget: WriteBudget;
  /** Told of every read. */
  readonly readPace: ReadPace;
}
