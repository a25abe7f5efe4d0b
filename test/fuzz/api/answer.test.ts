import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type RawAnswer, readAnswer } from '../../../src/api/http/answer';
import {
  deletionSchema,
  type Label,
  labelOfIdSchema,
  labelPageSchema,
  meSchema,
  sortRecords,
} from '../../../src/api/schema';
import { ServerText } from '../../../src/api/http/serverText';
import { anyId, anyLabel, oddLabel } from '../labels';
import { property } from '../property';
import { anyText } from '../text';
import { anyHeaders, anyJson, anyStatus, arriving, nearly } from './bodies';
import { isDeletionOf, isId, isLabel, isLabelPage, isLabelWithId, isMe, kindFor } from './oracle';

const KEY = 'kdv_live_Key-of-nobody-000000000001';
const NOW = Date.parse('2026-01-05T02:00:00Z');
const serverText = new ServerText(KEY);
const ID = 'lbl_01HZZZZZZZZZZZZZZZZZZZZZZZ';

const page = fc.record({
  data: fc.array(fc.oneof(anyLabel, oddLabel), { maxLength: 3 }),
  has_more: fc.boolean(),
  next_cursor: fc.option(anyText),
  request_id: anyText,
});
const deletion = fc.record({
  data: fc.record(
    { object: fc.constant('label'), id: fc.oneof(fc.constant(ID), anyId), deleted: fc.boolean() },
    { requiredKeys: ['object', 'deleted'] },
  ),
});
const oneLabel = fc.record({
  data: fc.oneof(
    anyLabel,
    anyLabel.map((label) => ({ ...label, id: ID })),
  ),
});
const me = fc.record({
  data: fc.record({
    organization: fc.record({ id: anyText, object: fc.constant('organization'), name: anyText }),
    rate_limits: fc.record({ tier: anyText, write_per_minute: fc.oneof(fc.integer(), fc.double()) }),
  }),
});
const word = fc.oneof(
  fc.constantFrom('authentication_error', 'permission_error', 'not_found', 'conflict', 'rate_limit_error', 'api_error'),
  fc.constantFrom('invalid_request_error', 'expired_api_key', 'invalid_api_key', 'resource_not_found'),
  fc.constantFrom('rate_limit_exceeded', 'invalid_field_value', 'toString', '__proto__', KEY, `req_${KEY}`),
  anyText,
);
const message = fc.oneof(anyText, fc.constant(`Your key ${KEY} is wrong. `.repeat(8)));
const failure = fc.record({
  error: fc.record({ type: word, code: word, message, param: word, request_id: word }),
  request_id: word,
});

const answers = fc.record({
  status: anyStatus,
  headers: anyHeaders,
  text: arriving(fc.oneof(nearly(page), nearly(deletion), nearly(failure), nearly(me), anyJson)),
});

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const read = (answer: RawAnswer, schema: Parameters<typeof readAnswer>[1] = labelPageSchema) =>
  readAnswer(answer, schema, serverText, NOW);

function isTaken(text: string | undefined, schema: Parameters<typeof readAnswer>[1]): boolean {
  return 'body' in read({ status: 200, headers: new Headers(), text }, schema);
}

const isWord = (text: unknown) =>
  typeof text === 'string' && !text.includes(KEY) && /^[A-Za-z0-9_.:/+=-]{1,128}$/.test(text);

describe('reading an answer', () => {
  property('tells by status, type and code what it means', answers, (answer) => {
    const read_ = read(answer);
    const body = json(answer.text);
    const isSuccess = answer.status >= 200 && answer.status < 300;
    expect(read_.status).toBe(answer.status);
    if (isSuccess && isLabelPage(body)) {
      expect(read_).toHaveProperty('body');
    } else if (isSuccess) {
      expect(read_).toMatchObject({ kind: 'unreadable', mayHaveTakenEffect: true });
    } else {
      const kind = kindFor(answer.status, body, answer.headers.get('x-request-id'), isWord);
      expect(read_).toMatchObject({ kind, mayHaveTakenEffect: kind === 'server' || kind === 'unreadable' });
      if (kind === 'unreadable') {
        expect(read_).not.toHaveProperty('serverMessage');
      }
    }
  });

  property('gives nothing away but checked words, one line of text, and never the key', answers, (answer) => {
    const read_ = read(answer);
    const { requestId, type, code, serverMessage, retryAfterSeconds } = {
      type: undefined,
      code: undefined,
      serverMessage: undefined,
      retryAfterSeconds: undefined,
      ...read_,
    };
    for (const one of [requestId, type, code]) {
      expect(one ?? 'x').toMatch(/^[A-Za-z0-9_.:/+=-]{1,128}$/);
    }
    expect(serverMessage ?? 'x').toMatch(/^[^\p{C}\u2028\u2029]+$/u);
    expect(Array.from(serverMessage ?? '').length).toBeLessThanOrEqual(300);
    expect(retryAfterSeconds ?? 1).toBeGreaterThan(0);
    expect(retryAfterSeconds ?? 1).toBeLessThan(Infinity);
    if (!('body' in read_)) {
      expect(JSON.stringify(read_)).not.toContain(KEY);
    }
  });

  property(
    'reads each record of a page by itself, and says of the others which they are',
    fc.array(nearly(fc.oneof(anyLabel, oddLabel)), { maxLength: 5 }),
    (records) => {
      const { labels, unreadable } = sortRecords(records);
      const right = records.filter(isLabel) as Label[];
      expect(labels.map(({ id }) => id)).toEqual(right.map(({ id }) => id));
      const ids = records
        .filter((record) => !isLabel(record))
        .map((record) => (record as { readonly id?: unknown } | null)?.id);
      expect(unreadable.map(({ id }) => id)).toEqual(ids.map((id) => (isId(id) ? id : undefined)));
      for (const { field } of unreadable) {
        expect(['object', 'id', 'name', 'color', 'team_id', 'created_at', 'updated_at']).toContain(field);
      }
    },
  );

  property('takes a page of labels for one, and nothing else', arriving(nearly(page)), (text) => {
    expect(isTaken(text, labelPageSchema)).toBe(isLabelPage(json(text)));
  });

  property(
    'takes a label for deleted only where the answer names it and says so',
    arriving(nearly(deletion)),
    (text) => {
      expect(isTaken(text, deletionSchema(ID))).toBe(isDeletionOf(ID, json(text)));
    },
  );

  property('takes no other label for the one that was asked for', arriving(nearly(oneLabel)), (text) => {
    expect(isTaken(text, labelOfIdSchema(ID))).toBe(isLabelWithId(ID, json(text)));
  });

  property('knows whose key it is whatever is said of limits', arriving(nearly(me)), (text) => {
    expect(isTaken(text, meSchema)).toBe(isMe(json(text)));
  });
});
