import type { LogOutputChannel } from 'vscode';
import type { ErrorBoundary } from './errorBoundary';
import { Notices } from './notices';
import { Reports } from './report';

/** What tells how something ended. */
export interface Telling {
  readonly notices: Notices;
  readonly reports: Reports;
}

/** Builds it. Loaded with the first thing that can end: rows can do without. */
export function createTelling(boundary: ErrorBoundary, log: LogOutputChannel): Telling {
  return { notices: new Notices(boundary, log), reports: new Reports() };
}
