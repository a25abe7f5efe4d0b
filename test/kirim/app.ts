import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from './appEnv';
import type { Clock } from './clock';
import type { Cursors } from './organization/cursors';
import { refuseSuspended, type Directory } from './organization/directory';
import { ApiFailure } from './errors';
import { IdempotencyKeys } from './organization/idempotency';
import { rateClass, rateLimitHeaders, retryAfter } from './rateLimits';
import { createRoutes } from './routes';
import type { TokenBucket } from './tokenBucket';
import type { Variations } from './faults/variations';

/** The API as one application: who is asking, may they now, and what is done. */
export function createApp(directory: Directory, cursors: Cursors, clock: Clock, variations: Variations): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  // Pages may call it, but read no header: what KirimChat would let them read is not known.
  const allowPages = cors();
  app.use((c, next) => (variations.cors ? allowPages(c, next) : next()));
  app.use(async (c, next) => {
    c.header('X-Request-Id', c.env.request_id);
    setRateLimitHeaders(c, directory.anonymousBuckets[rateClass(c.req.method)], variations);
    await next();
  });
  app.get('/v1/health', (c) => c.json({ data: { status: 'ok' }, request_id: c.env.request_id }));
  app.use('/v1/*', authenticate(directory), spendToken(variations));
  app.post('/v1/labels', idempotent(new IdempotencyKeys(clock), variations));
  app.route('/v1', createRoutes(cursors, variations));

  // An unknown path and a known path with an unknown method get the same answer: a 405 is not documented.
  app.notFound((c) => {
    const failure = new ApiFailure('resource_not_found', 'There is nothing here.');
    return c.json(failure.toBody(c.env.request_id), failure.status);
  });
  app.onError((error, c) => {
    if (error instanceof ApiFailure) return c.json(error.toBody(c.env.request_id), error.status);
    throw error; // A fault of the stand-in itself: no test may mistake it for an answer.
  });
  return app;
}

function authenticate(directory: Directory): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('caller', directory.authenticate(c.req.header('Authorization')));
    await next();
  };
}

/** Nothing is taken for a 401, a 403 or a 429. */
function spendToken(variations: Variations): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { organization } = c.var.caller;
    const bucket = organization.bucket(rateClass(c.req.method));
    organization.countRequest();
    setRateLimitHeaders(c, bucket, variations);
    refuseSuspended(organization);
    if (!bucket.take()) {
      c.header('Retry-After', retryAfter(bucket));
      throw new ApiFailure('rate_limit_exceeded', 'Too many requests. Wait as long as Retry-After says.');
    }
    setRateLimitHeaders(c, bucket, variations);
    await next();
  };
}

function idempotent(keys: IdempotencyKeys, variations: Variations): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) {
      await next();
      return;
    }
    const organization_id = c.var.caller.organization.id;
    const kept = keys.begin(organization_id, key, await c.req.text());
    if (kept !== undefined) return c.json({ data: kept.data, request_id: c.env.request_id }, variations.createdStatus);
    await next();
    await c.env.settle();
    if (c.res.ok) {
      keys.finish(organization_id, key, (await c.res.clone().json()) as { data: unknown });
    } else keys.giveUp(organization_id, key);
    return;
  };
}

function setRateLimitHeaders(
  c: Parameters<MiddlewareHandler<AppEnv>>[0],
  bucket: TokenBucket,
  variations: Variations,
): void {
  const headers = variations.rateLimitHeaders(rateLimitHeaders(bucket));
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}
