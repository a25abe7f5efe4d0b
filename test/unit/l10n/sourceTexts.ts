import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from '../../vscode/paths';

/** A text in the source code, and where. */
export interface SourceText {
  readonly text: string;
  /** Such as src/ui/color.ts:16. */
  readonly place: string;
}

/** The source code of the extension. */
export function readSource(): readonly ts.SourceFile[] {
  const names = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(join(repository, 'src', name), 'utf8');
      return ts.createSourceFile(`src/${name.replaceAll('\\', '/')}`, text, ts.ScriptTarget.Latest, true);
    });
}

/** The texts that are translated: first arguments of `l10n.t`. */
export function translatedTexts(source: readonly ts.SourceFile[]): readonly SourceText[] {
  return textsOf(source, (node, file) => {
    const call = asTranslation(node);
    if (!call) {
      return undefined;
    }
    const [message] = call.arguments;
    if (!message || !ts.isStringLiteralLike(message)) {
      throw new Error(`${placeOf(call, file)}: the text of l10n.t has to be a literal.`);
    }
    return message.text;
  });
}

/** What an English reader might be shown without `l10n.t`: where code speaks to the user, and is not about the log. */
export function untranslatedTexts(source: readonly ts.SourceFile[]): readonly SourceText[] {
  const speaking = source.filter(({ fileName }) => /^src\/((ui|views|commands)\/|extension\.ts$)/.test(fileName));
  return textsOf(speaking, (node) => {
    const text = textOf(node);
    return text !== undefined && isForUser(node, text) ? text : undefined;
  });
}

/** Properties of VS Code's, and of ours, whose values are read by the user, also where they are one word in lower case. */
const SHOWN = /^(title|detail|description|label|message|placeHolder|placeholder|prompt|text|tooltip|words|none)$/;

function isForUser(node: ts.Node, text: string): boolean {
  // An icon, such as $(warning), is no word.
  const words = text.replace(/\$\([\w~-]+\)/g, '');
  if (!/\p{L}/u.test(words) || isTechnical(node)) {
    return false;
  }
  const isSentence = /\p{L}\P{L}*\s\P{L}*\p{L}|^\P{L}*\p{Lu}\p{Ll}|[.…?!]$/u.test(words);
  return isSentence || isShown(node.parent);
}

function isShown(parent: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) {
    return SHOWN.test(parent.name.getText());
  }
  return ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)
    ? parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && SHOWN.test(parent.left.name.text)
    : false;
}

/** A message of `l10n.t`, a name of a module, a type, an SVG, and what is written into the log. */
function isTechnical(node: ts.Node): boolean {
  let { parent } = node;
  while (ts.isConditionalExpression(parent)) {
    parent = parent.parent;
  }
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || node.getText().includes('<svg')) {
    return true;
  }
  return ts.isCallExpression(parent) && (asTranslation(parent) !== undefined || isLog(parent.expression));
}

function isLog(callee: ts.Expression): boolean {
  return /(^|[.#])log(\.|\[|[A-Z]|$)/.test(callee.getText());
}

function asTranslation(node: ts.Node): ts.CallExpression | undefined {
  return ts.isCallExpression(node) && node.expression.getText() === 'l10n.t' ? node : undefined;
}

/** The text of a literal; of a template what stands between its values. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}')
    : undefined;
}

function textsOf(
  source: readonly ts.SourceFile[],
  find: (node: ts.Node, file: ts.SourceFile) => string | undefined,
): readonly SourceText[] {
  return source.flatMap((file) => {
    const found: SourceText[] = [];
    const visit = (node: ts.Node) => {
      const text = find(node, file);
      if (text !== undefined) {
        found.push({ text, place: placeOf(node, file) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function placeOf(node: ts.Node, file: ts.SourceFile): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
