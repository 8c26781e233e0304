import { NotFound } from '#application';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../auth/access.js';
import { Accounts } from '../auth/accounts.js';
import { AskedBy, sessionOf, userOf } from '../auth/asker.js';
import { DoneDto, NewTokenDto, TokenBody, TokensDto } from '../auth/session.dto.js';
import { AskRoute, ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';

/** Tokens by which programs come in as a user. */
@ApiTags('session')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @ReadRoute([], { summary: 'The user’s tokens', type: TokensDto, may: { action: 'account.read', about: 'nothing' } })
  async list(@Tenant() tenant: string, @AskedBy() asker: Asker): Promise<TokensDto> {
    const found = await this.accounts.tokens(tenant, userOf(asker));
    const items = found.map(({ id, name, mayWrite, createdAt, expiresAt, revokedAt }) => ({
      id,
      name,
      scope: mayWrite ? 'write' : 'read',
      createdAt,
      expiresAt,
      revokedAt,
    }));
    return { items };
  }

  @Post()
  @AskRoute({
    summary: 'Make a token',
    description: 'For a program that acts as the user. Made in a session; as strong as that session is.',
    status: 201,
    type: NewTokenDto,
    may: { action: 'account.change', about: 'nothing' },
  })
  async add(@Tenant() tenant: string, @AskedBy() asker: Asker, @Body() { name, scope, days }: TokenBody): Promise<NewTokenDto> {
    const { isStrong, account } = sessionOf(asker);
    const made = await this.accounts.addToken(tenant, account, { name, mayWrite: scope === 'write', isStrong, days });
    return { id: made.id, token: made.secret };
  }

  @Post(':token/revoke')
  @AskRoute({
    summary: 'Take a token back',
    type: DoneDto,
    names: ['token'],
    may: { action: 'account.change', about: 'nothing' },
  })
  async revoke(@Tenant() tenant: string, @AskedBy() asker: Asker, @Id('token') id: string): Promise<DoneDto> {
    if (!(await this.accounts.revokeToken(tenant, userOf(asker), id))) throw new NotFound('token', id);
    return { done: true };
  }
}
