import { join } from 'node:path';
import { packageExtension } from '../../../vscode/packageExtension';

/** The title of its view container. */
export const BARE = 'Bare';

const COMMANDS = {
  'bare.act': 'Act',
  'bare.ask': 'Ask',
  'bare.notify': 'Notify',
  'bare.fill': 'Fill',
  'bare.refuse': 'Refuse',
  'bare.pickOne': 'Pick One',
  'bare.pickMany': 'Pick Many',
  'bare.showPage': 'Show Page',
};

const MANIFEST = {
  name: 'bare',
  displayName: BARE,
  publisher: 'kirim-labels-test',
  version: '1.0.0',
  engines: { vscode: '^1.100.0' },
  main: 'extension.js',
  contributes: {
    viewsContainers: { activitybar: [{ id: 'bare', title: BARE, icon: '$(list-flat)' }] },
    views: {
      bare: [
        { id: 'bare.empty', name: 'Empty' },
        { id: 'bare.rows', name: 'Rows' },
        { id: 'bare.moreRows', name: 'More Rows' },
      ],
    },
    viewsWelcome: [{ view: 'bare.empty', contents: 'Text.\n[Button](command:bare.act)\nA [link](command:bare.act).' }],
    commands: Object.entries(COMMANDS).map(([command, title]) => ({ command, title, category: BARE, icon: '$(tag)' })),
    walkthroughs: [
      {
        id: 'bare',
        title: BARE,
        description: 'Description',
        steps: [
          {
            id: 'picture',
            title: 'Picture',
            description: 'Text.\n[Button](command:bare.act)\nA [link](command:bare.act).',
            media: { image: 'picture.svg', altText: 'A picture' },
            completionEvents: ['onCommand:bare.pickOne'],
          },
          {
            id: 'text',
            title: 'Text',
            description: 'Text.',
            media: { markdown: 'text.md' },
            completionEvents: ['onCommand:bare.act'],
          },
        ],
      },
    ],
    menus: {
      'view/title': [{ command: 'bare.act', when: 'view =~ /^bare/', group: 'navigation' }],
      'view/item/context': [{ command: 'bare.act', when: 'viewItem == row', group: 'inline' }],
    },
  },
};

const FILES = {
  'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><path d="M0 0h16v16H0z" /></svg>',
  'text.md': '# Heading\n\nText.\n\n## Heading\n\n- One with `code` and **strong** words\n- Other\n',
};

/** Writes the extension of this folder as a file that VS Code can install. */
export function packageBare(vsix: string): Promise<void> {
  return packageExtension(join(__dirname, 'extension.ts'), MANIFEST, vsix, FILES);
}
