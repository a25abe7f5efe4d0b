import type { JournalEntry } from '../../src/journal/entry';
import { Journal } from '../../src/journal/journal';
import { parseSegment } from '../../src/journal/segment';
import type { Organization } from '../kirim';
import { filesOf } from '../host/support/journalStorage';

/** The ids of all labels that are written down as ones that requests may be sent for. */
export async function writtenIds(organization: Organization): Promise<ReadonlySet<string>> {
  const files = filesOf(organization);
  const texts = await Promise.all((await files.list()).map((name) => files.read(name)));
  const records = texts.flatMap((text) => parseSegment(text ?? '').records);
  const begun = new Set(records.filter(({ kind }) => kind === 'begun').map(({ run }) => run));
  const labels = records.filter((record) => record.kind === 'label').filter(({ run }) => begun.has(run));
  return new Set(labels.map(({ label }) => label.id));
}

/** What another window would read. */
export async function entriesOnDisk(organization: Organization): Promise<readonly JournalEntry[]> {
  const journal = new Journal(filesOf(organization));
  try {
    await journal.load();
    return journal.entries;
  } finally {
    journal.dispose();
  }
}

/** All of the text, in search of what must not be in it. */
export async function textOnDisk(organization: Organization): Promise<string> {
  const files = filesOf(organization);
  return (await Promise.all((await files.list()).map((name) => files.read(name)))).join('\n');
}
