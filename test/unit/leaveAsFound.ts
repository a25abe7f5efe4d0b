import { afterEach, vi } from 'vitest';
import { forgetAll } from './fakeVscode';

// All files of a worker share their globals and modules, which takes a fraction of the time: so each test leaves them as it
// found them, whatever it replaced.
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  forgetAll();
});
