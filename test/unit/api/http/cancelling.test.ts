import { describe, expect, it } from 'vitest';
import { cancellationOf, collect, failureOf, setUp, watchWaits } from '../support';

describe('cancelling', () => {
  it('sends nothing where it happened before', async () => {
    const { client, kirim, label } = setUp();
    const signal = AbortSignal.abort();

    const cancelled = await cancellationOf(client.deleteLabel(label.id, { signal }));
    await cancellationOf(client.getMe({ signal }));
    await cancellationOf(collect(client.listLabels({ signal })));

    expect(cancelled.lastError).toBeUndefined();
    expect(kirim.requests.count()).toBe(0);
  });

  it('stops a read that is under way', async () => {
    const { client, kirim, records } = setUp();
    const controller = new AbortController();
    const gate = kirim.faults.hold({ method: 'GET' });
    const listed = client.listLabels({ signal: controller.signal }).next();
    await gate.reached();

    controller.abort();

    await cancellationOf(listed);
    expect(records).toMatchObject([{ path: '/labels?limit=100', failure: 'cancelled' }]);
  });

  it('stops a list between its pages', async () => {
    const { client, kirim, organization } = setUp();
    for (let number = 0; number < 150; number++) {
      organization.addLabel({ name: `Label ${number}` });
    }
    const controller = new AbortController();
    const pages = client.listLabels({ signal: controller.signal });
    await pages.next();

    controller.abort();

    await cancellationOf(pages.next());
    expect(kirim.requests.count()).toBe(1);
  });

  it('waits for a delete that is under way, and tells its outcome', async () => {
    const { client, kirim, label, organization } = setUp();
    const controller = new AbortController();
    const gate = kirim.faults.hold({ method: 'DELETE' });
    const deleted = client.deleteLabel(label.id, { signal: controller.signal });
    await gate.reached();

    controller.abort();
    gate.open();

    expect(await deleted).toEqual({ requestId: expect.stringMatching(/^req_/) as string });
    expect(organization.labels()).not.toContainEqual(label);
  });

  it('prevents the next attempt of a delete, and tells how the last one ended', async () => {
    const { client, kirim, label } = setUp();
    const controller = new AbortController();
    kirim.faults.add({ fault: { kind: 'status', status: 503 } });
    const options = watchWaits(controller.signal);
    const deleted = client.deleteLabel(label.id, {
      ...options,
      onWait: () => {
        controller.abort();
      },
    });

    const { lastError } = await cancellationOf(deleted);

    expect(lastError).toMatchObject({ kind: 'server', status: 503, mayHaveTakenEffect: true });
    expect(kirim.requests.count()).toBe(1);
  });

  it('announces no wait once it has happened', async () => {
    const { client, kirim, label } = setUp();
    const controller = new AbortController();
    kirim.faults.add({ fault: { kind: 'rate_limited', retryAfter: '60' } });
    const gate = kirim.faults.hold({ method: 'DELETE' });
    gate.open();
    const options = watchWaits(controller.signal);
    const deleted = client.deleteLabel(label.id, options);
    controller.abort();

    await cancellationOf(deleted);
    expect(options.waits).toEqual([]);
  });

  it('does not hide a refusal that came meanwhile', async () => {
    const { client, kirim, label } = setUp();
    const controller = new AbortController();
    kirim.faults.add({ fault: { kind: 'status', status: 401 } });
    const deleted = client.deleteLabel(label.id, { signal: controller.signal });

    controller.abort();

    expect(await failureOf(deleted)).toMatchObject({ kind: 'unauthorized' });
  });

  it('is told as such', async () => {
    const { client } = setUp();

    const cancelled = await cancellationOf(client.getMe({ signal: AbortSignal.abort() }));

    expect(String(cancelled)).toBe('RequestCancelledError: The request was cancelled');
  });
});
