import { Uri } from 'vscode';

/** The colors that the API documents (API: Labels), in its order, as package.json has them for light and for dark themes. */
export const SHADES = {
  gray: { light: '#6b7280', dark: '#9ca3af' },
  red: { light: '#dc2626', dark: '#f87171' },
  orange: { light: '#ea580c', dark: '#fb923c' },
  amber: { light: '#b45309', dark: '#fbbf24' },
  yellow: { light: '#a38600', dark: '#facc15' },
  lime: { light: '#5a8a0b', dark: '#a3e635' },
  green: { light: '#15803d', dark: '#4ade80' },
  emerald: { light: '#059669', dark: '#34d399' },
  teal: { light: '#0d9488', dark: '#2dd4bf' },
  sky: { light: '#0284c7', dark: '#38bdf8' },
  blue: { light: '#2563eb', dark: '#60a5fa' },
  violet: { light: '#7c3aed', dark: '#a78bfa' },
  pink: { light: '#db2777', dark: '#f472b6' },
} as const;

interface Swatch {
  readonly light: Uri;
  readonly dark: Uri;
}

/**
 * A spot in the color, for lists with search: these draw all icons of a theme in the color of the text. A color that is
 * not known yet is shown as gray, the API's own default.
 */
export function colorSwatch(color: string): Swatch {
  const { light, dark } = SHADES[isKnown(color) ? color : 'gray'];
  return { light: spot(light), dark: spot(dark) };
}

function spot(fill: string): Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5" fill="${fill}"/></svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}

function isKnown(color: string): color is keyof typeof SHADES {
  return Object.hasOwn(SHADES, color);
}
