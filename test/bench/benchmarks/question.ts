import { alternate, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_COMMAND } from '../workbench/extensions';
import { ENTRY, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, TimedKirim } from '../workbench/timedKirim';

/** What the server takes for each answer, in milliseconds. */
const SERVER_MS = 50;
const LABELS = 100;
const OURS = 'Delete Label';
const BARE = 'a bare command';

/** From the choice in the command palette until Delete Label asks which label is meant, in a window where it is not active yet. */
export const question: Benchmark = {
  name: 'question',
  run: async ({ quick }): Promise<Row[]> => {
    const kirim = await new TimedKirim(LABELS).open();
    const window = await BenchWindow.signedIn(kirim);
    try {
      kirim.delay(SERVER_MS);
      const asked = (command: string) => async () => {
        await window.renew();
        const clicked = await watchForClick(window.page);
        const seen = await watchFor(window.page, { selector: ENTRY, text: nameOf(0) });
        await window.workbench.runCommand(command);
        const ms = (await seen()) - (await clicked());
        await window.page.keyboard.press('Escape');
        return ms;
      };
      const samples = await alternate(
        [
          { name: OURS, measure: asked('Kirim Labels: Delete Label') },
          { name: BARE, measure: asked(BARE_COMMAND) },
        ],
        quick ? { rounds: 4 } : { rounds: 8, warmUps: 1 },
      );
      return [
        {
          what: 'palette command → its question',
          unit: 'ms',
          ours: series(samples, OURS, (ms) => ms),
          others: [series(samples, BARE, (ms) => ms)],
          targets: [{ words: 'at most 1.15 ×', judge: 'ratio', of: BARE, atMost: 1.15 }],
          note: `${LABELS} labels; the server takes ${SERVER_MS} ms. “${BARE}” reads a secret, sends one fetch and shows what it brings in a list to pick from, and no more.`,
        },
      ];
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};
