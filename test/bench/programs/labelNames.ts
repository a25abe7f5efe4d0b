import type { LabelColor } from '../../kirim';
import { createRandom } from '../../../src/sample/server/random';
import { SALES_LABELS, SERVICE_LABELS } from '../../../src/sample/sampleLabels';

/** Endless names as shops give them, none of them twice, in no order. The same ones each time. */
export function* labelNames(): Generator<{ name: string; color: LabelColor }, never> {
  const known = [...SALES_LABELS, ...SERVICE_LABELS];
  const random = createRandom(7);
  for (let number = 1; ; number += 1) {
    const [name, color] = known[Math.floor(random() * known.length)] ?? ['Label', 'gray'];
    yield { name: `${Array.from(name).slice(0, 40).join('')} ${number}`, color };
  }
}
