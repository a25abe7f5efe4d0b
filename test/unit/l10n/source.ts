import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from '../../vscode/paths';
