import { ChangeOrganisation, ChangeOrganisationBody, ReorganisationDto } from '#application';
import type { UnitId } from '#engine';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WriteRoute } from '../docs/described.js';
import { markReplayed } from '../http/answers.js';
import { type Write, WriteScoped } from '../http/params.js';
import { given } from './page-request.js';

@ApiTags('units')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(private readonly commands: CommandBus) {}

  @Post('changes')
  @WriteRoute([], {
    may: { action: 'organisation.change', about: 'actor' },
    summary: 'Found, rename, move and end units from a day on',
    description:
      'Open work of units that end goes to their successors or ends for a reason, and what others owe finds its new way, plan by plan, before the answer comes: with many plans that takes minutes. Asked again under the same key, nothing is recorded a second time. What lies ahead happens on its day. Up to 32 MB.',
    status: 201,
    type: ReorganisationDto,
    problems: [413, 422],
  })
  async change(
    @WriteScoped() write: Write,
    @Body() { actor, ...changes }: ChangeOrganisationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReorganisationDto> {
    const done = await this.commands.execute(new ChangeOrganisation({ ...write, actor: actor as UnitId }, given(changes)));
    markReplayed(reply, done.replayed);
    const cascades = done.cascades.map((cascade) => ({ ...cascade, unresolved: [...cascade.unresolved] }));
    return { position: done.position, effective: [...done.effective], cascades };
  }
}
