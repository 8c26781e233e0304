import type { Pool } from 'pg';
import {
  carryOut,
  consistencyPlan,
  type Hash,
  inclusionPlan,
  type LeafEvent,
  type ProofPlan,
  Tiles,
  tilesFor,
  tilesForRoot,
  rootOf,
} from '#audit';
import { type Exported, exportLog, type ExportScope, type LineTaker } from './export-log.js';
import { LAST_CHECKPOINT, READ_LEAVES } from './seals.sql.js';
import { readTiles } from './tiles.js';

/** The newest checkpoint of a tenant's log. */
export interface SealedCheckpoint {
  /** Events that it covers. */
  readonly size: number;
  /** As it was signed (C2SP tlog-checkpoint). */
  readonly note: string;
  /** The key that signed it, as C2SP signed-note writes it. */
  readonly key: string;
  /** When, by the database's clock: UTC, ISO 8601. */
  readonly sealedAt: string;
}

/** That the event at a position is in the tree of `size` events. */
export interface InclusionProof {
  /** From 1. */
  readonly position: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** That the first `from` of `to` events are those that there were once. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Hash;
  readonly toRoot: Hash;
  readonly proof: readonly Hash[];
}

/** Proofs about sealed logs, each from a handful of tiles. */
export class ProofBook {
  constructor(private readonly pool: Pool) {}

  /** @returns undefined where nothing is sealed yet */
  async checkpoint(tenant: string): Promise<SealedCheckpoint | undefined> {
    return (await this.pool.query<SealedCheckpoint>(LAST_CHECKPOINT, [tenant])).rows[0];
  }

  /** In the tree of the newest checkpoint unless a size is named. @returns undefined where that is not sealed */
  async inclusion(tenant: string, position: number, size?: number): Promise<InclusionProof | undefined> {
    const sealed = (await this.checkpoint(tenant))?.size ?? 0;
    const of = size ?? sealed;
    if (position < 1 || position > of || of > sealed) return undefined;
    const plan = inclusionPlan(position - 1, of);
    const leaf = { level: 0, index: position - 1 };
    const { hashOf } = await this.tiles(tenant, [...plan, [leaf]], [of]);
    return { position, size: of, leaf: hashOf(leaf), root: rootOf(of, hashOf), proof: carryOut(plan, hashOf) };
  }

  /** The event at a position, in the texts that its leaf is made of. @returns undefined where there is none */
  async event(tenant: string, position: number): Promise<LeafEvent | undefined> {
    return (await this.pool.query<LeafEvent>(READ_LEAVES, [tenant, position - 1, position, 1])).rows[0];
  }

  /** Writes the log up to its newest checkpoint, or a part of it: see {@link exportLog}. @throws AuditFault */
  archive(tenant: string, take: LineTaker, scope: ExportScope = {}): Promise<Exported> {
    return exportLog(this.pool, tenant, take, scope);
  }

  /** With the newest checkpoint unless a later size is named. @returns undefined where one of them is not sealed */
  async consistency(tenant: string, from: number, to?: number): Promise<ConsistencyProof | undefined> {
    const sealed = (await this.checkpoint(tenant))?.size ?? 0;
    const later = to ?? sealed;
    if (from < 1 || from > later || later > sealed) return undefined;
    const plan = consistencyPlan(from, later);
    const { hashOf } = await this.tiles(tenant, plan, [from, later]);
    return { from, to: later, fromRoot: rootOf(from, hashOf), toRoot: rootOf(later, hashOf), proof: carryOut(plan, hashOf) };
  }

  private async tiles(tenant: string, plan: ProofPlan, sizes: readonly number[]): Promise<Tiles> {
    return new Tiles(await readTiles(this.pool, tenant, [...tilesFor(plan), ...sizes.flatMap(tilesForRoot)]));
  }
}
