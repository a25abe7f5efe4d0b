import * as vscode from 'vscode';
import { isKnownColor } from './colorName';

/** A tag in the label's color; a color that is not known yet is shown as gray, the API's own default. */
export function colorIcon(color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    'tag',
    new vscode.ThemeColor(`kirimLabels.color.${isKnownColor(color) ? color : 'gray'}`),
  );
}
