import { afterEach, expect, it, vi } from 'vitest';
import type { Sessions } from '../../../src/session/sessions';

const subscription = { dispose: () => undefined };

vi.mock('vscode', async () => ({
  ...(await import('../fakeVscode')),
  EventEmitter: class {
    readonly event = () => subscription;
    readonly fire = () => undefined;
  },
  workspace: { onDidChangeConfiguration: () => subscription },
}));

const { LabelsTree } = await import('../../../src/view/labelsTree');

afterEach(() => {
  vi.useRealTimers();
});

it('settles soon after its rows were replaced, also where the clock is set back meanwhile', () => {
  vi.useFakeTimers();
  let change: (change: { kind: 'session' }) => void = () => undefined;
  const onDidChange = (listener: typeof change) => {
    change = listener;
    return subscription;
  };
  const tree = new LabelsTree({ onDidChange } as unknown as Sessions);
  expect(tree.isSettling).toBe(false);
  change({ kind: 'session' });
  expect(tree.isSettling).toBe(true);
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(1000);
  expect(tree.isSettling).toBe(false);
});
