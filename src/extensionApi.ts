import type { Event } from 'vscode';

/**
 * What other extensions get: `extensions.getExtension<KirimLabelsApi>('kirim-labels.kirim-labels')?.activate()`. This file needs nothing
 * but VS Code, so that it can be copied. Fields are named as in KirimChat's API, and as in the results of the language-model tools.
 *
 * Nothing in it can be used to send a request: keys stay here, and each write is confirmed by the user in a dialog.
 */
export interface KirimLabelsApi {
  /** Another number where something here was changed so that older code could not go on with it. */
  readonly version: 1;

  /** The labels of all organizations that are signed in, asked for anew where the list is short. None where none is signed in. */
  listLabels(): Promise<LabelListing>;

  /** Fires when labels, or organizations, came, went or changed. */
  readonly onDidChangeLabels: Event<void>;

  /**
   * Asks the user, in a dialog with the names and the organization, whether labels are to be deleted for good, and deletes them then.
   *
   * @param labels ten at most, by id and name: where a label is called something else, nothing is asked.
   * @param organization its id or name; may be left out where one alone is signed in.
   * @returns what became of each, in this order, when that is known.
   * @throws Error with a `code`, such as `nameDiffers`, where the user was not asked; without one where the labels could not be read.
   */
  deleteLabels(labels: readonly LabelName[], organization?: string): Promise<readonly LabelResult[]>;
}

/** A label as the caller knows it. */
export interface LabelName {
  readonly id: string;
  readonly name: string;
}

export interface LabelListing {
  readonly organizations: readonly ListedOrganization[];
  readonly labels: readonly ListedLabel[];
}

export interface ListedOrganization {
  readonly id: string;
  /** Undefined where KirimChat has not told it. */
  readonly name: string | undefined;
  /** It is in memory alone, and not at KirimChat. */
  readonly is_sample: boolean;
  /** Whether all its labels are listed: else what is not in the list may be there all the same. */
  readonly is_whole: boolean;
}

export interface ListedLabel extends LabelName {
  /** The id of its organization. */
  readonly organization: string;
  readonly color: string;
  readonly team_id: string;
  /** Its name says that it is no longer used. */
  readonly retired: boolean;
}

export interface LabelResult extends LabelName {
  /**
   * - `done`: KirimChat confirmed it.
   * - `declined`: the user did not agree, or took it back; or is being asked about the label already. Nothing was sent.
   * - `alreadyGone`: there was no such label any more.
   * - `exists`: there is a label of that name already.
   * - `changed`, `unchecked`, `busy`: left out, since the label is another one by now, could not be read, or something else is
   *   happening to it.
   * - `failed`, `notStarted`: nothing has happened.
   * - `inDoubt`: it is not known whether it happened.
   */
  readonly status:
    | 'done'
    | 'declined'
    | 'alreadyGone'
    | 'exists'
    | 'changed'
    | 'unchecked'
    | 'busy'
    | 'failed'
    | 'inDoubt'
    | 'notStarted';
  /** The label as it is called now, where it was renamed. */
  readonly current_name?: string | undefined;
  /** Why it did not end as it was asked for, in words. */
  readonly error?: string | undefined;
  /** What KirimChat's support asks for. */
  readonly request_id?: string | undefined;
}
