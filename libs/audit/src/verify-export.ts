import { type Checkpoint, isOriginOf, openCheckpoint, openExactCheckpoint } from './checkpoint.js';
import {
  type CheckpointLine,
  type EndLine,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type EventLine,
  type ExportLine,
  readLine,
} from './export-lines.js';
import type { Finding, FindingKind } from './finding.js';
import { base64, sameHash } from './hash.js';
import { eventHash } from './leaf.js';
import { readKey, type VerifierKey } from './note.js';
import { GrowingTree } from './tree.js';

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
  /** Events that were held to their seals, from the first on. */
  readonly events: number;
  /** Checkpoints of the export that held. */
  readonly checkpoints: number;
  /** Kept checkpoints that held. */
  readonly kept: number;
  /** Root over the events, in base64. */
  readonly root: string;
  readonly key: string | null;
  /** Null where all is well. */
  readonly finding: Finding | null;
}

interface Opened {
  readonly tenant: string;
  readonly size: number;
  readonly key: VerifierKey;
}

/** Longest line that is believed, in bytes. */
const LONGEST = 64 * 1_048_576;
const LINE_FEED = 0x0a;

/**
 * Holds an export to its seals, and to what its reader kept, line by line as it arrives; stops at the first difference. Memory
 * does not grow with the export, but for the longest line.
 */
export class ExportVerifier {
  private readonly tree = new GrowingTree();
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private rest: Uint8Array[] = [];
  private restBytes = 0;
  private line = 0;
  private opened: Opened | undefined;
  private ended = false;
  private finding: Finding | undefined;
  private checkpoints = 0;
  /** Events that the last checkpoint that held covers, the export's or a kept one. */
  private sure = 0;
  private sealed = 0;
  private waiting: Checkpoint[] = [];
  private held = 0;

  constructor(private readonly trust: Trust = {}) {}

  /** Takes more of the export. @returns false where a difference was found: nothing more is needed */
  push(chunk: Uint8Array): boolean {
    let begin = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0 && !this.finding; end = chunk.indexOf(LINE_FEED, begin)) {
      this.take(Buffer.concat([...this.rest, chunk.subarray(begin, end)]));
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
    if (this.restBytes > 0) this.find('truncated', { expected: 'end', found: '' });
    if (!this.ended) this.find('truncated', { expected: 'end', found: '' });
    const [ahead] = this.waiting;
    if (ahead) this.find('rolled-back', { until: ahead.size, expected: String(ahead.size), found: String(this.tree.size) });
    return {
      ok: this.finding === undefined,
      tenant: this.opened?.tenant ?? null,
      events: this.tree.size,
      checkpoints: this.checkpoints,
      kept: this.held,
      root: base64(this.tree.root()),
      key: this.opened?.key.name ?? null,
      finding: this.finding ?? null,
    };
  }

  private take(bytes: Uint8Array): void {
    this.line += 1;
    const line = this.read(bytes);
    if (!line || this.ended || (line.kind === 'manifest') !== (this.line === 1)) return this.malformed();
    if (line.kind === 'manifest') this.open(line);
    else if (!this.opened) this.malformed();
    else if (line.kind === 'event') this.event(line, this.opened);
    else if (line.kind === 'checkpoint') this.checkpoint(line, this.opened);
    else this.end(line, this.opened);
  }

  private read(bytes: Uint8Array): ExportLine | undefined {
    try {
      return readLine(this.decoder.decode(bytes));
    } catch {
      return undefined; // no UTF-8
    }
  }

  private open({ format, version, tenant, size, key: text }: Extract<ExportLine, { kind: 'manifest' }>): void {
    if (format !== EXPORT_FORMAT) return this.malformed();
    if (version !== EXPORT_VERSION) return this.find('version', { expected: String(EXPORT_VERSION), found: String(version) });
    const { keys } = this.trust;
    const key = readKey(text);
    if (!key || !isOriginOf(key.name, tenant) || (keys && !keys.includes(text)))
      return this.find('key', { expected: (keys ?? []).join(' '), found: text });
    this.opened = { tenant, size, key };
    this.openKept(key, text);
  }

  private openKept(key: VerifierKey, text: string): void {
    const { keys } = this.trust;
    const trusted = [key, ...(keys ?? []).flatMap((each) => readKey(each) ?? [])].filter(({ name }) => name === key.name);
    for (const note of this.trust.kept ?? []) {
      const kept = trusted.map((each) => openCheckpoint(note, each)).find((each) => each !== undefined);
      if (!kept) return this.find('kept', { expected: text, found: note.split('\n')[0] ?? '' });
      this.waiting.push(kept);
    }
    this.waiting.sort((one, other) => one.size - other.size);
    this.compareKept();
  }

  private event(event: EventLine, { tenant }: Opened): void {
    const next = this.tree.size + 1;
    if (event.position !== next) return this.find('position', { expected: String(next), found: String(event.position) });
    const hash = eventHash(tenant, event);
    if (base64(hash) !== event.leaf) return this.find('altered', { expected: event.leaf, found: base64(hash) });
    this.tree.add(hash);
    this.compareKept();
  }

  private compareKept(): void {
    for (let [kept] = this.waiting; kept?.size === this.tree.size && !this.finding; [kept] = this.waiting) {
      this.waiting.shift();
      if (this.isRoot(kept, 'forked')) this.held += 1;
    }
  }

  private checkpoint({ note }: CheckpointLine, { key }: Opened): void {
    const checkpoint = openExactCheckpoint(note, key);
    const { size } = this.tree;
    if (checkpoint?.size !== size || size <= this.sealed)
      return this.find('checkpoint', {
        position: this.sure + 1,
        until: size + 1,
        expected: `${key.name} ${size}`,
        found: note.split('\n', 2).join(' '),
      });
    if (!this.isRoot(checkpoint, 'root')) return;
    this.sealed = size;
    this.checkpoints += 1;
  }

  private isRoot({ size, root }: Checkpoint, kind: 'root' | 'forked'): boolean {
    const found = this.tree.root();
    if (sameHash(found, root)) this.sure = size;
    else this.find(kind, { position: Math.min(this.sure + 1, size), until: size, expected: base64(root), found: base64(found) });
    return this.finding === undefined;
  }

  private end({ events, checkpoints }: EndLine, { size }: Opened): void {
    const found = this.tree.size;
    if (found < size || this.sealed < size) return this.find('truncated', { expected: String(size), found: String(found) });
    if (found !== size || events !== size || checkpoints !== this.checkpoints)
      return this.find('end', { expected: `${size} ${this.checkpoints}`, found: `${events} ${checkpoints}` });
    this.ended = true;
  }

  private malformed(): void {
    this.find('malformed', { expected: '', found: '' });
  }

  private find(kind: FindingKind, of: Pick<Finding, 'expected' | 'found'> & Partial<Finding>): void {
    const position = of.position ?? this.tree.size + 1;
    this.finding ??= { kind, line: this.line, position, until: position, ...of };
  }
}
