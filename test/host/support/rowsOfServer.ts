import * as assert from 'node:assert/strict';
import type { LabelNode } from '../../../src/views/labels/labelNodes';
import type { Label, Organization } from '../../kirim';
import type { LabelsViewProbe } from './labelsViewProbe';

/** The rows are the labels that the server has, under the names that it has for them. */
export async function assertRowsOfServer(view: LabelsViewProbe, organization: Organization): Promise<void> {
  assert.deepEqual(await rowsOf(view), named(organization.labels()));
}

/** The id and the name of the label in each row, sorted. */
export async function rowsOf(view: LabelsViewProbe): Promise<string[]> {
  const rows = await view.labelRows();
  return named(rows.map(({ node }) => (node as LabelNode).label));
}

function named(labels: readonly Pick<Label, 'id' | 'name'>[]): string[] {
  return labels.map(({ id, name }) => `${id} ${name}`).sort();
}
