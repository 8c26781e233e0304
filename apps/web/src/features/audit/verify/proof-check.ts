/**
 * Checks an event against the signed checkpoint, here in the browser: leaf, way up the tree, root, signature. By the same forms as
 * `libs/audit`, with the browser's own cryptography; a test holds the two together.
 */

/** An event in the texts that its leaf is made of, and its proof. */
export interface ProvedEvent {
  readonly tenant: string;
  readonly event: Readonly<Record<string, string | number | null>>;
  readonly proof: readonly string[];
  readonly size: number;
  readonly note: string;
  readonly key: string;
}

/** `unknown` where the browser knows no Ed25519. */
export interface Verdict {
  /** The tree of the checkpoint holds exactly this event at its place. */
  readonly isIncluded: boolean;
  /** The key has signed the checkpoint. */
  readonly isSigned: boolean | 'unknown';
}

type Bytes = Uint8Array<ArrayBuffer>;

const FORM = 'thac-leaf/1\n';
const NULL = 0xff_ff_ff_ff;
const KEY_BYTES = 32;
const SIGNED_BY = '— ';
const ID_BYTES = 4;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const same = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** @returns whether each part of the proof holds; never throws for texts that are none */
export async function checkProof(proved: ProvedEvent): Promise<Verdict> {
  try {
    const { text, signatures } = partsOf(proved.note);
    const [, size = '', root = ''] = text.split('\n');
    const isIncluded = Number(size) === proved.size && (await climbs(proved, fromBase64(root)));
    return { isIncluded, isSigned: await isSigned(text, signatures, proved.key) };
  } catch {
    return { isIncluded: false, isSigned: false };
  }
}

async function leafHash({ tenant, event }: ProvedEvent): Promise<Bytes> {
  const hashed = async (text: unknown): Promise<Bytes | null> => (text === null ? null : sha256(utf8(String(text))));
  const names = ['position', 'stream', 'version', 'type', 'v', 'at'] as const;
  const fields = [
    utf8(tenant),
    ...names.map((name) => utf8(String(event[name]))),
    event['actor'] === null ? null : utf8(String(event['actor'])),
    utf8(String(event['recordedAt'])),
    await hashed(event['data']),
    await hashed(event['because']),
  ];
  const framed = fields.flatMap((field) => [lengthOf(field), ...(field ? [field] : [])]);
  return sha256(joined([Uint8Array.of(0), utf8(FORM), ...framed]));
}

function lengthOf(field: Bytes | null): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, field?.length ?? NULL);
  return bytes;
}

/** RFC 9162, 2.1.3.2. */
async function climbs(proved: ProvedEvent, root: Bytes): Promise<boolean> {
  let [place, last] = [Number(proved.event['position']) - 1, proved.size - 1];
  if (place < 0 || place > last) return false;
  let found = await leafHash(proved);
  for (const text of proved.proof) {
    if (last === 0) return false;
    const other = fromBase64(text);
    const isLeft = place % 2 === 1 || place === last;
    found = await sha256(joined([Uint8Array.of(1), ...(isLeft ? [other, found] : [found, other])]));
    for (; isLeft && place % 2 === 0 && place !== 0; last = Math.floor(last / 2)) place = Math.floor(place / 2);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(found, root);
}

/** C2SP signed-note: the text with its last line feed, and the lines that sign it. */
function partsOf(note: string): { readonly text: string; readonly signatures: readonly string[] } {
  const end = note.lastIndexOf('\n\n');
  return {
    text: note.slice(0, end + 1),
    signatures: note
      .slice(end + 2)
      .split('\n')
      .filter(Boolean),
  };
}

async function isSigned(text: string, signatures: readonly string[], key: string): Promise<boolean | 'unknown'> {
  const [, name = '', encoded = ''] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/u.exec(key) ?? [];
  const typed = fromBase64(encoded);
  const line = signatures.find((each) => each.startsWith(`${SIGNED_BY}${name} `));
  if (line === undefined || typed.length !== 1 + KEY_BYTES || !text.startsWith(`${name}\n`)) return false;
  const signature = fromBase64(line.slice(SIGNED_BY.length + name.length + 1)).slice(ID_BYTES);
  try {
    const verifier = await crypto.subtle.importKey('raw', typed.slice(1), { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, verifier, signature, utf8(text));
  } catch {
    return 'unknown';
  }
}
