import { vi } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { Label } from '../../../../src/api/schema';
import { window } from '../../fakeVscode';

/** All that is said of one thing, on a page that a person can read through. A text that changes is a line in its difference. */
export class Page {
  readonly #lines: string[] = [];

  /** @param said below the heading; what is empty is left out, and '\n' is a blank line. */
  add(heading: string, ...said: readonly (string | undefined)[]): void {
    const lines = said.flatMap((text) => (text === '\n' ? [''] : text ? text.split('\n') : []));
    this.#lines.push(`## ${heading}`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '');
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

/** What is known of the write limit; nothing where it is left out. */
interface Budget {
  readonly secondsFor?: number;
  readonly left?: number;
  readonly areMissing?: boolean;
  readonly isLimitKnown?: boolean;
}

/** An organization, as far as words are about it. */
export function sessionOf(
  organizationName: string | undefined,
  labels: readonly Label[] = [],
  { budget = {}, ...more }: Partial<Session> & { readonly budget?: Budget; readonly isComplete?: boolean } = {},
): Session {
  return {
    organizationName,
    baseUrl: { host: 'api.kirim.chat', href: 'https://api.kirim.chat/v1' },
    isSample: false,
    isOneOfSeveral: false,
    labels: { labels, latest: { isComplete: more.isComplete ?? true } },
    client: { writeBudget: budgetOf(budget) },
    ...more,
  } as unknown as Session;
}

export function budgetOf({ secondsFor, left, areMissing = false, isLimitKnown = true }: Budget) {
  const headers = { limitPerMinute: 60, areMissing, isLimitKnown };
  const toldAtMs = left === undefined ? undefined : new Date(2026, 0, 2, 15, 4).getTime();
  return { secondsFor: () => secondsFor, headers, limitPerMinute: 60, level: left, toldAtMs };
}

/** A question as it is on screen. */
interface Asked {
  readonly question: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** What a prompt asks, and what it resolves with for each of its buttons and for Escape. */
export async function askedBy<T>(prompt: () => Promise<T>): Promise<Asked & { readonly answers: readonly unknown[] }> {
  let asked: Asked = { question: '', detail: '', buttons: [] };
  const answers: unknown[] = [];
  for (let pressed = 0; pressed <= asked.buttons.length; pressed += 1) {
    const show = (
      question: string,
      options: { readonly detail?: string },
      ...buttons: { readonly title: string }[]
    ) => {
      asked = { question, detail: options.detail ?? '', buttons: buttons.map(({ title }) => title) };
      return Promise.resolve(buttons[pressed]);
    };
    vi.spyOn(window, 'showWarningMessage').mockImplementation(show as never);
    vi.spyOn(window, 'showInformationMessage').mockImplementation(show as never);
    answers.push(await prompt().catch((error: unknown) => error));
  }
  return { ...asked, answers };
}
