import { Journal } from '../../src/journal/journal';
import { filesOf } from '../host/support/journalStorage';
import type { Label, Organization } from '../kirim';

/** As many as a journal remembers. */
const FULL = 1000;

/** Fills the journal of an organization, so that whatever is deleted from now on takes the place of something older. */
export async function fillJournal(organization: Organization): Promise<void> {
  const labels = Array.from({ length: FULL }, (_, index): Label => {
    const label = organization.addLabel({ name: `Lama ${index}`, color: 'gray' });
    organization.removeLabel(label.id);
    return label;
  });
  const journal = new Journal(filesOf(organization));
  const recorder = await journal.startRun('delete', labels, { begins: true });
  labels.forEach((label) => {
    recorder.ended(label, 'done', 'req_before');
  });
  await recorder.finish();
  journal.dispose();
}
