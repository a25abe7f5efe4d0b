import { readSortOrder, writeSortOrder } from '../../accounts/configuration';
import { pickSortOrder } from '../../ui/prompts/pickers/sortOrderPicker';

/** Sorts the rows of the view; the order is remembered in the settings. */
export async function sortLabels(): Promise<void> {
  await writeSortOrder(await pickSortOrder(readSortOrder()));
}
