import { ApiFailure } from './apiFailure';
import { LABEL_COLORS, type LabelColor } from './model';

const MAX_NAME_LENGTH = 50;
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** What an organization decides of labels. */
export interface LabelRules {
  readonly team_ids: readonly string[];
  /** What a name is stored as that the API was given. */
  storedName(name: string): string;
}

/** What a label may be called and colored, and which answer a request gets that says otherwise. */
export function parseLimit(limit: string | null): number {
  if (limit === null) return DEFAULT_LIMIT;
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > MAX_LIMIT) {
    throw new ApiFailure('invalid_limit', `limit is a whole number from 1 to ${MAX_LIMIT}.`, 'limit');
  }
  return Number(limit);
}

/** The body of a POST; which team it is for is checked against the organization's teams. */
export function parseNewLabel(text: string, rules: LabelRules): { name: string; color: LabelColor; team_id: string } {
  const { name, color, team_id } = parseObject(text);
  if (name === undefined) throw missing('name');
  return {
    name: parseName(name, rules),
    color: parseColor(color ?? 'gray'),
    team_id: parseTeam(team_id, rules),
  };
}

/** The body of a PATCH. */
export function parseLabelChange(text: string, rules: LabelRules): { name?: string; color?: LabelColor } {
  const { name, color, team_id } = parseObject(text);
  if (team_id !== undefined) throw invalid('team_id', "A label's team cannot be changed.");
  return {
    ...(name === undefined ? {} : { name: parseName(name, rules) }),
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
function parseName(name: unknown, rules: LabelRules): string {
  const stored = typeof name === 'string' ? rules.storedName(name) : '';
  if (stored !== '' && Array.from(stored).length <= MAX_NAME_LENGTH) return stored;
  throw invalid('name', `A name has 1 to ${MAX_NAME_LENGTH} characters.`);
}

function parseColor(color: unknown): LabelColor {
  const known = LABEL_COLORS.find((candidate) => candidate === color);
  if (known === undefined) throw invalid('color', `A color is one of ${LABEL_COLORS.join(', ')}.`);
  return known;
}

function parseTeam(team_id: unknown, { team_ids }: LabelRules): string {
  const only = team_ids.length === 1 ? team_ids[0] : undefined;
  if (team_id === undefined && only === undefined) throw missing('team_id');
  const team = team_ids.find((candidate) => candidate === (team_id ?? only));
  if (team === undefined) throw invalid('team_id', 'The organization has no such team.');
  return team;
}

export function invalid(param: string, message: string): ApiFailure {
  return new ApiFailure('invalid_field_value', message, param);
}

function missing(param: string): ApiFailure {
  return new ApiFailure('missing_required_field', `${param} is required.`, param);
}
