/**
 * What a name or a message may be. Each has the mark in it, which tells it from the extension's own words, or nothing
 * that can be seen.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  icon: '$(trash)Zq9',
  'animated icon': '$(loading~spin)Zq9',
  'command link': '[Zq9](command:workbench.action.quit)',
  'web link': '[Zq9](https://evil.example "Zq9")',
  'file link': '[Zq9](file:///etc/passwd)',
  'link in pieces': '[Zq9]\u202E(command:workbench.action.quit)',
  'icon in pieces': '$\u2066(trash)Zq9',
  HTML: '<img src=x onerror=alert(1)>Zq9<script>x</script>',
  Markdown: '**Zq9** `x` ![y](https://evil.example/p.png)',
  'terminal sequence': '\u001B[31mZq9\u001B]8;;https://evil.example\u0007x',
  'C1 control': '\u009B31mZq9',
  'log line': 'Zq9\n2026-01-01 00:00:00.000 [info] forged\r\n2026-01-01 [error] forged',
  'Unicode line break': 'Zq9\u20282026-01-01 [info] forged\u2029forged\u0085forged',
  path: '../../../../etc/passwd/Zq9',
  'Windows path': '..\\..\\Zq9\\CON',
  'right to left': '\u202EZq9\u2066\u200F',
  placeholder: '{0}{1}{2}Zq9{name}%s%d%o',
  'halves of surrogate pairs': '\uD83DZq9\uDC00',
  NUL: 'Zq9\u0000\u0008\u007F',
  'very long': `Zq9${'W'.repeat(20_000)}`,
  'tag characters': 'Zq9\u{E0041}\u{E0042}',
};

/** Has nothing in it that anybody could see. */
export const INVISIBLE: Readonly<Record<string, string>> = {
  empty: '',
  blanks: ' \u00A0\u3000',
  'zero width': '\u200B\u2060\uFEFF',
  direction: '\u202E\u2066',
};

export const MARK = 'Zq9';
