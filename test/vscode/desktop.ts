const UPDATE_HOST = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_MS = 5000;

/** Whether desktop VS Code can be downloaded and shown here. KIRIM_VSCODE=desktop or =code-server decides instead. */
export async function canRunDesktop(): Promise<boolean> {
  const wanted = process.env['KIRIM_VSCODE'];
  if (wanted !== undefined && wanted !== 'desktop' && wanted !== 'code-server') {
    throw new Error(`KIRIM_VSCODE may be desktop or code-server, not ${wanted}.`);
  }
  return wanted === undefined ? hasDisplay() && (await isReachable()) : wanted === 'desktop';
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(UPDATE_HOST, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok;
  } catch {
    return false;
  }
}
