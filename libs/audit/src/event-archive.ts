import { createHash } from 'node:crypto';
import { eventLine, EXPORT_FORMAT, EXPORT_VERSION, scopeOfEvent, writeLine } from './export-lines.js';
import { base64, type Hash } from './hash.js';
import type { LeafEvent } from './leaf.js';

/** An event, as it was sealed, and the way up from it to a signed checkpoint. */
export interface ProvedEvent {
  readonly tenant: string;
  readonly event: LeafEvent;
  readonly leaf: Hash;
  /** From the leaf up (RFC 9162, 2.1.3). */
  readonly proof: readonly Hash[];
  /** Events that the checkpoint covers. */
  readonly size: number;
  readonly note: string;
  /** The public key that has signed it. */
  readonly key: string;
}

/** An export of one event alone: it is verified as any other. */
export function eventArchive({ tenant, event, leaf, proof, size, note, key }: ProvedEvent): string {
  const { position } = event;
  const scope = scopeOfEvent(position);
  const lines = [
    writeLine({ kind: 'manifest', format: EXPORT_FORMAT, version: EXPORT_VERSION, tenant, scope, size, events: 1, key }),
    writeLine({ kind: 'checkpoint', note }),
    eventLine(event, leaf),
    writeLine({ kind: 'proof', position, hashes: proof.map(base64) }),
  ].join('');
  const sha256 = createHash('sha256').update(lines).digest('base64');
  return `${lines}${writeLine({ kind: 'end', events: 1, checkpoints: 1, persons: 0, sha256 })}`;
}
