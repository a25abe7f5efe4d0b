import type { RequestOptions } from '../api/client';
import { ApiError, RequestCancelledError } from '../api/errors';
import { LONGEST_WAIT } from '../api/retry';
import type { Label } from '../api/schema';
import { MAX_PARALLEL, type OnTurnWait, type Pace, type WaitReason } from './pace';
import { LabelUncheckedError } from './recheckErrors';

/** `notStarted`: nothing was sent that can have taken effect. */
export interface RunOutcome<R> {
  readonly label: Label;
  readonly status: 'done' | 'failed' | 'notStarted';
  /** What `act` returned; only when it is done. */
  readonly result?: R;
  /** What `act` threw; only when it failed. */
  readonly error?: unknown;
}

export interface RunProgress {
  /** Labels that are through, done or failed. */
  readonly done: number;
  readonly total: number;
  /** What the run waits for, where that takes a second or more. */
  readonly waiting?: { readonly seconds: number; readonly why: WaitReason };
}

/** So many answers of a stranger in a row, and no other one, end a run: a sign-in page answers everything in the same way. */
const MAX_STRANGE_ANSWERS = 5;

/** The callbacks must not throw. */
interface RunOptions<R> {
  readonly pace: Pace;
  /** Ends waits and prevents the next request. Those that were sent are waited for. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Told once for each label, as soon as it is known. */
  readonly onOutcome?: ((outcome: RunOutcome<R>) => void) | undefined;
}

export interface RunResult<R> {
  /** In the order of the labels. */
  readonly outcomes: RunOutcome<R>[];
  /**
   * Why nothing more was sent: a 401, a 403, a 429 that asks for more patience than the client has, answers that are not
   * KirimChat's, or that labels could not be read again before they are written.
   */
  readonly stoppedBy?: ApiError;
}

/**
 * Does something with each label, each request in its turn. A label that fails neither hides nor stops the others. It
 * never rejects.
 *
 * @param act has to hand the options on to its writes. It starts when its label is next: at most 8 send, and one is ready to.
 */
export async function runAll<R>(
  labels: readonly Label[],
  act: (label: Label, options: RequestOptions) => Promise<R>,
  options: RunOptions<R>,
): Promise<RunResult<R>> {
  return new Run(labels, act, options).finish();
}

class Run<R> {
  readonly #labels: readonly Label[];
  readonly #act: (label: Label, options: RequestOptions) => Promise<R>;
  readonly #options: RunOptions<R>;
  readonly #outcomes: (RunOutcome<R> | undefined)[];
  readonly #underWay = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #stoppedBy: ApiError | undefined;
  #strangeAnswers = 0;
  #done = 0;

  constructor(
    labels: readonly Label[],
    act: (label: Label, options: RequestOptions) => Promise<R>,
    options: RunOptions<R>,
  ) {
    this.#labels = labels;
    this.#act = act;
    this.#options = options;
    this.#outcomes = labels.map(() => undefined);
  }

  async finish(): Promise<RunResult<R>> {
    const { signal } = this.#options;
    const stop = (): void => {
      this.#stop.abort();
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) {
      stop();
    }
    for (const [index, label] of this.#labels.entries()) {
      // One more than can be sent, whose label is in the journal when an answer makes room for it.
      if (this.#underWay.size > MAX_PARALLEL) {
        await Promise.race(this.#underWay);
      }
      if (this.#stop.signal.aborted) {
        break;
      }
      await this.#start(index, label);
    }
    await Promise.all(this.#underWay);
    signal?.removeEventListener('abort', stop);
    const outcomes = this.#labels.map((label, index) => this.#outcomes[index] ?? this.#notStarted(label, index));
    return { outcomes, ...(this.#stoppedBy && { stoppedBy: this.#stoppedBy }) };
  }

  /** Ends when the label's request is being sent, or when the label is through. */
  async #start(index: number, label: Label): Promise<void> {
    let onTurn: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => {
      onTurn = resolve;
    });
    const through = this.#carryOut(label, onTurn).then((outcome) => {
      this.#settle(index, outcome);
      this.#underWay.delete(through);
    });
    this.#underWay.add(through);
    await Promise.race([sent, through]);
  }

  async #carryOut(label: Label, onTurn: () => void): Promise<RunOutcome<R>> {
    const options: RequestOptions = {
      signal: this.#stop.signal,
      turn: async (signal) => {
        await this.#options.pace.turn(signal, this.#tellWait);
        onTurn();
      },
      onWait: ({ seconds, error }) => {
        if (error.kind === 'rateLimited' || error.retryAfterSeconds !== undefined) {
          this.#tellWait(seconds, 'retryAfter');
        }
      },
    };
    try {
      const result = await this.#act(label, options);
      this.#strangeAnswers = 0;
      return { label, status: 'done', result };
    } catch (error) {
      if (error instanceof RequestCancelledError) {
        const { lastError } = error;
        return lastError?.mayHaveTakenEffect
          ? { label, status: 'failed', error: lastError }
          : { label, status: 'notStarted' };
      }
      const reason = error instanceof LabelUncheckedError ? error.cause : error;
      this.#strangeAnswers = isStrange(reason) ? this.#strangeAnswers + 1 : 0;
      const isOver = this.#strangeAnswers >= MAX_STRANGE_ANSWERS;
      if (reason instanceof ApiError && (isOver || endsTheRun(reason) || reason !== error)) {
        this.#stoppedBy ??= reason;
        this.#stop.abort();
      }
      return { label, status: 'failed', error };
    }
  }

  #notStarted(label: Label, index: number): RunOutcome<R> {
    const outcome: RunOutcome<R> = { label, status: 'notStarted' };
    this.#settle(index, outcome);
    return outcome;
  }

  #settle(index: number, outcome: RunOutcome<R>): void {
    this.#outcomes[index] = outcome;
    this.#options.onOutcome?.(outcome);
    if (outcome.status !== 'notStarted') {
      this.#done += 1;
      this.#options.onProgress?.({ done: this.#done, total: this.#labels.length });
    }
  }

  readonly #tellWait: OnTurnWait = (seconds, why) => {
    this.#options.onProgress?.({ done: this.#done, total: this.#labels.length, waiting: { seconds, why } });
  };
}

function isStrange(reason: unknown): boolean {
  return reason instanceof ApiError && (reason.kind === 'unreadable' || reason.kind === 'redirected');
}

/** Every other request would get the same answer. */
function endsTheRun({ kind, retryAfterSeconds = 0 }: ApiError): boolean {
  return (
    kind === 'unauthorized' || kind === 'forbidden' || (kind === 'rateLimited' && retryAfterSeconds > LONGEST_WAIT)
  );
}
