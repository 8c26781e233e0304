import { NotFound } from '#application';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../auth/access.js';
import { Accounts } from '../auth/accounts.js';
import { AskedBy, userOf } from '../auth/asker.js';
import { EntryFault } from '../auth/entry-fault.js';
import { OUTSIDE, type OutsideSignIn } from '../auth/oidc/outside-sign-in.js';
import { DoneDto } from '../auth/session.dto.js';
import { OutsideBody, OutsideDto } from '../auth/users.dto.js';
import { AskRoute, ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';

const DONE: DoneDto = { done: true };

/** Who users are at the sign-in service outside. */
@ApiTags('users')
@Controller('api/v1/users/:user/outside')
export class OutsideController {
  constructor(
    private readonly accounts: Accounts,
    @Inject(OUTSIDE) private readonly outside: OutsideSignIn | null,
  ) {}

  @Get()
  @ReadRoute(['user'], {
    summary: 'Who a user is at the sign-in service outside',
    type: OutsideDto,
    problems: [409],
    may: { action: 'people.read', about: 'user' },
  })
  async one(@Tenant() tenant: string, @Id('user') user: string): Promise<OutsideDto> {
    const outside = await this.outsideFor(tenant, user);
    return { issuer: outside.issuer, subject: (await outside.subjectsOf(tenant, [user])).get(user) ?? null };
  }

  @Post()
  @AskRoute({
    summary: 'Link a user to somebody at the sign-in service outside',
    description: 'Whoever that is comes in as this user from now on.',
    type: DoneDto,
    names: ['user'],
    problems: [409],
    may: { action: 'people.change', about: 'user' },
  })
  async link(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Id('user') user: string,
    @Body() { subject }: OutsideBody,
  ): Promise<DoneDto> {
    const outside = await this.outsideFor(tenant, user);
    await outside.link(tenant, { account: user, subject, by: userOf(asker) });
    return DONE;
  }

  @Post('remove')
  @AskRoute({
    summary: 'Take the link to the sign-in service away',
    description: 'Ends all sessions and tokens of the user.',
    type: DoneDto,
    names: ['user'],
    problems: [409],
    may: { action: 'people.change', about: 'user' },
  })
  async unlink(@Tenant() tenant: string, @Id('user') user: string): Promise<DoneDto> {
    const outside = await this.outsideFor(tenant, user);
    if (!(await outside.unlink(tenant, user))) throw new EntryFault('oidc.not-linked');
    return DONE;
  }

  /** @throws NotFound `user`, EntryFault `oidc.none` */
  private async outsideFor(tenant: string, user: string): Promise<OutsideSignIn> {
    if (!(await this.accounts.account(tenant, user))) throw new NotFound('user', user);
    if (!this.outside) throw new EntryFault('oidc.none');
    return this.outside;
  }
}
