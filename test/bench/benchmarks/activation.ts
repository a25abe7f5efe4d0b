import { alternate, type Candidate, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { summarize } from '../statistics';
import { BenchWindow } from '../workbench/benchWindow';
import type { ActivationTimes } from '../workbench/companion/protocol';
import { EMPTY, OURS, WARM_UP } from '../workbench/extensions';

/** What activation costs in an extension host that has just started, for us, for nothing, and for VS Code's own extensions. */
export const activation: Benchmark = {
  name: 'activation',
  run: async ({ quick, log }): Promise<Row[]> => {
    const window = await BenchWindow.open();
    try {
      const builtIns = await othersIn(window);
      log(`${builtIns.length} built-in extensions are activated as well`);
      const activated = new Set<string>();
      const candidates = [OURS, EMPTY, ...builtIns].map((id): Candidate<ActivationTimes> => {
        const measure = async () => {
          // Each is activated once in a host: the second time is the beginning of another round.
          if (activated.size === 0 || activated.has(id)) {
            activated.clear();
            await window.renew();
            await window.host.call('activate', WARM_UP);
          }
          activated.add(id);
          return window.host.call('activate', id);
        };
        return { name: id, measure };
      });
      const samples = await alternate(candidates, quick ? { rounds: 4 } : { rounds: 12, warmUps: 1 });
      const of = (figure: (times: ActivationTimes) => number) => (id: string) => series(samples, id, figure);
      const total = of((times) => times.total);
      const marked = of(({ load, call }) => load + call);
      const quickest =
        [...builtIns].sort((a, b) => medianOf(marked(a).samples) - medianOf(marked(b).samples))[0] ?? EMPTY;
      return [
        {
          what: 'activation, cold, until it is done',
          unit: 'ms',
          ours: total(OURS),
          others: [EMPTY, ...builtIns].map(total),
          targets: [{ words: 'at most 1.5 × an empty extension', judge: 'ratio', of: EMPTY, atMost: 1.5 }],
          note: 'As whoever waits for it sees it, with what VS Code does for every extension. The built-in ones are those with a view or commands that VS Code does not activate by itself when it starts.',
        },
        {
          what: 'activation, cold: its code is loaded and run',
          unit: 'ms',
          ours: marked(OURS),
          others: [EMPTY, ...builtIns].map(marked),
          targets: [{ words: `under ${quickest}, the quickest`, judge: 'ratio', of: quickest, atMost: 1 }],
          note: 'By VS Code’s own marks, which are whole milliseconds.',
        },
      ];
    } finally {
      await window.close();
    }
  },
};

/** Those that can be activated here, and are not by themselves. */
async function othersIn({ host }: BenchWindow): Promise<string[]> {
  const found: string[] = [];
  for (const id of await host.call('builtIns')) {
    if (!(await host.call('isActive', id))) {
      const isGood = await host.call('activate', id).then(
        () => true,
        () => false,
      );
      found.push(...(isGood ? [id] : []));
    }
  }
  return found;
}

function medianOf(samples: readonly number[]): number {
  return summarize(samples).median;
}
