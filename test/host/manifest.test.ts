import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SHADES } from '../../src/ui/colorSwatch';
import { extension, labelsView } from './support/setUp';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, { command: string; when: string; group: string }[]>;
    viewsWelcome: { contents: string; when: string }[];
    colors: { id: string; defaults: Record<string, string> }[];
    configuration: { properties: Record<string, { scope: string }> };
  };
}

describe('package.json', () => {
  const manifest = () => extension().packageJSON as Manifest;

  it('declares the commands that are registered, and no others', async () => {
    await labelsView();
    const registered = (await vscode.commands.getCommands(true)).filter((id) =>
      /^kirimLabels\.[a-z]+[A-Z]?\w*$/.test(id),
    );
    // VS Code adds commands of its own for each view, such as “Focus on Labels View”.
    const ours = registered.filter((id) => !/^kirimLabels\.(labels|recentlyDeleted)/.test(id));
    assert.deepEqual(
      ours.sort(),
      manifest()
        .contributes.commands.map(({ command }) => command)
        .sort(),
    );
  });

  it('keeps the ids and the names that keybindings and people rely on', () => {
    assert.deepEqual(
      manifest().contributes.commands.map(({ command, title, category }) => [command, title, category]),
      [
        ['kirimLabels.signIn', 'Sign In', 'Kirim Labels'],
        ['kirimLabels.signOut', 'Sign Out', 'Kirim Labels'],
        ['kirimLabels.openSample', 'Explore Sample Data', 'Kirim Labels'],
        ['kirimLabels.closeSample', 'Close Sample Data', 'Kirim Labels'],
        ['kirimLabels.refresh', 'Refresh Labels', 'Kirim Labels'],
        ['kirimLabels.refreshOrganization', 'Refresh Labels', 'Kirim Labels'],
        ['kirimLabels.cancelLoading', 'Cancel Loading', 'Kirim Labels'],
        ['kirimLabels.loadMore', 'Load More Labels', 'Kirim Labels'],
        ['kirimLabels.deleteLabel', 'Delete Label', 'Kirim Labels'],
        ['kirimLabels.undoDelete', 'Undo Delete', 'Kirim Labels'],
        ['kirimLabels.createLabel', 'Create Label…', 'Kirim Labels'],
        ['kirimLabels.renameLabel', 'Rename Label…', 'Kirim Labels'],
        ['kirimLabels.changeLabelColor', 'Change Label Color…', 'Kirim Labels'],
        ['kirimLabels.retireLabel', 'Retire Label', 'Kirim Labels'],
        ['kirimLabels.restoreLabel', 'Restore Label', 'Kirim Labels'],
        ['kirimLabels.recreateLabel', 'Create Again', 'Kirim Labels'],
        ['kirimLabels.exportJournal', 'Export Journal of Deleted Labels…', 'Kirim Labels'],
        ['kirimLabels.clearJournal', 'Clear Journal of Deleted Labels…', 'Kirim Labels'],
        ['kirimLabels.copyLabelName', 'Copy Label Name', 'Kirim Labels'],
        ['kirimLabels.filterLabels', 'Filter Labels…', 'Kirim Labels'],
        ['kirimLabels.clearFilter', 'Clear Filter', 'Kirim Labels'],
        ['kirimLabels.findInLabels', 'Find in Labels', 'Kirim Labels'],
        ['kirimLabels.sortLabels', 'Sort Labels…', 'Kirim Labels'],
        ['kirimLabels.copyLabelId', 'Copy Label ID', 'Kirim Labels'],
        ['kirimLabels.copyLabelAsJson', 'Copy Label as JSON', 'Kirim Labels'],
        ['kirimLabels.copyAsCurl', 'Copy Delete Request as cURL', 'Kirim Labels'],
        ['kirimLabels.compareLabels', 'Compare Labels…', 'Kirim Labels'],
        ['kirimLabels.copyToOrganization', 'Copy Labels to Organization…', 'Kirim Labels'],
        ['kirimLabels.nameTeam', 'Name This Team…', 'Kirim Labels'],
        ['kirimLabels.openWalkthrough', 'Get Started', 'Kirim Labels'],
        ['kirimLabels.openTroubleshooting', 'If Something Does Not Work', 'Kirim Labels'],
        ['kirimLabels.openAccessibilityHelp', 'Open Accessibility Help', 'Kirim Labels'],
        ['kirimLabels.showLog', 'Show Log', 'Kirim Labels'],
        ['kirimLabels.copySupportInformation', 'Copy Support Information', 'Kirim Labels'],
        ['kirimLabels.showUnfinished', 'Show What Was Not Done', 'Kirim Labels'],
      ],
    );
  });

  it('has every inline action in the context menu too, since screen readers do not reach icons', () => {
    const entries = manifest().contributes.menus['view/item/context'] ?? [];
    const inline = entries.filter(({ group }) => group.startsWith('inline'));
    assert.ok(inline.length > 0);
    for (const { command, when } of inline) {
      assert.ok(
        entries.some((entry) => entry.command === command && entry.when === when && !entry.group.startsWith('inline')),
      );
    }
  });

  it('gives Delete Label a menu group of its own', () => {
    const entries = manifest().contributes.menus['view/item/context'] ?? [];
    const group = entries.find(
      ({ command, group }) => command === 'kirimLabels.deleteLabel' && !group.startsWith('inline'),
    );
    assert.ok(group);
    const name = group.group.split('@')[0] ?? '';
    assert.equal(entries.filter((entry) => entry.group.startsWith(name)).length, 1);
  });

  it('keeps Retire Label away from Delete Label: another group, and something between them', () => {
    const groups = (manifest().contributes.menus['view/item/context'] ?? [])
      .filter(({ when, group }) => when.includes('kirimLabels.labels') && !group.startsWith('inline'))
      .map(({ command, group }) => ({ command, group: group.split('@')[0] ?? '' }));
    const group = (command: string) => groups.find((entry) => entry.command === command)?.group ?? '';
    const [retire, remove] = [group('kirimLabels.retireLabel'), group('kirimLabels.deleteLabel')];
    assert.ok(groups.some((entry) => entry.group > retire && entry.group < remove));
  });

  it('has a menu for each kind of row in the Labels view that something can be done with', () => {
    const whens = (manifest().contributes.menus['view/item/context'] ?? []).map(({ when }) => when);
    for (const row of ['label', 'label.retired', 'label.countdown']) {
      assert.ok(
        whens.some((when) => when.endsWith(`viewItem == ${row}`)),
        row,
      );
    }
  });

  it('has one welcome text with one button per state', () => {
    for (const { contents } of manifest().contributes.viewsWelcome) {
      assert.equal(contents.match(/^\[.+\]\(command:.+\)$/gm)?.length, 1, contents);
    }
  });

  it('has a color for light, dark and both high contrast themes, for each of the 13 colors of labels', () => {
    const { colors } = manifest().contributes;
    assert.equal(colors.length, 13);
    for (const { defaults } of colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light']);
    }
  });

  it('has the same colors for lists, which cannot draw a theme’s', () => {
    const colors = manifest().contributes.colors.map(({ id, defaults: { light, dark } }) => [
      id.replace('kirimLabels.color.', ''),
      { light, dark },
    ]);
    assert.deepEqual(Object.entries(SHADES), colors);
  });

  it('lets no folder change a setting', () => {
    for (const [name, { scope }] of Object.entries(manifest().contributes.configuration.properties)) {
      assert.equal(scope, 'application', name);
    }
  });

  it('starts nothing by itself', () => {
    assert.ok(
      !('activationEvents' in manifest()) ||
        (manifest() as { activationEvents?: unknown[] }).activationEvents?.every((event) =>
          /^on(View|Command|LanguageModelTool):kirim(Labels|_)/.test(String(event)),
        ),
    );
  });
});
