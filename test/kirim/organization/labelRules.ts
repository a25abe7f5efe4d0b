import { ApiFailure } from '../errors';
import { LABEL_ID } from './ids';
import { LABEL_COLORS, type LabelColor } from '../model';
import type { Variations } from '../faults/variations';

const MAX_NAME_LENGTH = 50;
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const SOME_ID = `lbl_${'Z'.repeat(26)}`;

/** What a label may be called and colored, and which answer a request gets that says otherwise. */
export function parseLimit(limit: string | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > MAX_LIMIT) {
    throw new ApiFailure('invalid_limit', `limit is a whole number from 1 to ${MAX_LIMIT}.`, 'limit');
  }
  return Number(limit);
}

/** Where ids are of another shape than documented, each may be one. */
export function parseLabelId(id: string, { labelId }: Variations): string {
  if (!LABEL_ID.test(id) && LABEL_ID.test(labelId(SOME_ID))) throw invalid('id', 'This is not the id of a label.');
  return id;
}

/** The body of a POST; which team it is for is checked against the organization's teams. */
export function parseNewLabel(
  text: string,
  team_ids: readonly string[],
  variations: Variations,
): { name: string; color: LabelColor; team_id: string } {
  const { name, color, team_id } = parseObject(text);
  if (name === undefined) throw missing('name');
  return {
    name: parseName(name, variations),
    color: parseColor(color ?? 'gray'),
    team_id: parseTeam(team_id, team_ids),
  };
}

/** The body of a PATCH. */
export function parseLabelChange(text: string, variations: Variations): { name?: string; color?: LabelColor } {
  const { name, color, team_id } = parseObject(text);
  if (team_id !== undefined) throw invalid('team_id', "A label's team cannot be changed.");
  return {
    ...(name === undefined ? {} : { name: parseName(name, variations) }),
    ...(color === undefined ? {} : { color: parseColor(color) }),
  };
}

interface LabelBody {
  name?: unknown;
  color?: unknown;
  team_id?: unknown;
}

function parseObject(text: string): LabelBody {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Answered below, like a body that is JSON but no object.
  }
  throw new ApiFailure('invalid_request', 'The body has to be a JSON object.');
}

/** A character is a code point here, so that an emoji counts once. */
function parseName(name: unknown, { storedName }: Variations): string {
  const stored = typeof name === 'string' ? storedName(name) : '';
  if (stored !== '' && Array.from(stored).length <= MAX_NAME_LENGTH) return stored;
  throw invalid('name', `A name has 1 to ${MAX_NAME_LENGTH} characters.`);
}

function parseColor(color: unknown): LabelColor {
  const known = LABEL_COLORS.find((candidate) => candidate === color);
  if (known === undefined) throw invalid('color', `A color is one of ${LABEL_COLORS.join(', ')}.`);
  return known;
}

function parseTeam(team_id: unknown, team_ids: readonly string[]): string {
  const only = team_ids.length === 1 ? team_ids[0] : undefined;
  if (team_id === undefined && only === undefined) throw missing('team_id');
  const team = team_ids.find((candidate) => candidate === (team_id ?? only));
  if (team === undefined) throw invalid('team_id', 'The organization has no such team.');
  return team;
}

function invalid(param: string, message: string): ApiFailure {
  return new ApiFailure('invalid_field_value', message, param);
}

function missing(param: string): ApiFailure {
  return new ApiFailure('missing_required_field', `${param} is required.`, param);
}
