#!/usr/bin/env node
// Takes the place of the VS Code program for @vscode/test-electron, which starts it with the paths of the extension and
// of its tests. Plain JavaScript, since it is started as a program: the rest is in hostInCodeServer.ts.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('./hostInCodeServer.ts');
