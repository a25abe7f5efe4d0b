import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/commands';
import { openWalkthrough } from '../../src/commands/view/openWalkthrough';
import manifest from '../../package.json';
import { called } from './fakeVscode';

const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const text = (placeholder: string) => texts[placeholder.slice(1, -1)] ?? '';
const { commands, configuration, views, walkthroughs } = manifest.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const known = new Set([
  ...commands.map(({ command }) => command),
  // VS Code's own: it shows a view.
  ...Object.values(views)
    .flat()
    .map(({ id }) => `${id}.focus`),
]);
/** What VS Code and the repository call by English names in all languages. */
const VSCODES = /^(Kirim Labels: Focus on|Notifications: |Accessibility problem$|Issues$)/;
const settings = Object.keys(configuration.properties);

describe('the walkthrough', () => {
  it('is what Get Started opens', async () => {
    await openWalkthrough();
    const { publisher, name } = manifest;
    expect(called.map(([, walkthrough]) => walkthrough)).toEqual([`${publisher}.${name}#${walkthroughs[0]?.id ?? ''}`]);
  });

  it.each(steps.map(({ id, media }) => [id, media] as const))('has what it shows at %s', (_, media) => {
    const { light, dark, ...highContrast } = media.image ?? {};
    for (const file of media.image ? [light, dark, ...Object.values(highContrast)] : [media.markdown]) {
      expect(existsSync(file ?? ''), file).toBe(true);
    }
    if (media.image) {
      expect(light).not.toBe(dark);
    }
  });

  it.each(steps.map(({ id, description }) => [id, text(description)]))(
    'links to commands and settings that are there at %s',
    (_, description) => {
      for (const [, command = '', args = ''] of description.matchAll(/\(command:([\w.]+)(?:\?([^)]+))?\)/g)) {
        if (command === 'workbench.action.openSettings') {
          expect(settings).toContain((JSON.parse(decodeURIComponent(args)) as string[])[0]);
        } else {
          expect([...known]).toContain(command);
        }
      }
    },
  );

  it.each(steps.map(({ id, completionEvents }) => [id, completionEvents] as const))(
    'can be completed at %s',
    (_, events) => {
      expect(events).not.toEqual([]);
      for (const [, command] of events.join(' ').matchAll(/onCommand:([\w.]+)/g)) {
        expect(Object.keys(COMMANDS)).toContain(command);
      }
    },
  );
});

describe.each([
  ['en', '', 'package.nls.json'],
  ['id', '.nls.id', 'package.nls.id.json'],
])('Accessibility Help in %s', (_, infix, file) => {
  const page = readFileSync(`media/walkthrough/accessibilityHelp${infix}.md`, 'utf8');
  const outline = (text: string) => text.match(/^(#+|-) |`[^`]+`|\b(Ctrl|Shift|Cmd)\+[\w+]+|\bF\d+/gm);

  it('has the same headings, points and keys as in English', () => {
    expect(outline(page)).toEqual(outline(readFileSync('media/walkthrough/accessibilityHelp.md', 'utf8')));
  });

  it('calls commands and views as the palette and the side bar do', () => {
    const titles = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    const own = [...page.matchAll(/\*\*([^*]+)\*\*/g)]
      .map(([, name = '']) => name)
      .filter((name) => !VSCODES.test(name));
    expect(own).not.toEqual([]);
    expect(titles).toEqual(expect.arrayContaining(own));
  });
});

describe('settings', () => {
  it('link to settings that are there', () => {
    const links = Object.values(texts).flatMap((one) => [...one.matchAll(/#(kirimLabels\.\w+)#/g)]);
    expect(links).not.toEqual([]);
    for (const [, setting] of links) {
      expect(settings).toContain(setting);
    }
  });
});
