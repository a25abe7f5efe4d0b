type Headers = Readonly<Record<string, string>>;

/** How far reads are behind: a change shows only after so many more requests of the organization, or milliseconds. */
type ReadLag = { readonly requests: number } | { readonly ms: number };

/** What the documentation leaves open, or says in two ways, and how this stand-in does it. A test may change it at any time. */
export interface Variations {
  /** What a name is stored as that the API was given. */
  storedName: (name: string) => string;
  /** Of the answer to a POST. */
  createdStatus: 200 | 201;
  /** The id of a new label, made from the one that it would have. */
  labelId: (id: string) => string;
  /** What confirms a deletion: all that the schema requires, or what the page's example has, without an id. */
  deletion: 'schema' | 'example';
  /** What `GET /me` answers: as documented, a 404, a 500, or JSON that is something else. */
  me: 'documented' | 'missing' | 'failing' | 'unreadable';
  /** What becomes of them on the way, in a gateway for one. */
  rateLimitHeaders: (headers: Headers) => Headers;
  /** Whether pages of other origins may call it, as the web extension host of VS Code is one. Nothing is documented of that. */
  cors: boolean;
  /** Unless given, a read sees every write before it. */
  readLag: ReadLag | undefined;
}

/** As the documentation is read by most. */
export function documented(): Variations {
  return {
    storedName: (name) => name,
    createdStatus: 201,
    labelId: (id) => id,
    deletion: 'schema',
    me: 'documented',
    rateLimitHeaders: (headers) => headers,
    cors: false,
    readLag: undefined,
  };
}

/** Other ways to store a name. */
export const STORED_NAMES = {
  trimmed: (name: string) => name.trim(),
  /** One form for letters that can be written in two. */
  composed: (name: string) => name.trim().normalize('NFC'),
};

/** Other ways to send the headers of the rate limits. */
export const RATE_LIMIT_HEADERS = {
  absent: () => ({}),
  /** As they arrive where two servers in a row add them. */
  doubled: (headers: Headers) => mapped(headers, (value) => `${value}, ${value}`),
  /** As others write them: a policy after the limit, and a fraction. */
  odd: ({ 'X-RateLimit-Limit': limit = '', 'X-RateLimit-Remaining': remaining = '', ...others }: Headers) => ({
    ...others,
    'X-RateLimit-Limit': `${limit};w=60`,
    'X-RateLimit-Remaining': `${remaining}.5`,
  }),
  nonsense: (headers: Headers) => mapped(headers, () => 'many'),
};

/** Ids of other shapes: they are opaque. */
export const LABEL_IDS = {
  lower: (id: string) => id.toLowerCase(),
  uuid: (id: string) =>
    id
      .slice(-24)
      .toLowerCase()
      .replace(/^(.{8})(.{4})(.{4})/, '$1-$2-$3-'),
  /** One path segment, but only once it is encoded. */
  reserved: (id: string) => `label/${id.slice(-6)}?a=1#é %2F`,
};

function mapped(headers: Headers, change: (value: string) => string): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(value)]));
}
