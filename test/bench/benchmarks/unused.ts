import { alternate, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { OURS } from '../workbench/extensions';
import { TimedKirim } from '../workbench/timedKirim';

const [WITH, WITHOUT] = ['VS Code with it', 'VS Code without it'];

/** What it costs to have the extension installed, signed in, and its view not open. */
export const unused: Benchmark = {
  name: 'unused',
  run: async ({ quick }): Promise<Row[]> => {
    const kirim = await new TimedKirim(100).open();
    const settings = { 'kirimLabels.apiBaseUrl': kirim.baseUrl };
    const installed = await BenchWindow.open({ settings });
    const plain = await BenchWindow.open({ settings, isInstalled: false });
    try {
      await installed.workbench.labels.open();
      await installed.workbench.signIn(kirim.apiKey);
      kirim.exchanges.length = 0;
      let activations = 0;
      const measure = async () => {
        const ms = await installed.renew();
        activations += (await installed.host.call('isActive', OURS)) ? 1 : 0;
        return ms;
      };
      const samples = await alternate(
        [
          { name: WITH, measure },
          { name: WITHOUT, measure: () => plain.renew() },
        ],
        quick ? { rounds: 3 } : { rounds: 8, warmUps: 1 },
      );
      return [
        {
          what: 'VS Code started, the view not open',
          unit: 'ms',
          ours: series(samples, WITH, (ms) => ms),
          others: [series(samples, WITHOUT, (ms) => ms)],
          targets: [{ words: 'no difference', judge: 'ratio', of: WITHOUT, atMost: 1.03 }],
          note: 'From the page’s address to the end of what starts with VS Code. What is not activated runs no code, and so sets no timer.',
          facts: { activations, requests: kirim.exchanges.length },
        },
      ];
    } finally {
      await Promise.all([installed.close(), plain.close(), kirim.close()]);
    }
  },
};
