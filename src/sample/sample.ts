import type { Clock } from '../common/clock';
import { addOverTime, sampleLabels, SIGNED_UP } from './sampleLabels';
import { Ids } from './server/ids';
import { Organization } from './server/organization';
import { Server } from './server/server';
import { TokenBucket } from './server/tokenBucket';

/** As long as KirimChat may take to answer. */
const ANSWER_MS = 150;

/** An organization that lives in memory. */
interface Sample {
  readonly apiKey: string;
  readonly organization: { readonly id: string; readonly name: string };
  /** Takes the place of the global `fetch`, whatever the host in the URL is: nothing is sent. */
  readonly fetch: typeof globalThis.fetch;
}

/** A new sample organization on the Pro plan, with other ids each time. What is changed in it is gone with the object. */
export function createSample(name: string, clock: Clock): Sample {
  const seed = Math.floor(clock.random() * 2 ** 32);
  const ids = new Ids(seed);
  const buckets = { write: new TokenBucket(clock, 600), read: new TokenBucket(clock, 6000) };
  const created_at = new Date(SIGNED_UP).toISOString();
  const organization = new Organization({ name, teams: 2, tier: 'pro', created_at }, { clock, ids, buckets });
  addOverTime(organization, sampleLabels(organization.team_ids));
  const apiKey = 'sample-data-needs-no-key';
  const key = { id: ids.next('key', SIGNED_UP), label: name, secret: apiKey };
  const server = new Server({ clock, seed, authenticate: () => ({ organization, key }) });
  return {
    apiKey,
    organization,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = await server.answer(request, { request_id: ids.next('req', clock.now()) });
      await clock.sleep(ANSWER_MS, request.signal);
      request.signal.throwIfAborted();
      return answer;
    },
  };
}
