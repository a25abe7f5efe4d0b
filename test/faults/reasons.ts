/** Stands for words that are not held here. */
export const ANY_WORDS = '⁂';

/** Why something failed, as far as a person is told. */
export type Reason = keyof typeof SENTENCES;

const SENTENCES = {
  refused: 'KirimChat’s server refused the connection.',
  hostNotFound: 'The address of KirimChat’s server was not found. Are you online?',
  certificate: 'The server’s certificate is not trusted here. A proxy or a company network may be in between.',
  network: 'The connection to KirimChat broke off.',
  timeout: 'KirimChat did not answer in time.',
  unreadable: 'The answer was not one of KirimChat’s. A sign-in page of the network may be in between.',
  stranger: 'The answer was not one of KirimChat’s. A proxy or a sign-in page of the network may be in between.',
  outOfOrder: 'The answer was not one of KirimChat’s. Something on the way to it may be out of order.',
  incomplete: 'KirimChat ended the list too early. What is missing from it may still be there.',
  wrongAddress:
    'The address in the setting “kirimLabels.apiBaseUrl” may be wrong: KirimChat’s end in “/v1”. If it is right, a proxy or a sign-in page of the network may be in between.',
  redirected: 'The answer was not one of KirimChat’s. A sign-in page of the network may be in between.',
  unauthorized: 'KirimChat rejected the API key.',
  expired: 'The API key has expired. Create a new one in KirimChat under Developers → API Keys.',
  forbidden: 'KirimChat does not allow it for this organization: its plan may not include it, or it may be suspended.',
  server: 'Something failed on KirimChat’s side.',
  400: 'KirimChat refused the request. Scripted 400.',
  404: 'KirimChat refused the request. Scripted 404.',
  410: 'KirimChat refused the request. Scripted 410.',
  408: 'KirimChat refused the request. Scripted 408.',
  409: 'KirimChat refused the request. Scripted 409.',
  422: 'KirimChat refused the request. Scripted 422.',
  keyInMessage: 'KirimChat refused the request. The key … is not […]\u2060(command:workbench.action.quit) welcome',
  breakOf2Seconds: 'KirimChat asks for a break of 2 seconds: this organization sent too many requests.',
  breakOfAYear: 'KirimChat asks for a break of 365 days: this organization sent too many requests.',
  break: 'KirimChat asks for a break: this organization sent too many requests.',
} as const;

/** The words for it. */
export function sentenceFor(reason: Reason): string {
  return SENTENCES[reason];
}
