import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { Kirim } from '../../kirim';

/** A key that nobody else has, and what it may look like where it was left. */
export class Canary {
  readonly key: string;
  readonly #forms: readonly Buffer[];

  constructor() {
    const secret = randomBytes(18).toString('base64url');
    this.key = `kdv_live_${secret}`;
    // Either half is enough: nothing may show a part of a key.
    this.halves = [secret.slice(0, 12), secret.slice(12)];
    this.#forms = this.halves.flatMap(formsOf);
  }

  readonly halves: readonly string[];

  isIn(content: Buffer | string): boolean {
    const bytes = Buffer.from(content);
    return this.#forms.some((form) => bytes.includes(form));
  }
}

/** As it is, and as UTF-16, hexadecimal, percent signs, and Base64 from each of the three places it may begin at. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const hex = bytes.toString('hex');
  const base64 = [bytes, utf16].flatMap((content) =>
    [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), content])
        .toString('base64')
        .replace(/=+$/, '');
      // The first and the last characters also depend on what stands around it.
      return encoded.slice(shift === 0 ? 0 : shift + 1, -2);
    }),
  );
  const escaped = hex.replace(/../g, '%$&');
  const texts = [hex, hex.toUpperCase(), escaped, escaped.toUpperCase(), ...base64, ...base64.map(urlSafe)];
  return [bytes, utf16, Buffer.from(utf16).swap16(), ...texts.map((form) => Buffer.from(form))];
}

const urlSafe = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_');

interface Found {
  readonly files: number;
  readonly bytes: number;
  /** Where it was found, by their paths in the folder. */
  readonly in: readonly string[];
}

/** Looks for keys in every file of a folder, and in the files' names. */
export async function searchFiles(folder: string, canaries: readonly Pick<Canary, 'isIn'>[]): Promise<Found> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  let bytes = 0;
  const found: string[] = [];
  for (const file of files) {
    // A file may go while the server is at work.
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    bytes += content.length;
    const name = relative(folder, file);
    if (canaries.some((canary) => canary.isIn(content) || canary.isIn(name))) {
      found.push(name);
    }
  }
  return { files: files.length, bytes, in: found };
}

/** Whatever a request had in it. */
export interface SeenRequest {
  readonly url: string;
  readonly authorization: string | null;
  /** The rest: method, other headers, body. */
  readonly rest: string;
}

/** A stand-in that takes down requests as they came, with the key. */
export class WatchfulKirim extends Kirim {
  readonly seen: SeenRequest[] = [];

  override async answer(request: Request): ReturnType<Kirim['answer']> {
    const { authorization = null, ...headers } = Object.fromEntries(request.headers);
    const body = await request.clone().text();
    this.seen.push({ url: request.url, authorization, rest: JSON.stringify([request.method, headers, body]) });
    return super.answer(request);
  }
}

declare global {
  var leaks: string[];
}

/** From now on every page of the context takes down where in it a key is ever shown: toasts, logs, hovers, attributes. */
export async function watchPages(context: BrowserContext, canaries: readonly Canary[]): Promise<void> {
  await context.addInitScript(
    (halves) => {
      globalThis.leaks = [];
      const look = (where: string, text: string | null | undefined) => {
        if (halves.some((half) => text?.includes(half))) {
          globalThis.leaks.push(where);
        }
      };
      const observer = new MutationObserver((mutations) => {
        for (const { type, target, attributeName, addedNodes } of mutations) {
          const place = target instanceof Element ? target.className : (target.parentElement?.className ?? '');
          if (type === 'attributes' && target instanceof Element) {
            look(`${place} ${attributeName ?? ''}`, target.getAttribute(attributeName ?? ''));
          } else if (type === 'characterData') {
            look(place, target.textContent);
          }
          for (const node of addedNodes) {
            look(place, node instanceof Element ? node.outerHTML : node.textContent);
          }
        }
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    },
    canaries.flatMap(({ halves }) => halves),
  );
}

/** What a page has in it and keeps, by where it is. */
export async function contentOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const kept = await page.evaluate(async () => {
    const inputs = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      for (const store of open.result.objectStoreNames) {
        const all = open.result.transaction(store).objectStore(store).openCursor();
        await new Promise<void>((resolve) => {
          all.onsuccess = () => {
            const cursor = all.result;
            if (cursor) {
              const value: unknown = cursor.value;
              databases.push([
                name,
                store,
                cursor.key,
                value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
              ]);
              cursor.continue();
            } else {
              resolve();
            }
          };
        });
      }
      open.result.close();
    }
    return {
      inputs: JSON.stringify(inputs.map(({ value }) => value)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      IndexedDB: JSON.stringify(databases),
      cookies: document.cookie,
      address: location.href,
      ...Object.fromEntries(Object.entries(localStorage).map(([key, value]) => [`localStorage ${key}`, String(value)])),
    };
  });
  return { ...kept, page: await page.content() };
}
