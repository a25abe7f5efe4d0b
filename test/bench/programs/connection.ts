/** Where a client sends its requests, and with which key. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiKey: string;
}
