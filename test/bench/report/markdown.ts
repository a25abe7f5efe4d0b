import { COLUMNS, linesOf } from './lines';
import type { JudgedRow, Report, Run } from './report';

export function markdown({ runs }: Report): string {
  const intro =
    'Medians, with the middle half of the samples. A ratio is the median of the ratios of the single rounds, each of ' +
    'which measures one right after the other, with the least and the most of them. Figures of different runs are not ' +
    'to be compared.';
  return [`# Benchmark\n`, `${intro}\n`, ...runs.map(section)].join('\n');
}

function section({ date, machine, quick, rows }: Run): string {
  const { cores, cpu, platform, node, vscode } = machine;
  const where = `${cores} × ${cpu}, ${platform}, Node ${node}, VS Code ${vscode}${quick ? ', quick' : ''}`;
  const table = [COLUMNS, COLUMNS.map(() => '---'), ...rows.flatMap(linesOf)].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return [`## Run of ${date}\n`, `${where}\n`, ...table, '', ...rows.flatMap(remarks), ...rows.flatMap(picture)].join(
    '\n',
  );
}

function remarks({ what, facts = {}, note }: JudgedRow): string[] {
  const counted = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  const words = [...counted, ...(note === undefined ? [] : [note])];
  return words.length > 0 ? [`- **${what}** ${words.join('; ')}`] : [];
}

function picture({ plot }: JudgedRow): string[] {
  return plot ? ['', `![${plot.title}](${plot.file}.svg)`] : [];
}
