const WITHOUT_VSCODE = ['api', 'journal', 'labels', 'operations'];

/**
 * Changes the code of one room in small ways, and sees whether a unit test of the same room notices: each room keeps its
 * promises by itself, and a change that all tests had to be run for would take minutes. Only the rooms without VS Code are
 * held to a share: of the others the extension host holds a part.
 */
export function room(name) {
  const folder = `out/mutation/${name}`;
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', dir: `test/unit/${name}`, related: false },
    mutate: [`src/${name}/**/*.ts`],
    ignorePatterns: ['.vscode-test', 'dist', 'out', '*.vsix', 'media'],
    reporters: ['clear-text', 'html', 'json'],
    clearTextReporter: { logTests: false, reportTests: false },
    htmlReporter: { fileName: `${folder}/index.html` },
    jsonReporter: { fileName: `${folder}/mutation.json` },
    tempDirName: 'out/stryker',
    incremental: true,
    incrementalFile: `${folder}/incremental.json`,
    coverageAnalysis: 'perTest',
    disableTypeChecks: false,
    concurrency: 2,
    // On top of half as much again as the tests take: a busy machine is no mutant that was found.
    timeoutMS: 15_000,
    thresholds: { high: 95, low: 85, break: WITHOUT_VSCODE.includes(name) ? 85 : null },
  };
}
