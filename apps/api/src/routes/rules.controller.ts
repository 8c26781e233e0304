import {
  type Checked,
  CheckDto,
  CheckRules,
  diagnosticView,
  GetRules,
  GetSurroundings,
  PageQuery,
  PreviewDto,
  PreviewRules,
  PublicationDto,
  PublishRules,
  PublishRulesBody,
  ReadQuery,
  RulesDto,
  RulesTextBody,
  SurroundingsDto,
} from '#application';
import type { UnitId } from '#engine';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AskRoute, ReadRoute, WriteRoute } from '../docs/described.js';
import { markReplayed } from '../http/answers.js';
import { Id, Tenant, type Write, WriteScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { pageOf } from './page-request.js';

@ApiTags('rules')
@Controller('api/v1/rules')
export class RulesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: Reads,
  ) {}

  @Post('check')
  @AskRoute({
    may: { action: 'rules.try', about: 'nothing' },
    summary: 'Check a rules text',
    description: 'Stores nothing. Errors are part of the answer.',
    type: CheckDto,
  })
  async check(@Tenant() tenant: string, @Body() { text }: RulesTextBody): Promise<CheckDto> {
    return checkView(await this.reads.ask(tenant, undefined, new CheckRules(tenant, text)));
  }

  @Post('surroundings')
  @AskRoute({
    may: { action: 'rules.try', about: 'nothing' },
    summary: 'What a rules text is checked against',
    description:
      'The organisation on the day that the text states, the calendar, and the plans above the one that it carries out: with these an editor checks the text by itself.',
    type: SurroundingsDto,
  })
  async surroundings(@Tenant() tenant: string, @Body() { text }: RulesTextBody): Promise<SurroundingsDto> {
    return this.reads.ask(tenant, undefined, new GetSurroundings(tenant, text));
  }

  @Post('preview')
  @AskRoute({
    may: { action: 'rules.try', about: 'nothing' },
    summary: 'What issuing a text now would derive',
    description:
      'Stores nothing. Totals, and what each unit would get by pages. A text with errors is refused with its diagnostics.',
    type: PreviewDto,
  })
  async preview(@Tenant() tenant: string, @Body() { text }: RulesTextBody, @Query() query: PageQuery): Promise<PreviewDto> {
    const preview = await this.reads.ask(tenant, query.minPosition, new PreviewRules(tenant, text, pageOf(query)));
    return {
      ...preview,
      diagnostics: preview.diagnostics.map(diagnosticView),
      units: { ...preview.units, items: [...preview.units.items] },
    };
  }

  @Post()
  @WriteRoute([], {
    may: { action: 'rules.publish', about: 'actor' },
    summary: 'Publish a rules text',
    description: 'It can be issued from then on, and never changes.',
    status: 201,
    type: PublicationDto,
  })
  async publish(
    @WriteScoped() write: Write,
    @Body() { text, actor }: PublishRulesBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationDto> {
    const scope = { ...write, actor: actor as UnitId };
    const { published, diagnostics, position, replayed } = await this.commands.execute(new PublishRules(scope, text));
    markReplayed(reply, replayed);
    reply.header('Location', `/api/v1/rules/${published.hash}`);
    return { hash: published.hash, diagnostics: diagnostics.map(diagnosticView), position };
  }

  @Get(':hash')
  @ReadRoute(['hash'], { may: { action: 'rules.read', about: 'nothing' }, summary: 'A published rules document', type: RulesDto })
  async one(@Tenant() tenant: string, @Id('hash') hash: string, @Query() { minPosition }: ReadQuery): Promise<RulesDto> {
    return this.reads.ask(tenant, minPosition, new GetRules(tenant, hash));
  }
}

const checkView = ({ rules, hash, language, diagnostics }: Checked): CheckDto => ({
  valid: rules !== null,
  hash,
  language,
  diagnostics: diagnostics.map(diagnosticView),
});
