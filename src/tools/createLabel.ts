import { l10n } from '../ui/l10n';
import * as v from 'valibot';
import type { Session } from '../accounts/session';
import { type Label, LABEL_COLORS } from '../api/schema';
import { askToCreate } from '../commands/create/newLabels';
import { findOrganization, RefusalError } from '../commands/namedLabels';
import { requireList } from '../commands/requireList';
import { RETIRED_COLOR } from '../labels/retired';
import { createRequest } from '../operations/createLabels';
import { isWarning, NameCheck } from '../operations/nameCheck';
import { describeNameProblem } from '../ui/messages/nameProblems';
import { parseInput } from './listing';
import { asToolResult, performRequest } from './performRequest';
import type { Tool } from './tool';

const inputSchema = v.object({
  organization: v.optional(v.string()),
  name: v.string(),
  color: v.optional(v.picklist(LABEL_COLORS), RETIRED_COLOR),
  team_id: v.optional(v.string()),
});

/** Creates a label, after the user has agreed. */
export const createLabel: Tool = {
  doing: () => l10n.t('Asking whether a label is to be created'),
  run: async (context, input, signal) => {
    const { organization, name, color, team_id } = parseInput(inputSchema, input);
    const session = await findOrganization(context.accounts, organization);
    await requireList(session);
    const wanted = createRequest({ name: name.trim(), color, team_id: teamIn(session, team_id) });
    const problem = new NameCheck(session.labels, wanted.label).problemOf(wanted.label.name);
    if (problem && !isWarning(problem)) {
      throw new RefusalError('invalidName', describeNameProblem(problem));
    }
    const chosen = { session, labels: [wanted.label] };
    let created: Label | undefined;
    const [result] = await performRequest(context, chosen, { askedBy: 'agent', signal }, (request) =>
      askToCreate(context, { session, items: [wanted] }, problem, {
        ...request,
        onResults: (results) => {
          created = results[0]?.current;
          request.onResults?.(results);
        },
      }),
    );
    // Before it is created its id is none of KirimChat's.
    const label = created ?? { ...wanted.label, id: undefined };
    return asToolResult(chosen, result ? [{ ...result, id: label.id, name: label.name, color: label.color }] : []);
  },
};

/** Which team the label is to be of; undefined where none is known. @throws RefusalError */
function teamIn({ labels }: Session, named: string | undefined): string | undefined {
  const teams = [...new Set(labels.labels.map(({ team_id }) => team_id))].sort();
  if (named === undefined ? teams.length > 1 : !teams.includes(named)) {
    throw new RefusalError('invalidInput', l10n.t('Name one of the teams of the organization by its ID.'), { teams });
  }
  return named ?? teams[0];
}
