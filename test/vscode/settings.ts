import { readFile, writeFile } from 'node:fs/promises';

export type Settings = Readonly<Record<string, unknown>>;

/** A VS Code without anything that moves, asks, updates or phones home. */
export const QUIET_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.dialogStyle': 'custom',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Adds to a settings.json. An undefined value takes its setting away again. */
export async function changeSettings(file: string, changes: Settings): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const settings = { ...(JSON.parse(text) as Settings), ...changes };
  await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
}
