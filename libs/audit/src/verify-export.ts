import { createHash } from 'node:crypto';
import { ChosenEvents } from './chosen-events.js';
import { type Checkpoint, isOriginOf, openCheckpoint } from './checkpoint.js';
import {
  type EndLine,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportLine,
  type ManifestLine,
  type PersonLine,
  readLine,
  WHOLE,
} from './export-lines.js';
import type { Finding, FindingKind } from './finding.js';
import { base64, EMPTY_ROOT, fromBase64 } from './hash.js';
import { readKey, type VerifierKey } from './note.js';
import { type Find, WholeLog } from './whole-log.js';

/** What the reader of an export trusts besides it. */
export interface Trust {
  /** Keys, as C2SP signed-note writes them: one of them has to be the export's. */
  readonly keys?: readonly string[];
  /** Notes of checkpoints that were kept. */
  readonly kept?: readonly string[];
}

/** What came of a verification. */
export interface Verdict {
  readonly ok: boolean;
  readonly tenant: string | null;
  /** What of the log is here: `whole`, or what was chosen. */
  readonly scope: string | null;
  /** Events that were held to their seals, from the first on. */
  readonly events: number;
  /** Checkpoints of the export that held. */
  readonly checkpoints: number;
  /** Kept checkpoints that held. */
  readonly kept: number;
  /** Persons whose particulars, encrypted, are here. */
  readonly persons: number;
  /** Root over the events, or, where events were chosen, of the checkpoint; in base64. */
  readonly root: string;
  readonly key: string | null;
  /** Null where all is well. */
  readonly finding: Finding | null;
}

const whoseOf = (manifest: ManifestLine | undefined): Pick<Verdict, 'tenant' | 'scope'> =>
  manifest ? { tenant: manifest.tenant, scope: manifest.scope } : { tenant: null, scope: null };

/** Longest line that is believed, in bytes. */
const LONGEST = 64 * 1_048_576;
const LINE_FEED = 0x0a;
/** Bytes of a key of particulars. */
const KEY_BYTES = 32;

/**
 * Holds an export to its seals, and to what its reader kept, line by line as it arrives; stops at the first difference. Memory
 * does not grow with a whole log, but for the longest line; of chosen events it holds the names of their streams.
 */
export class ExportVerifier {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly digest = createHash('sha256');
  private rest: Uint8Array[] = [];
  private restBytes = 0;
  private line = 0;
  private manifest: ManifestLine | undefined;
  private key: VerifierKey | undefined;
  private log: WholeLog | ChosenEvents | undefined;
  private ended = false;
  private finding: Finding | undefined;
  private persons = 0;
  /** The person of the line before, or of an earlier one once its key was read. */
  private person: PersonLine | undefined;
  private hasKey = false;

  /** @param taker is given each line that held so far; those of chosen events before their proof was read */
  constructor(
    private readonly trust: Trust = {},
    private readonly taker?: (line: ExportLine) => void,
  ) {}

  /** Takes more of the export. @returns false where a difference was found: nothing more is needed */
  push(chunk: Uint8Array): boolean {
    let begin = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0 && !this.finding; end = chunk.indexOf(LINE_FEED, begin)) {
      this.take(Buffer.concat([...this.rest, chunk.subarray(begin, end + 1)]));
      [this.rest, this.restBytes, begin] = [[], 0, end + 1];
    }
    if (begin < chunk.length) {
      this.rest.push(chunk.subarray(begin));
      this.restBytes += chunk.length - begin;
    }
    if (this.restBytes > LONGEST) this.malformed();
    return this.finding === undefined;
  }

  /** Says that the file could not be unpacked any further. */
  damaged(reason: string): void {
    this.find('damaged', { expected: 'gzip', found: reason });
  }

  /** After the last byte. */
  finish(): Verdict {
    if (this.restBytes > 0 || !this.ended) this.find('truncated', { expected: 'end', found: '' });
    const { log, manifest } = this;
    if (log && manifest) this.expectKept(log, manifest);
    const { events, checkpoints, held: kept } = log ?? { events: 0, checkpoints: 0, held: 0 };
    return {
      ok: this.finding === undefined,
      ...whoseOf(log && manifest),
      events,
      checkpoints,
      kept,
      persons: this.persons,
      root: base64(log?.root() ?? EMPTY_ROOT),
      key: this.key?.name ?? null,
      finding: this.finding ?? null,
    };
  }

  private expectKept(log: WholeLog | ChosenEvents, { scope, size }: ManifestLine): void {
    const ahead = log.ahead();
    if (!ahead) return;
    const found = String(scope === WHOLE ? log.events : size);
    this.find('rolled-back', { until: ahead.size, expected: String(ahead.size), found });
  }

  private take(bytes: Uint8Array): void {
    this.line += 1;
    const line = this.read(bytes.subarray(0, -1));
    if (!line || this.ended || (line.kind === 'manifest') !== (this.line === 1)) return this.malformed();
    if (line.kind === 'end') this.end(line);
    else this.digest.update(bytes);
    if (line.kind === 'manifest') this.open(line);
    else if (line.kind === 'person') this.takePerson(line);
    else if (line.kind === 'key') this.takeKey(line);
    else if (line.kind !== 'end') this.takeOfLog(line);
    if (!this.finding) this.taker?.(line);
  }

  private read(bytes: Uint8Array): ExportLine | undefined {
    try {
      return readLine(this.decoder.decode(bytes));
    } catch {
      return undefined; // no UTF-8
    }
  }

  private open(manifest: ManifestLine): void {
    const { format, version, tenant, scope, size, events, key: text } = manifest;
    if (format !== EXPORT_FORMAT) return this.malformed();
    if (version !== EXPORT_VERSION) return this.find('version', { expected: String(EXPORT_VERSION), found: String(version) });
    const { keys } = this.trust;
    const key = readKey(text);
    if (!key || !isOriginOf(key.name, tenant) || (keys && !keys.includes(text)))
      return this.find('key', { expected: (keys ?? []).join(' '), found: text });
    this.manifest = manifest;
    this.key = key;
    const kept = this.keptUnder(key, text);
    if (!kept) return;
    const opened = { tenant, scope, size, events, key, kept };
    const tell: Find = (kind, of) => this.find(kind, of);
    this.log = scope === WHOLE ? new WholeLog(opened, tell) : new ChosenEvents(opened, tell);
  }

  /** What the reader kept of this log; undefined where a note is none of it. */
  private keptUnder(key: VerifierKey, text: string): readonly Checkpoint[] | undefined {
    const { keys } = this.trust;
    const trusted = [key, ...(keys ?? []).flatMap((each) => readKey(each) ?? [])].filter(({ name }) => name === key.name);
    const notes: Checkpoint[] = [];
    for (const note of this.trust.kept ?? []) {
      const kept = trusted.map((each) => openCheckpoint(note, each)).find((each) => each !== undefined);
      if (kept) notes.push(kept);
      else this.find('kept', { expected: text, found: note.split('\n')[0] ?? '' });
    }
    return this.finding ? undefined : notes.sort((one, other) => one.size - other.size);
  }

  private takeOfLog(line: Exclude<ExportLine, { kind: 'manifest' | 'person' | 'key' | 'end' }>): void {
    const { log } = this;
    if (!log || this.persons > 0) this.malformed();
    else if (line.kind === 'event') log.event(line);
    else if (line.kind === 'proof') log.proof(line);
    else log.checkpoint(line);
  }

  /** Persons stand behind the events, each once, in the order of their ids. */
  private takePerson(line: PersonLine): void {
    const isNext = !this.person || Buffer.compare(Buffer.from(this.person.person), Buffer.from(line.person)) < 0;
    const isText = line.sealed === null || fromBase64(line.sealed) !== undefined;
    if (!this.log || !isNext || !isText) return this.malformed();
    this.persons += 1;
    this.person = line;
    this.hasKey = false;
  }

  private takeKey({ person, key }: Extract<ExportLine, { kind: 'key' }>): void {
    const isKey = fromBase64(key)?.length === KEY_BYTES;
    if (this.person?.person !== person || this.person.erased !== null || this.hasKey || !isKey) return this.malformed();
    this.hasKey = true;
  }

  private end(line: EndLine): void {
    if (!this.log) return this.malformed();
    this.log.end(line);
    const digest = this.digest.digest('base64');
    if (line.persons !== this.persons) this.find('end', { expected: String(this.persons), found: String(line.persons) });
    if (line.sha256 !== digest) this.find('digest', { expected: line.sha256, found: digest });
    this.ended = true;
  }

  private malformed(): void {
    this.find('malformed', { expected: '', found: '' });
  }

  private find(kind: FindingKind, of: Pick<Finding, 'expected' | 'found'> & Partial<Finding>): void {
    const position = of.position ?? this.log?.place ?? 1;
    this.finding ??= { kind, line: this.line, position, until: position, ...of };
  }
}
