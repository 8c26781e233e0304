import { CLOCK, type Clock, NotFound, PageQuery } from '#application';
import type { LocalDate, UnitId } from '#engine';
import {
  type Grant,
  grantRole,
  type GrantId,
  lendRole,
  type Person,
  revokeRole,
  type Role,
  setBlocked,
  type UserId,
} from '#identity';
import type { Account } from '#persistence';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../auth/access.js';
import { Accounts } from '../auth/accounts.js';
import { AskedBy, userOf } from '../auth/asker.js';
import { People } from '../auth/people.js';
import { newId } from '../auth/secrets.js';
import { DoneDto } from '../auth/session.dto.js';
import {
  AddedUserDto,
  AddUserBody,
  GrantBody,
  GrantedDto,
  LinkDto,
  LoanBody,
  LoansDto,
  NamesDto,
  NamesQuery,
  UserDto,
  UserPageDto,
} from '../auth/users.dto.js';
import { ownRights } from '../auth/views.js';
import { AskRoute, ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';

const LIMIT = 50;
/** People of one question. */
const MOST_NAMES = 100;
const DONE: DoneDto = { done: true };
const linkPath = (secret: string): string => `/sign-in#link=${secret}`;

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly person: Person | undefined;
}

/** Users and what they may be. Each change of a right is an event in the log. */
@ApiTags('users')
@Controller('api/v1')
export class UsersController {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('users')
  @ReadRoute([], { summary: 'Users', type: UserPageDto, may: { action: 'people.read', about: 'nothing' } })
  async list(@Tenant() tenant: string, @Query() { after, limit = LIMIT }: PageQuery): Promise<UserPageDto> {
    const since = after === undefined ? '' : Buffer.from(after, 'base64url').toString();
    const found = await this.accounts.list(tenant, since.replaceAll('\0', ''), limit + 1);
    const shown = found.slice(0, limit);
    const persons = await this.people.persons(
      tenant,
      shown.map(({ id }) => id as UserId),
    );
    const names = await this.accounts.shownNames(
      tenant,
      shown.map(({ id }) => id),
    );
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((account) => this.view(account, { names, person: persons.get(account.id as UserId) })),
      next: last ? Buffer.from(last.name).toString('base64url') : null,
    };
  }

  @Get('names')
  @ReadRoute([], {
    summary: 'What people are called who did something',
    description: 'By the opaque ids that events name. Ids that nobody has are left out.',
    type: NamesDto,
    may: { action: 'people.read', about: 'nothing' },
  })
  async names(@Tenant() tenant: string, @Query() { ids }: NamesQuery): Promise<NamesDto> {
    const names = await this.accounts.namesOf(tenant, [...new Set(ids.split(','))].slice(0, MOST_NAMES));
    return { items: [...names].map(([id, name]) => ({ id, name, isErased: name === null })) };
  }

  @Get('users/:user')
  @ReadRoute(['user'], { summary: 'A user', type: UserDto, may: { action: 'people.read', about: 'user' } })
  async one(@Tenant() tenant: string, @Id('user') user: string): Promise<UserDto> {
    const names = await this.accounts.shownNames(tenant, [user]);
    return this.view(await this.known(tenant, user), { names, person: await this.people.person(tenant, user as UserId) });
  }

  @Post('users')
  @AskRoute({
    summary: 'Let a user in, with a first role',
    status: 201,
    type: AddedUserDto,
    problems: [409],
    may: { action: 'people.change', about: 'grant' },
  })
  async add(@Tenant() tenant: string, @AskedBy() asker: Asker, @Body() body: AddUserBody): Promise<AddedUserDto> {
    const by = userOf(asker);
    const id = (await this.accounts.add(tenant, body, by)) as UserId;
    const grant = grantOf(body, this.today());
    await this.people.change(tenant, id, { decide: (person) => grantRole(person, grant, by), at: this.clock.now() });
    return { id, link: linkPath(await this.accounts.linkFor(tenant, id)) };
  }

  @Post('users/:user/grants')
  @AskRoute({
    summary: 'Grant a role',
    status: 201,
    type: GrantedDto,
    names: ['user'],
    problems: [409],
    may: { action: 'people.change', about: 'grant' },
  })
  async grant(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Id('user') user: string,
    @Body() body: GrantBody,
  ): Promise<GrantedDto> {
    await this.known(tenant, user);
    const grant = grantOf(body, this.today());
    const decide = (person: Person) => grantRole(person, grant, userOf(asker));
    return { id: grant.id, position: await this.people.change(tenant, user as UserId, { decide, at: this.clock.now() }) };
  }

  @Post('users/:user/grants/:grant/revoke')
  @AskRoute({
    summary: 'Take a role back',
    description: 'At once; what was lent of it ends too.',
    type: DoneDto,
    names: ['user', 'grant'],
    problems: [409],
    may: { action: 'people.change', about: 'held' },
  })
  async revoke(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Id('user') user: string,
    @Id('grant') grant: string,
  ): Promise<DoneDto> {
    const decide = (person: Person) => revokeRole(person, grant as GrantId, userOf(asker));
    await this.people.change(tenant, user as UserId, { decide, at: this.clock.now() });
    return DONE;
  }

  @Post('users/:user/block')
  @AskRoute({
    summary: 'Keep a user out',
    description: 'Ends all sessions and tokens.',
    type: DoneDto,
    names: ['user'],
    problems: [409],
    may: { action: 'people.change', about: 'user' },
  })
  async block(@Tenant() tenant: string, @AskedBy() asker: Asker, @Id('user') user: string): Promise<DoneDto> {
    await this.setBlocked(tenant, { user, by: userOf(asker) }, true);
    await this.accounts.shutOut(tenant, user);
    return DONE;
  }

  @Post('users/:user/unblock')
  @AskRoute({
    summary: 'Let a user in again',
    type: DoneDto,
    names: ['user'],
    problems: [409],
    may: { action: 'people.change', about: 'user' },
  })
  async unblock(@Tenant() tenant: string, @AskedBy() asker: Asker, @Id('user') user: string): Promise<DoneDto> {
    await this.setBlocked(tenant, { user, by: userOf(asker) }, false);
    return DONE;
  }

  @Post('users/:user/link')
  @AskRoute({
    summary: 'A one-time link for a new password',
    type: LinkDto,
    names: ['user'],
    may: { action: 'people.change', about: 'user' },
  })
  async link(@Tenant() tenant: string, @Id('user') user: string): Promise<LinkDto> {
    await this.known(tenant, user);
    return { link: linkPath(await this.accounts.linkFor(tenant, user)) };
  }

  @Post('users/:user/clear-second-factor')
  @AskRoute({
    summary: 'Take a lost second factor away',
    description: 'Ends all sessions and tokens.',
    type: DoneDto,
    names: ['user'],
    may: { action: 'people.change', about: 'user' },
  })
  async clearSecondFactor(@Tenant() tenant: string, @Id('user') user: string): Promise<DoneDto> {
    await this.known(tenant, user);
    await this.accounts.clearSecondFactor(tenant, user);
    return DONE;
  }

  @Get('delegations')
  @ReadRoute([], {
    summary: 'What one has lent, and not taken back',
    type: LoansDto,
    may: { action: 'account.read', about: 'nothing' },
  })
  async loans(@Tenant() tenant: string, @AskedBy() asker: Asker): Promise<LoansDto> {
    const { lent, grants } = await this.people.person(tenant, userOf(asker));
    const today = this.today();
    const standing = [...lent.values()].filter(({ ended, what }) => ended === null && what.until > today);
    const items = standing.map(async ({ what: { id, grant, receiver, from, until } }) => {
      const { role, unit } = grants.get(grant)?.what ?? { role: '', unit: null };
      return { id, role, unit, to: (await this.accounts.account(tenant, receiver))?.name ?? receiver, from, until };
    });
    return { items: await Promise.all(items) };
  }

  @Post('delegations')
  @AskRoute({
    summary: 'Lend a role of one’s own for an absence',
    status: 201,
    type: GrantedDto,
    problems: [404, 409],
    may: { action: 'role.delegate', about: 'nothing' },
  })
  async lend(@Tenant() tenant: string, @AskedBy() asker: Asker, @Body() body: LoanBody): Promise<GrantedDto> {
    const { id } = (await this.accounts.named(tenant, body.to)) ?? (await this.known(tenant, body.to));
    const at = this.clock.now();
    const [giver, receiver] = [userOf(asker), id as UserId];
    const loan = { id: newId() as GrantId, grant: body.grant as GrantId, giver, receiver, ...daysOf(body) };
    const decide = (lender: Person, borrower: Person) => lendRole({ lender, borrower }, loan, at);
    return { id: loan.id, position: await this.people.loan(tenant, { lender: giver, borrower: receiver }, { decide, at }) };
  }

  @Post('delegations/:delegation/end')
  @AskRoute({
    summary: 'End a loan early',
    type: DoneDto,
    names: ['delegation'],
    problems: [409],
    may: { action: 'role.delegate', about: 'nothing' },
  })
  async endLoan(@Tenant() tenant: string, @AskedBy() asker: Asker, @Id('delegation') id: string): Promise<DoneDto> {
    await this.people.endLoan(tenant, { user: userOf(asker), delegation: id as GrantId }, this.clock.now());
    return DONE;
  }

  private async setBlocked(tenant: string, { user, by }: { user: string; by: UserId }, blocked: boolean): Promise<void> {
    await this.known(tenant, user);
    const decide = (person: Person) => setBlocked(person, blocked, by);
    await this.people.change(tenant, user as UserId, { decide, at: this.clock.now() });
  }

  private async known(tenant: string, user: string): Promise<Account> {
    const account = await this.accounts.account(tenant, user);
    if (!account) throw new NotFound('user', user);
    return account;
  }

  private view({ id, name, totpConfirmed }: Account, { names, person }: Known): UserDto {
    const rights = person ? ownRights(person, this.clock.now()) : [];
    const shownName = names.get(id) ?? '';
    return { id, name, shownName, secondFactor: totpConfirmed, blocked: person?.isBlocked ?? false, rights };
  }

  private today(): LocalDate {
    return this.clock.now().slice(0, 10) as LocalDate;
  }
}

const grantOf = ({ role, unit, reach = 'unit', from, until }: GrantBody, today: LocalDate): Grant => ({
  id: newId() as GrantId,
  role: role as Role,
  unit: (unit as UnitId | undefined) ?? null,
  reach,
  from: (from as LocalDate | undefined) ?? today,
  until: (until as LocalDate | undefined) ?? null,
});

const daysOf = ({ from, until }: LoanBody) => ({ from: from as LocalDate, until: until as LocalDate });
