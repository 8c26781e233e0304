import { GetPlan, GetUnit, IdField, NotFound, NumberField } from '#application';
import { base64, eventArchive, type Hash, type ProvedEvent } from '#audit';
import type { ExportScope } from '#persistence';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import { createGzip, type Gzip, gzipSync } from 'node:zlib';
import { ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { PROOFS, type ProofsOf } from './audit.controller.js';

class ExportQuery {
  @IdField({
    description: 'Only of this plan and all that grew out of it.',
    example: '239-KH-UBND_2022-06-30_vn-10',
    optional: true,
  })
  readonly plan?: string;

  @IdField({ description: 'Only of this unit and all below it; not together with `plan`.', example: 'vn-10.086', optional: true })
  readonly unit?: string;

  @NumberField({
    description: 'Only the event of this position; not together with the others.',
    example: 1,
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  readonly event?: number;
}

class EventQuery {
  @NumberField({ description: 'Position of the event, from 1.', example: 1, min: 1, max: Number.MAX_SAFE_INTEGER })
  readonly position!: number;
}

/** Everything that somebody needs who checks one event on another machine. */
class ProvedEventDto {
  @ApiProperty({ description: 'The tenant.', type: String })
  readonly tenant!: string;

  @ApiProperty({
    description: 'The event in the texts that its leaf is made of: `data` and `because` as they were written.',
    type: 'object',
    additionalProperties: true,
  })
  readonly event!: object;

  @ApiProperty({ description: 'Hash of its leaf, as it was sealed, in base64.', type: String })
  readonly leaf!: string;

  @ApiProperty({ description: 'Hashes from the leaf up, in base64 (RFC 9162, 2.1.3).', type: [String] })
  readonly proof!: string[];

  @ApiProperty({ description: 'Events of the tree.', type: 'integer' })
  readonly size!: number;

  @ApiProperty({ description: 'Root of the tree, in base64.', type: String })
  readonly root!: string;

  @ApiProperty({ description: 'The signed checkpoint of that tree (C2SP tlog-checkpoint).', type: String })
  readonly note!: string;

  @ApiProperty({ description: 'The public key that signed it (C2SP signed-note).', type: String })
  readonly key!: string;
}

const MAY = { action: 'log.read', about: 'nothing' } as const;

/** What auditors take away with them. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditExportController {
  constructor(
    @Inject(PROOFS) private readonly proofs: ProofsOf,
    private readonly reads: Reads,
  ) {}

  @Get('proofs/event')
  @ReadRoute([], {
    may: MAY,
    summary: 'An event with the proof that it is in the sealed log, to be checked elsewhere',
    type: ProvedEventDto,
    problems: [404],
  })
  async event(@Tenant() tenant: string, @Query() { position }: EventQuery): Promise<ProvedEventDto> {
    const { leaf, proof, root, ...rest } = await this.proved(tenant, position);
    return { ...rest, leaf: base64(leaf), proof: proof.map(base64), root: base64(root) };
  }

  /** @throws NotFound where it is not sealed yet, or not there */
  private async proved(tenant: string, position: number): Promise<ProvedEvent & { readonly root: Hash }> {
    const { note, key, size } = (await this.proofs.checkpoint(tenant)) ?? missing(tenant);
    const proved = (await this.proofs.inclusion(tenant, position, size)) ?? missing(String(position));
    const event = (await this.proofs.event(tenant, position)) ?? missing(String(position));
    const { leaf, root, proof } = proved;
    return { tenant, event, leaf, proof, size, root, note, key };
  }

  @Get('export')
  @ApiProduces('application/gzip')
  @ReadRoute([], {
    may: MAY,
    summary: 'An archive of the sealed log, or of a part of it, with its proofs',
    description:
      'Lines of JSON, compressed; `thac audit verify` checks it on any machine. Written as it is read: its end is missing where it broke off, which the check says. Particulars of persons stay encrypted.',
    type: String,
    problems: [404],
  })
  async export(@Tenant() tenant: string, @Query() query: ExportQuery, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.proofs.checkpoint(tenant))) missing(tenant);
    const { plan, unit, event } = query;
    if (event !== undefined) {
      const archive = eventArchive(await this.proved(tenant, event));
      return sendPacked(reply, `thac-${tenant}-event-${event}.jsonl.gz`, gzipSync(archive));
    }
    if (plan !== undefined) await this.reads.ask(tenant, undefined, new GetPlan(tenant, plan));
    else if (unit !== undefined) await this.reads.ask(tenant, undefined, new GetUnit(tenant, unit));
    const gzip = createGzip();
    void this.write(tenant, gzip, scopeOf(plan, unit));
    const name = `thac-${tenant}${(plan ?? unit) ? `-${plan ?? unit}` : ''}.jsonl.gz`;
    await sendPacked(reply, name, gzip);
  }

  /** A batch at a time, as fast as it is taken; ends where nobody takes it any more. */
  private async write(tenant: string, gzip: Gzip, scope: ExportScope): Promise<void> {
    const gone = once(gzip, 'close').catch(() => undefined);
    const take = async (lines: string): Promise<boolean> => {
      if (!gzip.destroyed && !gzip.write(lines)) await Promise.race([once(gzip, 'drain').catch(() => undefined), gone]);
      return !gzip.destroyed;
    };
    try {
      await this.proofs.archive(tenant, take, scope);
      gzip.end();
    } catch (error) {
      gzip.destroy(error as Error);
    }
  }
}

async function sendPacked(reply: FastifyReply, name: string, packed: Gzip | Buffer): Promise<void> {
  await reply
    .type('application/gzip')
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(packed);
}

function scopeOf(plan: string | undefined, unit: string | undefined): ExportScope {
  if (plan !== undefined) return { chosen: { kind: 'plan', id: plan } };
  return unit === undefined ? {} : { chosen: { kind: 'unit', id: unit } };
}

function missing(id: string): never {
  throw new NotFound('checkpoint', id);
}
