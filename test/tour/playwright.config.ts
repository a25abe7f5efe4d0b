import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { output } from '../vscode/paths';
import e2e from '../e2e/playwright.config';

export default defineConfig({ ...e2e, testDir: __dirname, outputDir: join(output, 'tour'), reporter: 'list' });
