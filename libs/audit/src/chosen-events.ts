import { type Checkpoint, openExactCheckpoint } from './checkpoint.js';
import { type CheckpointLine, type EndLine, type EventLine, type ProofLine, scopeOfEvent } from './export-lines.js';
import { base64, EMPTY_ROOT, type Hash, hashFrom, sameHash } from './hash.js';
import { eventHash } from './leaf.js';
import { provesInclusion } from './proofs.js';
import type { Find, Opened } from './whole-log.js';

/**
 * Events chosen from a log, whole streams of it or one event alone: each with the proof that it is in the log of one checkpoint, which
 * stands before them.
 * What was chosen and left out at the end of a stream, nothing can show; what is missing within one, the versions do.
 */
export class ChosenEvents {
  checkpoints = 0;
  held = 0;
  events = 0;
  private last = 0;
  private signed: Checkpoint | undefined;
  private unproved: { readonly position: number; readonly hash: Hash } | undefined;
  /** Last version of each stream that is here. */
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly opened: Opened,
    private readonly tell: Find,
  ) {}

  get place(): number {
    return this.last + 1;
  }

  root(): Hash {
    return this.signed?.root ?? EMPTY_ROOT;
  }

  ahead(): Checkpoint | undefined {
    return this.opened.kept.find(({ size }) => size > this.opened.size);
  }

  checkpoint({ note }: CheckpointLine): void {
    const { key, size, kept } = this.opened;
    const checkpoint = openExactCheckpoint(note, key);
    if (checkpoint?.size !== size || this.signed)
      return this.tell('checkpoint', { expected: `${key.name} ${size}`, found: note.split('\n', 2).join(' ') });
    this.signed = checkpoint;
    this.checkpoints = 1;
    for (const each of kept.filter((other) => other.size === size)) {
      if (!sameHash(each.root, checkpoint.root))
        return this.tell('forked', { position: 1, until: size, expected: base64(each.root), found: base64(checkpoint.root) });
      this.held += 1;
    }
  }

  event(event: EventLine): void {
    const { position, stream, version } = event;
    if (!this.signed || this.unproved) return this.tell('malformed', { expected: '', found: '' });
    if (position < this.place || position > this.opened.size)
      return this.tell('position', { expected: String(this.place), found: String(position) });
    const isAlone = this.opened.scope === scopeOfEvent(position); // nothing is said of the rest of its stream
    const next = isAlone ? version : (this.versions.get(stream) ?? 0) + 1;
    if (version !== next) return this.tell('gap', { position, until: position, expected: String(next), found: String(version) });
    const hash = eventHash(this.opened.tenant, event);
    if (base64(hash) !== event.leaf)
      return this.tell('altered', { position, until: position, expected: event.leaf, found: base64(hash) });
    this.versions.set(stream, version);
    this.unproved = { position, hash };
  }

  proof({ position, hashes }: ProofLine): void {
    const { unproved, signed } = this;
    if (!unproved || !signed || unproved.position !== position) return this.tell('malformed', { expected: '', found: '' });
    const proof = hashes.flatMap((each) => hashFrom(each) ?? []);
    const { size, root } = signed;
    const holds =
      proof.length === hashes.length && provesInclusion({ leaf: position - 1, size, hash: unproved.hash, proof, root });
    if (!holds) return this.tell('unproved', { position, until: position, expected: base64(root), found: '' });
    this.unproved = undefined;
    this.last = position;
    this.events += 1;
  }

  end({ events, checkpoints }: EndLine): void {
    const found = this.events;
    if (!this.signed || this.unproved || found < this.opened.events)
      return this.tell('truncated', { expected: String(this.opened.events), found: String(found) });
    if (found !== this.opened.events || events !== found || checkpoints !== 1)
      this.tell('end', { expected: `${this.opened.events} 1`, found: `${events} ${checkpoints}` });
  }
}
