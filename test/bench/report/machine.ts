import { cpus } from 'node:os';
import { chosenRelease } from '../../vscode/releases';

/** Where figures come from. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly platform: string;
  /** That runs clients and the extension host. */
  readonly node: string;
  /** Where a window of it was needed. */
  readonly vscode: string;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    cores: all.length,
    cpu: all[0]?.model.trim() ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
    node: chosenRelease().node,
    vscode: chosenRelease().vscode,
  };
}
