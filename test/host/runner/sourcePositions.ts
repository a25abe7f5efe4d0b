import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { relative, resolve } from 'node:path';

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/**
 * Returns a function that puts the places in the sources for those in this bundle. Node's own way does not work here: the
 * extension host writes stack traces itself.
 */
export function sourcePositions(): (text: string) => string {
  const encoded = INLINE_MAP.exec(readFileSync(__filename, 'utf8'))?.[1];
  if (encoded === undefined) {
    return (text) => text;
  }
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as SourceMapPayload);
  return (text) =>
    text.replace(/[\w./\\:-]*out[/\\]\w+[/\\]index\.js:(\d+):(\d+)/g, (place, line: string, column: string) => {
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      return 'originalSource' in entry
        ? `${fromRepository(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
        : place;
    });
}

function fromRepository(source: string): string {
  return relative(resolve(__dirname, '../../..'), resolve(__dirname, source));
}
