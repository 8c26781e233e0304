import { NotFound, NumberField } from '#application';
import { base64, openCheckpoint, readKey } from '#audit';
import type { ProofBook } from '#persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';

/** Proofs about the sealed log. */
export const PROOFS = Symbol('Proofs');

/** What the routes ask of it. */
export type ProofsOf = Pick<ProofBook, 'checkpoint' | 'inclusion' | 'consistency' | 'event' | 'archive'>;

/** Where nothing is sealed. */
export const NO_PROOFS: ProofsOf = {
  checkpoint: async () => undefined,
  inclusion: async () => undefined,
  consistency: async () => undefined,
  event: async () => undefined,
  archive: async (tenant) => {
    throw new NotFound('checkpoint', tenant);
  },
};

const HASH = { type: String, example: 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=' } as const;
const COUNT = { example: 1, min: 1, max: Number.MAX_SAFE_INTEGER } as const;

class InclusionQuery {
  @NumberField({ description: 'Position of the event, from 1.', ...COUNT })
  readonly position!: number;

  @NumberField({ description: 'Events of the tree; those of the newest checkpoint unless told.', ...COUNT, optional: true })
  readonly size?: number;
}

class ConsistencyQuery {
  @NumberField({ description: 'Events of the earlier tree, such as those of a kept checkpoint.', ...COUNT })
  readonly from!: number;

  @NumberField({ description: 'Events of the later tree; those of the newest checkpoint unless told.', ...COUNT, optional: true })
  readonly to?: number;
}

class CheckpointDto {
  @ApiProperty({ description: 'Events that it covers.', type: 'integer' })
  readonly size!: number;

  @ApiProperty({ description: 'Root over them, in base64.', ...HASH })
  readonly root!: string;

  @ApiProperty({ description: 'The signed note itself (C2SP tlog-checkpoint). Keep it.', type: String })
  readonly note!: string;

  @ApiProperty({ description: 'The public key that signed it (C2SP signed-note).', type: String })
  readonly key!: string;

  @ApiProperty({ description: 'When it was signed.', type: String, format: 'date-time' })
  readonly sealedAt!: string;
}

class InclusionProofDto {
  @ApiProperty({ description: 'Position of the event, from 1.', type: 'integer' })
  readonly position!: number;

  @ApiProperty({ description: 'Events of the tree.', type: 'integer' })
  readonly size!: number;

  @ApiProperty({ description: 'Hash of the event’s leaf, in base64.', ...HASH })
  readonly leaf!: string;

  @ApiProperty({ description: 'Root of the tree, in base64.', ...HASH })
  readonly root!: string;

  @ApiProperty({ description: 'Hashes from the leaf up, in base64 (RFC 9162, 2.1.3).', type: [String] })
  readonly proof!: string[];
}

class ConsistencyProofDto {
  @ApiProperty({ description: 'Events of the earlier tree.', type: 'integer' })
  readonly from!: number;

  @ApiProperty({ description: 'Events of the later tree.', type: 'integer' })
  readonly to!: number;

  @ApiProperty({ description: 'Root of the earlier tree, in base64.', ...HASH })
  readonly fromRoot!: string;

  @ApiProperty({ description: 'Root of the later tree, in base64.', ...HASH })
  readonly toRoot!: string;

  @ApiProperty({ description: 'Hashes in base64 (RFC 9162, 2.1.4).', type: [String] })
  readonly proof!: string[];
}

/** What auditors check the log by, without trusting those who run it. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(PROOFS) private readonly proofs: ProofsOf) {}

  @Get('checkpoint')
  @ReadRoute([], {
    may: { action: 'log.prove', about: 'nothing' },
    summary: 'The newest signed checkpoint of the log',
    description: 'Whoever keeps it can show later that nothing of what it covers was changed.',
    type: CheckpointDto,
    problems: [404],
  })
  async checkpoint(@Tenant() tenant: string): Promise<CheckpointDto> {
    const { size, note, key, sealedAt } = (await this.proofs.checkpoint(tenant)) ?? missing(tenant);
    const opened = readKey(key);
    const root = opened && openCheckpoint(note, opened)?.root;
    return { size, root: root ? base64(root) : '', note, key, sealedAt };
  }

  @Get('proofs/inclusion')
  @ReadRoute([], {
    may: { action: 'log.prove', about: 'nothing' },
    summary: 'Proof that an event is in the sealed log',
    type: InclusionProofDto,
    problems: [404],
  })
  async inclusion(@Tenant() tenant: string, @Query() { position, size }: InclusionQuery): Promise<InclusionProofDto> {
    const found = (await this.proofs.inclusion(tenant, position, size)) ?? missing(`${position}/${size ?? ''}`);
    return { ...found, leaf: base64(found.leaf), root: base64(found.root), proof: found.proof.map(base64) };
  }

  @Get('proofs/consistency')
  @ReadRoute([], {
    may: { action: 'log.prove', about: 'nothing' },
    summary: 'Proof that the log of a checkpoint is the beginning of a later one',
    type: ConsistencyProofDto,
    problems: [404],
  })
  async consistency(@Tenant() tenant: string, @Query() { from, to }: ConsistencyQuery): Promise<ConsistencyProofDto> {
    const found = (await this.proofs.consistency(tenant, from, to)) ?? missing(`${from}/${to ?? ''}`);
    return { ...found, fromRoot: base64(found.fromRoot), toRoot: base64(found.toRoot), proof: found.proof.map(base64) };
  }
}

function missing(id: string): never {
  throw new NotFound('checkpoint', id);
}
