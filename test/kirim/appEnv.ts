import type { Caller } from './organization/directory';

/** What travels with a request through the application. */
export interface AppEnv {
  Bindings: {
    readonly request_id: string;
    /** Resolves when the answer may leave; an Idempotency-Key is in progress until then. */
    readonly settle: () => Promise<void>;
  };
  Variables: { caller: Caller };
}
