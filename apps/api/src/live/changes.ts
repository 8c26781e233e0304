import type { EventStore } from '#event-store';
import type { TouchedByLog } from '#persistence';

/** Tells what a stretch of the log touched, for the house itself. */
export interface ChangesOf {
  /** @param after, upTo positions, the latter included */
  between(tenant: string, after: number, upTo: number): Promise<TouchedByLog>;
}

/** For what tells where the log has changed something. */
export const CHANGES = Symbol('Changes');

const PAGE = 1_000;

/** Where nothing finds it faster: reads the log itself. It knows of no desks but those of the units whose work it is. */
export const changesOver = (store: EventStore): ChangesOf => ({
  between: async (tenant, after, upTo) => {
    const streams = new Set<string>();
    for (let position = after; position < upTo; position += PAGE) {
      const events = await store.readAll(tenant, position, Math.min(PAGE, upTo - position));
      for (const { stream } of events) streams.add(stream);
    }
    return { streams: [...streams], desks: [] };
  },
});

/** Documents of the house that everybody with a role may read. */
export type DocumentKind = 'plans' | 'rules' | 'organisation' | 'calendars';

/** What was touched at once, sorted by whom it may be told. */
export interface Touched {
  /** Plans under which something happened, by the unit whose work it is. */
  readonly work: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those plans, by whose they are. */
  readonly issued: ReadonlyMap<string, ReadonlySet<string>>;
  readonly desks: ReadonlySet<string>;
  readonly documents: ReadonlySet<DocumentKind>;
  /** Users whose rights or names changed. */
  readonly people: ReadonlySet<string>;
}

/** Who issued a plan, as far as that is known. */
export type IssuerOf = (plan: string) => Promise<string | undefined>;

const DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  documents: 'plans',
  plan: 'plans',
  rules: 'rules',
  organisation: 'organisation',
  calendar: 'calendars',
};
const PEOPLE = new Set(['user', 'person']);

/** Sorts what a stretch of the log touched. */
export async function sortedOut({ streams, desks }: TouchedByLog, issuerOf: IssuerOf): Promise<Touched> {
  const [work, issued] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const [documents, people] = [new Set<DocumentKind>(), new Set<string>()];
  for (const stream of streams) {
    const [kind = '', first = '', unit = ''] = stream.split('/');
    const document = DOCUMENTS[kind];
    if (kind === 'unit-plan') add(work, unit, first);
    else if (PEOPLE.has(kind)) people.add(first);
    else if (document) documents.add(document);
  }
  for (const plan of new Set([...work.values()].flatMap((plans) => [...plans]))) {
    const issuer = await issuerOf(plan);
    if (issuer !== undefined) add(issued, issuer, plan);
  }
  return { work, issued, desks: new Set(desks), documents, people };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
