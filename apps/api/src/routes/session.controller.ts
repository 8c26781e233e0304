import { NotFound } from '#application';
import type { UnitId } from '#engine';
import { isAction, tellDecision } from '#identity';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, type Asker } from '../auth/access.js';
import { Accounts, type Begun, type From } from '../auth/accounts.js';
import { AskedBy, sessionOf, userOf } from '../auth/asker.js';
import { endSession, setSession } from '../auth/cookies.js';
import {
  AgainBody,
  CodeBody,
  CodeLinkBody,
  DoneDto,
  EndedDto,
  PasswordBody,
  ProofBody,
  RedeemBody,
  SecondFactorDto,
  SessionDto,
  SessionsDto,
  SignInBody,
  WhyQuery,
} from '../auth/session.dto.js';
import { OUTSIDE, type OutsideSignIn } from '../auth/oidc/outside-sign-in.js';
import { rightView } from '../auth/views.js';
import { DecisionDto } from '../auth/users.dto.js';
import { AskRoute, ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';

/** Whether browsers come over TLS. */
export const IS_SECURE = Symbol('IsSecure');

const DONE: DoneDto = { done: true };

/** Coming in, going out, and what one may. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly access: Access,
    @Inject(IS_SECURE) private readonly isSecure: boolean,
    @Inject(OUTSIDE) private readonly outside: OutsideSignIn | null,
  ) {}

  @Post()
  @AskRoute({
    summary: 'Sign in',
    description: 'Sets the session’s cookie. A program signs in by a token instead.',
    type: SessionDto,
    problems: [401, 403],
    may: 'open',
  })
  async signIn(
    @Tenant() tenant: string,
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const begun = await this.accounts.signIn(tenant, body, fromOf(request));
    await this.endOther(tenant, request);
    return this.begun(tenant, begun, reply);
  }

  @Post('redeem')
  @AskRoute({
    summary: 'Use a one-time link',
    description: 'Makes the first administrator, or gives an account its password; signs in.',
    type: SessionDto,
    problems: [401, 403, 404, 409],
    may: 'open',
  })
  async redeem(
    @Tenant() tenant: string,
    @Body() body: RedeemBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const begun = await this.accounts.redeem(tenant, body, fromOf(request));
    await this.endOther(tenant, request);
    return this.begun(tenant, begun, reply);
  }

  @Post('code')
  @AskRoute({
    summary: 'Show the code of a second factor after signing in outside',
    description: 'With the link that the way back from the sign-in service led to.',
    type: SessionDto,
    problems: [401, 403, 404],
    may: 'open',
  })
  async code(
    @Tenant() tenant: string,
    @Body() { link, code }: CodeLinkBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const issuer = this.outside?.issuer ?? null;
    const begun = await this.accounts.showCode(tenant, { link, code, issuer }, fromOf(request));
    await this.endOther(tenant, request);
    return this.begun(tenant, begun, reply);
  }

  @Get()
  @ReadRoute([], { summary: 'Who is signed in', type: SessionDto, may: { action: 'account.read', about: 'nothing' } })
  async one(@Tenant() tenant: string, @AskedBy() asker: Asker): Promise<SessionDto> {
    return this.view(tenant, asker);
  }

  @Get('why')
  @ReadRoute([], {
    summary: 'Why the asker may do something, or may not',
    type: DecisionDto,
    problems: [404],
    may: { action: 'account.read', about: 'nothing' },
  })
  async why(@Tenant() tenant: string, @AskedBy() { subject }: Asker, @Query() { action, unit }: WhyQuery): Promise<DecisionDto> {
    if (!isAction(action)) throw new NotFound('action', action);
    const decision = await this.access.decide(tenant, subject, { action, unit: (unit as UnitId | undefined) ?? null });
    return { allowed: decision.allowed, ...tellDecision(decision), decision };
  }

  @Post('end')
  @AskRoute({ summary: 'Sign out', type: EndedDto, may: { action: 'account.change', about: 'nothing' } })
  async end(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndedDto> {
    const { hash, issuer } = sessionOf(asker);
    await this.accounts.endSession(tenant, userOf(asker), hash);
    endSession(reply, this.isSecure).header('Clear-Site-Data', '"cache"');
    return { ...DONE, elsewhere: (await this.outside?.signOutAddress(issuer)) ?? null };
  }

  @Get('list')
  @ReadRoute([], { summary: 'The user’s sessions', type: SessionsDto, may: { action: 'account.read', about: 'nothing' } })
  async sessions(@Tenant() tenant: string, @AskedBy() asker: Asker): Promise<SessionsDto> {
    const found = await this.accounts.sessions(tenant, userOf(asker));
    const items = found.map(({ hash, createdAt, seenAt, address, agent }) => ({
      id: hash.toString('hex'),
      createdAt,
      seenAt,
      address,
      agent,
      current: asker.session?.hash.equals(hash) === true,
    }));
    return { items };
  }

  @Post('list/:session/end')
  @AskRoute({
    summary: 'End a session of the user',
    description: 'For the password or a code, unless the session that asks began in the last ten minutes.',
    type: DoneDto,
    names: ['session'],
    may: { action: 'account.change', about: 'nothing' },
  })
  async endOne(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Param('session') id: string,
    @Body() body: ProofBody,
    @Req() request: FastifyRequest,
  ): Promise<DoneDto> {
    const hash = Buffer.from(/^[0-9a-f]{64}$/.test(id) ? id : '', 'hex');
    const ending = { hash, ...body, address: request.ip };
    if (!(await this.accounts.endProven(tenant, sessionOf(asker), ending))) throw new NotFound('session', id.slice(0, 64));
    return DONE;
  }

  @Post('password')
  @AskRoute({
    summary: 'Change the password',
    description: 'Ends the user’s other sessions and tokens.',
    type: DoneDto,
    may: { action: 'account.change', about: 'nothing' },
  })
  async password(@Tenant() tenant: string, @AskedBy() asker: Asker, @Body() body: PasswordBody): Promise<DoneDto> {
    await this.accounts.changePassword(tenant, sessionOf(asker), body);
    return DONE;
  }

  @Post('second-factor')
  @AskRoute({
    summary: 'Begin to set up a second factor',
    description: 'The secret for an authenticator; it counts once a code was shown.',
    type: SecondFactorDto,
    may: { action: 'account.change', about: 'nothing' },
  })
  async secondFactor(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Body() { password }: AgainBody,
  ): Promise<SecondFactorDto> {
    return this.accounts.startSecondFactor(tenant, sessionOf(asker), password);
  }

  @Post('second-factor/confirm')
  @AskRoute({
    summary: 'Show the first code of a second factor',
    description: 'The session goes on under a new cookie, as one in which guarded roles count.',
    type: SessionDto,
    may: { action: 'account.change', about: 'nothing' },
  })
  async confirm(
    @Tenant() tenant: string,
    @AskedBy() asker: Asker,
    @Body() { code }: CodeBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const begun = await this.accounts.confirmSecondFactor(tenant, sessionOf(asker), { code, from: fromOf(request) });
    return this.begun(tenant, begun, reply);
  }

  /** The session that the browser had until now. */
  private async endOther(tenant: string, request: FastifyRequest): Promise<void> {
    const session = this.access.askerOf(request)?.session;
    if (session) await this.accounts.endSession(tenant, session.account, session.hash);
  }

  private async view(tenant: string, asker: Asker): Promise<SessionDto> {
    const user = userOf(asker);
    const account = asker.by === 'door' ? undefined : await this.accounts.account(tenant, user);
    const shownName = account ? ((await this.accounts.shownNames(tenant, [user])).get(user) ?? null) : null;
    return sessionView(asker, { name: account?.name ?? null, shownName });
  }

  private async begun(tenant: string, { secret, csrf, account, isStrong }: Begun, reply: FastifyReply): Promise<SessionDto> {
    setSession(reply, secret, this.isSecure);
    const subject = await this.access.subjectOf(tenant, account.id, { isStrong, mayWrite: true });
    return this.view(tenant, { subject, by: 'session', session: null, csrf });
  }
}

const fromOf = ({ ip, headers }: FastifyRequest): From => ({ address: ip, agent: headers['user-agent'] ?? '' });

const sessionView = ({ subject, by, csrf }: Asker, names: Pick<SessionDto, 'name' | 'shownName'>): SessionDto => ({
  user: subject.user,
  ...names,
  by,
  strong: subject.isStrong,
  mayWrite: subject.mayWrite,
  csrf,
  rights: subject.rights.map(rightView),
});
