import type { Label } from '../../../src/api/schema';
import type { Connection } from './connection';

interface Page {
  data: Label[];
  next_cursor: string | null;
}

/** The same calls as KirimClient's, as anybody would write them: `fetch`, no check of what comes back, no second attempt. */
export async function* listLabels({ baseUrl, apiKey }: Connection): AsyncGenerator<Label[], void, undefined> {
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await send<Page>(`${baseUrl}/labels?limit=100${query}`, apiKey);
    yield page.data;
    cursor = page.next_cursor;
  } while (cursor !== null);
}

export async function getLabel({ baseUrl, apiKey }: Connection, id: string): Promise<Label> {
  return (await send<{ data: Label }>(`${baseUrl}/labels/${id}`, apiKey)).data;
}

export async function createLabel({ baseUrl, apiKey }: Connection, label: object): Promise<Label> {
  return (await send<{ data: Label }>(`${baseUrl}/labels`, apiKey, 'POST', label)).data;
}

export async function updateLabel({ baseUrl, apiKey }: Connection, id: string, change: object): Promise<Label> {
  return (await send<{ data: Label }>(`${baseUrl}/labels/${id}`, apiKey, 'PATCH', change)).data;
}

export async function deleteLabel({ baseUrl, apiKey }: Connection, id: string): Promise<void> {
  await send(`${baseUrl}/labels/${id}`, apiKey, 'DELETE');
}

async function send<T>(url: string, apiKey: string, method = 'GET', body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
  if (!response.ok) {
    throw new Error(`KirimChat answered ${response.status}.`);
  }
  return (await response.json()) as T;
}
