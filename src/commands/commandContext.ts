import type { LogOutputChannel } from 'vscode';
import type { ClientFactory } from '../session/session';
import type { Sessions } from '../session/sessions';
import type { LabelsView } from '../view/labelsView';

/** What commands work with. They hold no state of their own. */
export interface CommandContext {
  readonly sessions: Sessions;
  readonly createClient: ClientFactory;
  readonly view: Pick<LabelsView, 'selectedLabel' | 'isVisible'>;
  readonly log: LogOutputChannel;
}
