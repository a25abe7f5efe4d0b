import type { Series } from '../benchmark';
import type { Judgement } from '../judgement';
import { pairs, summarize } from '../statistics';
import { judgedFigure, measured } from './figures';
import type { JudgedRow } from './report';

export const COLUMNS = ['what', 'ours', 'compared with', 'rounds', 'ratio (spread)', 'to reach', 'met?'] as const;

/** A line of a table: one for each comparison of a row, one for each target. */
export type Line = readonly string[];

export function linesOf(row: JudgedRow): readonly Line[] {
  const alone = row.judgements.filter(({ target }) => target.judge === 'value');
  const compared = row.others.map((other) => ({ other, judgements: judgementsOn(row, other) }));
  const lines = [
    ...compared.flatMap(({ other, judgements }) =>
      judgements.length > 0
        ? judgements.map((judgement) => [...beside(row, other), ...verdict(judgement, row.unit)])
        : [[...beside(row, other), ratio(row.ours, other), '', '']],
    ),
    ...alone.map((judgement) => ['', String(row.ours.samples.length), ...verdict(judgement, row.unit)]),
  ];
  const ours = measured(row.ours.samples, row.unit);
  const [first = ['', String(row.ours.samples.length), '', '', ''], ...rest] = lines;
  return [[row.what, `${row.ours.name}: ${ours}`, ...first], ...rest.map((line) => ['', '', ...line])];
}

function judgementsOn({ judgements }: JudgedRow, { name }: Series): readonly Judgement[] {
  return judgements.filter(({ target }) => target.judge !== 'value' && target.of === name);
}

/** What a row is compared with, and in how many rounds. */
function beside({ ours, unit }: JudgedRow, { name, samples }: Series): readonly string[] {
  return [`${name}: ${measured(samples, unit)}`, String(Math.min(ours.samples.length, samples.length))];
}

function verdict({ target, figure, met }: Judgement, unit: string): Line {
  return [judgedFigure(target, figure, unit), target.words, met ? 'yes' : 'NO'];
}

/** For what nothing has to be reached of. */
function ratio(ours: Series, other: Series): string {
  const figure = summarize(pairs(ours.samples, other.samples, (a, b) => a / b));
  return judgedFigure({ judge: 'ratio', of: other.name, words: '' }, figure, '');
}
