import { setTimeout as delay } from 'node:timers/promises';
import type { ErrorCode } from '../../../src/sample/server/apiFailure';
import type { Fault } from './faults';

/** What leaves the stand-in. Only some of it is a response: the rest needs the connection. */
export type Answer = { kind: 'response' | 'truncated'; response: Response } | { kind: 'cut' };

export interface AnswerOptions {
  /** In the envelope: the usual one for the status unless told. */
  readonly code?: ErrorCode;
  /** Whether a 5xx tells of the rate limit too. */
  readonly hasRateLimit?: boolean;
}

/** The API behind the fault. */
interface Backend {
  /** Carries the request out; the answer leaves when `settle` resolves. */
  process(settle?: () => Promise<void>): Promise<Response>;
  /** An answer with the headers that the API would send with this status, and with its error envelope unless told. */
  answer(status: number, body?: BodyInit, options?: AnswerOptions): Response;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Answers a request the way the fault says, or the right way when there is none. */
export async function play(fault: Fault | undefined, backend: Backend): Promise<Answer> {
  if (fault === undefined) return { kind: 'response', response: await backend.process() };
  if (fault.kind === 'truncated') return { kind: 'truncated', response: await backend.process() };
  // A fault that only makes the answer late carries the request out itself.
  const late = fault.kind === 'delay' || fault.kind === 'hold';
  if (!late && 'applied' in fault && fault.applied) await backend.process();
  if (fault.kind === 'cut') return { kind: 'cut' };
  return { kind: 'response', response: await respond(fault, backend) };
}

type Responding = Exclude<Fault, { kind: 'cut' | 'truncated' }>;

async function respond(fault: Responding, backend: Backend): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return fault.body === undefined
        ? withHeaders(backend.answer(fault.status, undefined, fault), fault.headers)
        : withBody(backend, fault.status, fault.body, fault.headers);
    case 'stranger':
      return strangersAnswer(fault);
    case 'json':
      return withBody(backend, fault.status ?? 200, JSON.stringify(fault.body), { ...JSON_TYPE, ...fault.headers });
    case 'html':
      return withBody(backend, 200, fault.body ?? CAPTIVE_PORTAL, HTML_TYPE);
    case 'rate_limited':
      return withHeaders(backend.answer(429), {
        'X-RateLimit-Remaining': '0',
        ...(fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }),
        ...fault.headers,
      });
    case 'redirect':
      return withBody(backend, fault.status ?? 302, '', { Location: fault.location });
    case 'delay':
      return later(backend, fault.applied, () => delay(fault.ms));
    case 'hold':
      return later(backend, fault.applied, () => fault.gate.enter());
    case 'changed':
      return withChange(await backend.process(), fault.change);
    case 'truncated_json':
      return withHalfOfTheText(await backend.process());
    case 'stalled_body':
      return withStalledBody(await backend.process(), () => fault.gate.enter(), backend.signal);
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const HTML_TYPE = { 'Content-Type': 'text/html; charset=utf-8' };
const CAPTIVE_PORTAL = '<!doctype html><title>Wi-Fi login</title><h1>Please sign in to the network</h1>';

function withBody(backend: Backend, status: number, body: unknown, headers?: Record<string, string>): Response {
  if (typeof body === 'string') return withHeaders(backend.answer(status, body), headers);
  return withHeaders(backend.answer(status, JSON.stringify(body)), { ...JSON_TYPE, ...headers });
}

function withHeaders(response: Response, headers: Record<string, string> = {}): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** A request that is applied first has to wait once, wherever its answer is stopped. */
async function later(backend: Backend, applied = false, wait: () => Promise<void>): Promise<Response> {
  if (!applied) {
    await wait();
    return backend.process();
  }
  let waiting: Promise<void> | undefined;
  const settle = () => (waiting ??= wait());
  const response = await backend.process(settle);
  await settle();
  return response;
}

function strangersAnswer({ status, body, headers }: Extract<Fault, { kind: 'stranger' }>): Response {
  if (body === undefined || typeof body === 'string') {
    return withHeaders(new Response(body ?? null, { status, headers: HTML_TYPE }), headers);
  }
  return withHeaders(Response.json(body, { status }), headers);
}

async function withChange(response: Response, change: (body: unknown) => unknown): Promise<Response> {
  const { status, headers } = response;
  headers.delete('Content-Length');
  return new Response(JSON.stringify(change(await response.json())), { status, headers });
}

async function withHalfOfTheText(response: Response): Promise<Response> {
  const text = await response.text();
  return new Response(text.slice(0, text.length / 2), response);
}

async function withStalledBody(response: Response, wait: () => Promise<void>, signal: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = Math.floor(bytes.length / 2);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, half));
      const abort = () => {
        controller.error(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      void wait().then(() => {
        signal.removeEventListener('abort', abort);
        if (signal.aborted) return;
        controller.enqueue(bytes.subarray(half));
        controller.close();
      });
    },
  });
  return new Response(body, response);
}
