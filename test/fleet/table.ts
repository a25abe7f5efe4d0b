import type { Figures } from './figures';

const HEAD = ['', 'production refused', 'ours refused', 'lowest', 'into the reserve', 'time', 'fairness'];

export function row(figures: Figures): string {
  const { name, production, productionRefused, writes, refused, lowest, intoReserve, depth, seconds, floor, fairness } =
    figures;
  const cells = [
    name,
    `${productionRefused} of ${production}`,
    `${refused} of ${writes}`,
    lowest.toFixed(1),
    intoReserve === 0 ? '0' : `${intoReserve}, by ${depth.toFixed(1)}`,
    `${seconds.toFixed(0)} s, ${(seconds / floor).toFixed(3)} ×`,
    fairness?.toFixed(2) ?? '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

export const head = `| ${HEAD.join(' | ')} |\n|${HEAD.map(() => '---|').join('')}`;
