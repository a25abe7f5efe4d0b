import { parseApiBaseUrl } from '../api/baseUrl';
import { systemClock } from '../common/clock';
import type { JournalFiles } from '../journal/files';
import { Journal } from '../journal/journal';
import { createSample } from '../sample/sample';
import { type ClientFactory, Session } from './session';

/** Never contacted: no name server knows a host below `.invalid` (RFC 2606). */
const SAMPLE_URL = 'https://sample.invalid/v1';

/** A session of an organization that lives in memory, with its journal: nothing of it is sent or kept. */
export function createSampleSession(name: string, createClient: ClientFactory, locale: string): Session {
  const { apiKey, organization, fetch } = createSample(name, systemClock);
  const baseUrl = parseApiBaseUrl(SAMPLE_URL);
  const services = {
    createClient: () => createClient(baseUrl, apiKey, fetch),
    openJournal: () => Promise.resolve(new Journal(memoryFiles())),
    isSample: true,
  };
  const { id } = organization;
  return new Session(baseUrl, { apiKey, organization: { id, name } }, services, locale);
}

function memoryFiles(): JournalFiles {
  const texts = new Map<string, string>();
  return {
    list: () => Promise.resolve([...texts.keys()]),
    read: (name) => Promise.resolve(texts.get(name)),
    create: (name, text) => Promise.resolve(void texts.set(name, text)),
    delete: (name) => Promise.resolve(void texts.delete(name)),
  };
}
