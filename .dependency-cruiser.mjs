/** The layers of ARCHITECTURE.md as rules: what may import what. @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'the-core-runs-without-vscode',
      comment:
        'HTTP, the labels and what is done to them run and are tested anywhere; only the layers above know VS Code.',
      severity: 'error',
      from: { path: '^src/(common|api|journal|labels|operations)/' },
      to: { path: '^(vscode$|node_modules/@types/vscode)|^src/(?!common/|api/|journal/|labels/|operations/)' },
    },
    {
      name: 'labels-know-no-operations',
      severity: 'error',
      from: { path: '^src/labels/' },
      to: { path: '^src/operations/' },
    },
    {
      name: 'journal-knows-what-a-label-is-and-nothing-else',
      severity: 'error',
      from: { path: '^src/journal/' },
      to: { path: '^src/(?!common/|journal/|api/schema[.]ts$)' },
    },
    {
      name: 'api-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(?!common/|api/)' },
    },
    {
      name: 'common-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/common/' },
      to: { path: '^src/(?!common/)' },
    },
    {
      name: 'sample-imports-nothing-of-ours',
      comment:
        'It answers as KirimChat does, for the tests as well: what it shares with the client would not be tested.',
      severity: 'error',
      from: { path: '^src/sample/' },
      to: { path: '^(vscode$|node_modules/@types/vscode)|^src/(?!common/|sample/)' },
    },
    {
      name: 'views-do-not-act',
      comment: 'The trees show what the store holds. They never call commands.',
      severity: 'error',
      from: { path: '^src/views/' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'tools-are-above-commands',
      comment: 'What agents and other extensions can have done goes through the commands, and so asks as they do.',
      severity: 'error',
      from: { path: '^src/(?!extension[.]ts$|tools/)' },
      to: { path: '^src/tools/' },
    },
    {
      name: 'tools-write-through-commands-alone',
      comment: 'No door of its own to KirimChat: neither the engine nor the client.',
      severity: 'error',
      from: { path: '^src/tools/' },
      to: { path: '^src/(api/(client|http/)|operations/(runOperation|batch)|views/)' },
    },
    {
      name: 'accounts-and-ui-are-below-views-and-commands',
      severity: 'error',
      from: { path: '^src/(accounts|ui)/' },
      to: { path: '^src/(views|commands)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-node-built-in',
      comment: 'The bundle also has to run in the web extension host.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    // The package esbuild is taken for our file of that name.
    doNotFollow: { path: 'node_modules|^esbuild[.]mjs$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
