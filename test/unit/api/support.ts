import { vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { type AttemptRecord, KirimClient, type RequestOptions, type Wait } from '../../../src/api/client';
import type { Clock } from '../../../src/common/clock';
import { ApiError, RequestCancelledError } from '../../../src/api/errors';
import type { UnreadableRecord } from '../../../src/api/schema';
import { addSample, Kirim, ManualClock, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';

/** A clock on which waiting takes no time; chance is what the test says. */
class FakeClock extends ManualClock implements Clock {
  chance = 0;

  random(): number {
    return this.chance;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (!signal?.aborted) {
      this.advance(ms);
    }
    return Promise.resolve();
  }
}

interface Setting {
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly timeoutSeconds?: number;
}

/** A client of the sample organization, whose global fetch is the stand-in. */
export function setUp({ apiKey = SAMPLE_API_KEY, baseUrl = 'https://api.test/v1', timeoutSeconds = 30 }: Setting = {}) {
  const clock = new FakeClock();
  const kirim = new Kirim({ clock });
  addSample(kirim);
  vi.stubGlobal('fetch', kirim.fetch);
  const records: AttemptRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  const client = new KirimClient({
    baseUrl: parseApiBaseUrl(baseUrl),
    apiKey,
    timeoutSeconds: () => timeoutSeconds,
    onAttempt: (record) => records.push(record),
    onUnreadable: (record) => unreadable.push(record),
    clock,
  });
  const organization = kirim.organization(SAMPLE_ORGANIZATION);
  const [label] = organization.labels();
  if (label === undefined) {
    throw new Error('The sample has no labels');
  }
  return { clock, kirim, organization, label, client, records, unreadable };
}

/** Options that note each wait. */
export function watchWaits(signal?: AbortSignal): RequestOptions & { readonly waits: Wait[] } {
  const waits: Wait[] = [];
  return { waits, signal, onWait: (wait) => waits.push(wait) };
}

/** The ApiError that a request ends with. */
export async function failureOf(request: Promise<unknown>): Promise<ApiError> {
  return endOf(request, ApiError);
}

/** The cancellation that a request ends with. */
export async function cancellationOf(request: Promise<unknown>): Promise<RequestCancelledError> {
  return endOf(request, RequestCancelledError);
}

async function endOf<T>(request: Promise<unknown>, type: new (...args: never[]) => T): Promise<T> {
  const end: unknown = await request.then(
    () => 'success',
    (error: unknown) => error,
  );
  if (end instanceof type) {
    return end;
  }
  throw new Error(`Not the expected failure: ${String(end)}`);
}

/** All labels of a list, page after page. */
export async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}
