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
const settings = Object.keys(configuration.properties);

describe('the walkthrough', () => {
  it('is what Get Started opens', async () => {
    await openWalkthrough();
    const { publisher, name } = manifest;
    expect(called.map(([, walkthrough]) => walkthrough)).toEqual([`${publisher}.${name}#${walkthroughs[0]?.id ?? ''}`]);
  });

  it.each(steps.map(({ id, media }) => [id, media] as const))('has its picture for all themes at %s', (_, media) => {
    const { light, dark, hc, hcLight } = media.image;
    for (const file of [light, dark, hc, hcLight]) {
      expect(existsSync(file), file).toBe(true);
    }
    expect(light).not.toBe(dark);
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

describe('settings', () => {
  it('link to settings that are there', () => {
    const links = Object.values(texts).flatMap((one) => [...one.matchAll(/#(kirimLabels\.\w+)#/g)]);
    expect(links).not.toEqual([]);
    for (const [, setting] of links) {
      expect(settings).toContain(setting);
    }
  });
});
