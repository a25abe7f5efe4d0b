import type { Session } from '../../../src/accounts/session';
import type { LabelStore } from '../../../src/labels/labelStore';
import { Namesakes } from '../../../src/labels/names/namesakes';
import { NO_FILTER } from '../../../src/labels/query/labelFilter';
import { QueryResults } from '../../../src/labels/query/queryResults';
import { labelNodes, topRows } from '../../../src/views/labels/labelRows';
import { timed } from './timed';

/** A part of some names, as it is typed. */
export const TYPED = ['p', 'pe', 'pes', 'pesa', 'pesan'];
const RETIRED_PREFIX = '[retired] ';

/** The rows of the view for each letter, as `LabelsQuery` and `LabelsTree` make them. */
export function filterRows(labels: LabelStore) {
  const session = { id: 'org', labels } as unknown as Session;
  const results = new QueryResults();
  const namesakes = new Namesakes(labels.labels);
  return timed(() => {
    for (const text of TYPED) {
      const filter = { ...NO_FILTER, text };
      const result = results.of(labels, { filter, sortOrder: 'name', retiredPrefix: RETIRED_PREFIX });
      const query = {
        labelsOf: () => result.shown,
        namesakesOf: () => namesakes,
        retiredPrefix: RETIRED_PREFIX,
      };
      topRows(labelNodes(session, query));
    }
    return Promise.resolve();
  });
}

/** The same rows by a plain filter of an array, which knows neither letters that look alike nor names that do. */
export function filterRowsPlainly({ labels }: LabelStore) {
  return timed(() => {
    for (const text of TYPED) {
      const shown = labels.filter(({ id, name }) => [name, id].some((one) => one.toLowerCase().includes(text)));
      const rows = shown.map((label) => ({ kind: 'label', label }));
      rows.filter(({ label }) => !label.name.startsWith(RETIRED_PREFIX));
    }
    return Promise.resolve();
  });
}
