import type { CommandContext } from '../commandContext';

export function showLog({ log }: CommandContext): void {
  log.show();
}
