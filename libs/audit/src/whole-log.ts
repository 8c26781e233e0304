import { type Checkpoint, openExactCheckpoint } from './checkpoint.js';
import type { CheckpointLine, EndLine, EventLine } from './export-lines.js';
import type { Finding, FindingKind } from './finding.js';
import { base64, type Hash, sameHash } from './hash.js';
import { eventHash } from './leaf.js';
import type { VerifierKey } from './note.js';
import { GrowingTree } from './tree.js';

/** Tells of a difference; only the first one counts. */
export type Find = (kind: FindingKind, of: Pick<Finding, 'expected' | 'found'> & Partial<Finding>) => void;

/** Whose log is read, and what it says of itself. */
export interface Opened {
  readonly tenant: string;
  /** What of the log is here. */
  readonly scope: string;
  readonly size: number;
  /** Events that the export says that it holds. */
  readonly events: number;
  readonly key: VerifierKey;
  /** Checkpoints that the reader kept, the smallest first. */
  readonly kept: readonly Checkpoint[];
}

/** Every event of a log, in order: the tree is built anew and held to each checkpoint on the way. */
export class WholeLog {
  checkpoints = 0;
  held = 0;
  private readonly tree = new GrowingTree();
  private readonly waiting: Checkpoint[];
  /** Events that the last checkpoint that held covers, the export's or a kept one. */
  private sure = 0;
  private sealed = 0;

  constructor(
    private readonly opened: Opened,
    private readonly tell: Find,
  ) {
    this.waiting = [...opened.kept];
    this.compareKept();
  }

  get events(): number {
    return this.tree.size;
  }

  /** Where a difference is that no line names. */
  get place(): number {
    return this.tree.size + 1;
  }

  root(): Hash {
    return this.tree.root();
  }

  /** A kept checkpoint that the log does not reach. */
  ahead(): Checkpoint | undefined {
    return this.waiting[0];
  }

  event(event: EventLine): void {
    const next = this.place;
    if (event.position !== next) return this.tell('position', { expected: String(next), found: String(event.position) });
    const hash = eventHash(this.opened.tenant, event);
    if (base64(hash) !== event.leaf) return this.tell('altered', { expected: event.leaf, found: base64(hash) });
    this.tree.add(hash);
    this.compareKept();
  }

  /** Whole logs have none: their events are all here. */
  proof(): void {
    this.tell('malformed', { expected: '', found: '' });
  }

  checkpoint({ note }: CheckpointLine): void {
    const { key } = this.opened;
    const checkpoint = openExactCheckpoint(note, key);
    const { size } = this.tree;
    if (checkpoint?.size !== size || size <= this.sealed)
      return this.tell('checkpoint', {
        position: this.sure + 1,
        until: size + 1,
        expected: `${key.name} ${size}`,
        found: note.split('\n', 2).join(' '),
      });
    if (!this.isRoot(checkpoint, 'root')) return;
    this.sealed = size;
    this.checkpoints += 1;
  }

  end({ events, checkpoints }: EndLine): void {
    const { size } = this.opened;
    const found = this.tree.size;
    if (found < size || this.sealed < size) return this.tell('truncated', { expected: String(size), found: String(found) });
    if (found !== size || events !== size || this.opened.events !== size || checkpoints !== this.checkpoints)
      this.tell('end', { expected: `${size} ${this.checkpoints}`, found: `${events} ${checkpoints}` });
  }

  private compareKept(): void {
    for (let [kept] = this.waiting; kept?.size === this.tree.size; [kept] = this.waiting) {
      this.waiting.shift();
      if (!this.isRoot(kept, 'forked')) return;
      this.held += 1;
    }
  }

  private isRoot({ size, root }: Checkpoint, kind: 'root' | 'forked'): boolean {
    const found = this.tree.root();
    const isSame = sameHash(found, root);
    if (isSame) this.sure = size;
    else this.tell(kind, { position: Math.min(this.sure + 1, size), until: size, expected: base64(root), found: base64(found) });
    return isSame;
  }
}
