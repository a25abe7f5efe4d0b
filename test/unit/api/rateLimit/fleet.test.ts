import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../fleet/figures';
import { run } from '../../../fleet/fleet';
import { few } from '../../../fleet/scenarios';

describe('a fleet of editors on one organization', { timeout: 60_000 }, () => {
  it.each(few)('never has production refused, and is about as fast as one: $name', async (scenario) => {
    const { productionRefused, refused, writes, seconds, floor } = figuresOf(await run(scenario));

    expect(productionRefused).toBe(0);
    expect(refused).toBeLessThanOrEqual(writes / 100);
    expect(seconds).toBeLessThanOrEqual((scenario.editors > 16 ? 1.25 : 1.1) * floor);
  });
});
