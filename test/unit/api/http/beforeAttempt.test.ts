import { describe, expect, it } from 'vitest';
import { cancellationOf, failureOf, setUp } from '../support';

describe('a turn', () => {
  it('is waited for before each attempt of a write', async () => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ times: 2, fault: { kind: 'status', status: 503 } });
    const sent: number[] = [];

    await client.deleteLabel(label.id, {
      beforeAttempt: async () => {
        await Promise.resolve();
        sent.push(kirim.requests.count());
      },
    });

    expect(sent).toEqual([0, 1, 2]);
  });

  it('is not taken for a read', async () => {
    const { client, label } = setUp();
    const beforeAttempt = (): Promise<void> => Promise.reject(new Error('Nobody asked'));

    expect(await client.getLabel(label.id, { beforeAttempt })).toEqual(label);
  });

  it('that ends because of a cancel is the last of it', async () => {
    const { client, kirim, label } = setUp();
    const controller = new AbortController();
    const beforeAttempt = (signal: AbortSignal | undefined): Promise<void> => {
      expect(signal).toBe(controller.signal);
      controller.abort();
      return Promise.resolve();
    };

    const { lastError } = await cancellationOf(
      client.deleteLabel(label.id, { signal: controller.signal, beforeAttempt }),
    );

    expect(lastError).toBeUndefined();
    expect(kirim.requests.count()).toBe(0);
  });

  it('that ends because of a cancel tells of the attempt before it', async () => {
    const { client, kirim, label } = setUp();
    const controller = new AbortController();
    kirim.faults.add({ fault: { kind: 'status', status: 503 } });
    let turns = 0;
    const beforeAttempt = (): Promise<void> => {
      turns += 1;
      if (turns === 2) {
        controller.abort();
      }
      return Promise.resolve();
    };

    const { lastError } = await cancellationOf(
      client.deleteLabel(label.id, { signal: controller.signal, beforeAttempt }),
    );

    expect(lastError).toMatchObject({ status: 503 });
    expect(kirim.requests.count()).toBe(1);
  });
});

describe('creating a label while the first attempt is still being carried out', () => {
  const conflict = (code: string) => ({ error: { type: 'conflict', code, message: 'Wait.' } });

  it('is tried again', async () => {
    const { client, kirim, label } = setUp();
    const body = conflict('idempotency_in_progress');
    kirim.faults.add({ times: 2, fault: { kind: 'status', status: 409, body } });

    const created = await client.createLabel({ name: 'New', color: 'red', team_id: label.team_id }, 'key');

    expect(created.label.name).toBe('New');
    expect(kirim.requests.count()).toBe(3);
  });

  it('is not taken for another conflict', async () => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 409, body: conflict('other') } });

    const created = client.createLabel({ name: 'New', color: 'red', team_id: label.team_id }, 'key');

    expect(await failureOf(created)).toMatchObject({ kind: 'conflict', attempts: 1 });
  });
});
