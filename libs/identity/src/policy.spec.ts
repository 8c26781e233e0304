import type { Instant, LocalDate, OrganisationEvent, UnitId } from '#engine';
import { foldOrganisation, snapshot } from '#organisation';
import { dissolved, founded } from '#testing';
import { describe, expect, it } from '@jest/globals';
import { ACTIONS } from './actions.js';
import { endLoan, grantRole, lendRole, revokeRole } from './deeds.js';
import type { Delegation, Grant, GrantId, TimedUserEvent, UserEvent, UserId } from './events.js';
import { foldPerson, type Person } from './person.js';
import { decide, type Decision, type DenialCode, type Denied, visibleUnits } from './policy.js';
import { rightsOf, type Subject } from './rights.js';
import { ROLES, type Role } from './roles.js';
import { rowScope } from './row-scope.js';
import { tellDecision } from './sentences.js';

const at = (day: string): Instant => `${day}T12:00:00+07:00` as Instant;
const ADMIN = 'admin' as UserId;

/** A province with two districts; in 2025 its districts end, and two communes become one. */
const EVENTS: readonly OrganisationEvent[] = [
  founded('p', { tier: 'province' }),
  founded('p.health', { tier: 'province', kind: 'professional-agency', superior: 'p' }),
  founded('d1', { tier: 'district', superior: 'p' }),
  founded('d2', { tier: 'district', superior: 'p' }),
  founded('c1', { superior: 'd1' }),
  founded('c2', { superior: 'd1' }),
  founded('c3', { superior: 'd2' }),
  founded('c12', { superior: 'p', from: '2025-07-01' }),
  dissolved('c1', '2025-07-01', 'c12'),
  dissolved('c2', '2025-07-01', 'c12'),
  dissolved('d1', '2025-07-01', 'p'),
  dissolved('p.health', '2025-07-01', 'p'),
];
const organisation = (day: string) => snapshot(foldOrganisation(EVENTS), day as LocalDate);

let next = 0;
const grant = (role: Role, unit: string | null, more: Partial<Grant> = {}): Grant => ({
  id: `g${(next += 1)}` as GrantId,
  role,
  unit: unit as UnitId | null,
  reach: 'unit',
  from: '2024-01-01' as LocalDate,
  until: null,
  ...more,
});
const person = (user: string, grants: readonly Grant[], more: readonly TimedUserEvent[] = []): Person => {
  const events: UserEvent[] = [
    { type: 'UserAdmitted', data: { user: user as UserId, by: null } },
    ...grants.map((each): UserEvent => ({ type: 'RoleGranted', data: { user: user as UserId, grant: each, by: ADMIN } })),
  ];
  return foldPerson(user as UserId, [...events.map((event) => ({ ...event, at: at('2024-01-01') })), ...more]);
};
const subject = (
  who: Person,
  day: string,
  { lenders = [], ...more }: Partial<Subject> & { lenders?: readonly Person[] } = {},
): Subject => ({
  user: who.user,
  isBlocked: who.isBlocked,
  isStrong: true,
  mayWrite: true,
  rights: rightsOf(who, (user) => lenders.find((each) => each.user === user), at(day)),
  ...more,
});
const ask = (
  who: Subject | undefined,
  action: (typeof ACTIONS)[number],
  { unit = null, day = '2024-06-01' }: { unit?: string | null; day?: string } = {},
): Decision => decide(who, { action, resource: { unit: unit as UnitId | null }, organisation: organisation(day) });
const code = (decision: Decision): string => (decision.allowed ? 'allowed' : decision.code);

describe('A decision', () => {
  it('is no for whoever is not signed in, whatever is asked', () => {
    for (const action of ACTIONS) expect(code(ask(undefined, action, { unit: 'c1' }))).toBe('not-signed-in');
  });

  it('is no for whoever holds nothing, but for their own account and what changes for them', () => {
    const nobody = subject(person('n', []), '2024-06-01');
    for (const action of ACTIONS) {
      const own = action.startsWith('account.') || action === 'role.delegate' || action === 'changes.follow';
      expect([action, code(ask(nobody, action, { unit: 'c1' }))]).toEqual([action, own ? 'allowed' : 'no-role']);
    }
  });

  it('lets an official act for the own unit, see what is below it, and nothing beside it', () => {
    const official = subject(person('o', [grant('official', 'd1')]), '2024-06-01');
    expect(code(ask(official, 'work.do', { unit: 'd1' }))).toBe('allowed');
    expect(code(ask(official, 'work.read', { unit: 'c1' }))).toBe('allowed');
    expect(code(ask(official, 'work.do', { unit: 'c1' }))).toBe('elsewhere');
    expect(code(ask(official, 'work.read', { unit: 'd2' }))).toBe('elsewhere');
    expect(code(ask(official, 'work.read', { unit: 'c3' }))).toBe('elsewhere');
    expect(code(ask(official, 'work.read', { unit: 'p' }))).toBe('elsewhere');
    expect(code(ask(official, 'work.read', { unit: 'nowhere' }))).toBe('elsewhere');
    expect(code(ask(official, 'work.judge', { unit: 'd1' }))).toBe('no-role');
  });

  it('lets whoever reaches a subtree act for units in it', () => {
    const clerk = subject(person('k', [grant('official', 'd1', { reach: 'subtree' })]), '2024-06-01');
    expect(code(ask(clerk, 'work.do', { unit: 'c2' }))).toBe('allowed');
    expect(code(ask(clerk, 'work.do', { unit: 'c3' }))).toBe('elsewhere');
  });

  it('lets the organisation be changed by whoever has the whole house, for units that they act for, and says which of both is missing', () => {
    const leader = (...places: string[]) =>
      subject(
        person(
          'l',
          places.map((place) => grant('leader', place)),
        ),
        '2024-06-01',
      );
    expect(code(ask(leader('p'), 'organisation.change', { unit: 'p' }))).toBe('allowed');
    expect(ask(leader('p', 'd1'), 'organisation.change', { unit: 'd1' })).toMatchObject({ code: 'elsewhere', places: ['p'] });
    expect(ask(leader('d1'), 'organisation.change', { unit: 'd1' })).toMatchObject({ code: 'not-whole', places: ['d1'] });
  });

  it('lets nobody write by what is for reading, nor through a block', () => {
    const holder = person('h', [grant('leader', 'p')]);
    expect(code(ask(subject(holder, '2024-06-01', { mayWrite: false }), 'plan.issue', { unit: 'p' }))).toBe('read-only');
    expect(code(ask(subject(holder, '2024-06-01', { mayWrite: false }), 'work.read', { unit: 'p' }))).toBe('allowed');
    expect(code(ask(subject(holder, '2024-06-01', { isBlocked: true }), 'work.read', { unit: 'p' }))).toBe('blocked');
  });

  it('counts auditors and administrators only once they have shown a second factor', () => {
    const auditor = person('a', [grant('auditor', null)]);
    expect(ask(subject(auditor, '2024-06-01', { isStrong: false }), 'log.read')).toMatchObject({
      code: 'second-factor',
      roles: ['auditor'], // the asker's own, not all that would do
    });
    expect(code(ask(subject(auditor, '2024-06-01'), 'log.read'))).toBe('allowed');
    expect(code(ask(subject(person('b', [grant('auditor', 'd1')]), '2024-06-01'), 'log.read'))).toBe('not-whole');
    expect(code(ask(subject(person('t', [grant('auditor', 'p')]), '2024-06-01'), 'log.read'))).toBe('allowed');
  });

  it('counts whatever role an installation wants a second factor of only with one, and no row is reached without', () => {
    const holder = person('f', [grant('official', 'c1')]);
    const guarded: readonly Role[] = ['official'];
    for (const [isStrong, found] of [
      [false, 'second-factor'],
      [true, 'allowed'],
    ] as const) {
      const who = subject(holder, '2024-06-01', { isStrong, guarded });
      expect(code(ask(who, 'work.do', { unit: 'c1' }))).toBe(found);
      expect(code(ask(who, 'account.change'))).toBe('allowed');
      const question = {
        tenant: 't',
        action: 'work.do',
        units: ['c1' as UnitId],
        organisation: organisation('2024-06-01'),
      } as const;
      expect(rowScope(who, question).actor).toBe(isStrong ? 'c1' : null);
      const scope = { action: 'work.read', organisation: organisation('2024-06-01'), known: ['c1' as UnitId] } as const;
      expect(visibleUnits(who, scope)).toEqual(isStrong ? ['c1'] : []);
    }
  });

  it('keeps to days: not before the first, not from the last on, not once taken back', () => {
    const span = grant('official', 'c1', { from: '2024-03-01' as LocalDate, until: '2024-04-01' as LocalDate });
    const someone = person('s', [span]);
    const on = (day: string) => code(ask(subject(someone, day), 'work.do', { unit: 'c1', day }));
    expect([on('2024-02-29'), on('2024-03-01'), on('2024-03-31'), on('2024-04-01')]).toEqual([
      'not-yet',
      'allowed',
      'allowed',
      'over',
    ]);
    const revoked = revokeRole(someone, span.id, ADMIN);
    const events = revoked.ok ? revoked.events.map((event) => ({ ...event, at: at('2024-03-10') })) : [];
    const after = person('s', [span], events);
    expect(code(ask(subject(after, '2024-03-09'), 'work.do', { unit: 'c1' }))).toBe('allowed');
    expect(code(ask(subject(after, '2024-03-10'), 'work.do', { unit: 'c1' }))).toBe('over');
  });

  it('is told in both languages, whatever it is', () => {
    const someone = subject(person('w', [grant('official', 'c1'), grant('auditor', 'c1')]), '2024-06-01');
    for (const who of [undefined, someone, { ...someone, isBlocked: true }, { ...someone, isStrong: false, mayWrite: false }]) {
      for (const action of ACTIONS) {
        for (const unit of ['c1', 'c3', null]) {
          const { what, mend } = tellDecision(ask(who, action, { unit }));
          expect(what.vi).toMatch(/^(Được|Không được) .+\.$/);
          expect(what.en).toMatch(/^May (not )?.+\.$/);
          expect(`${what.vi}${what.en}${mend.vi}${mend.en}`).not.toMatch(/undefined|null/);
        }
      }
    }
  });
});

const CODES: Readonly<Record<DenialCode, true>> = {
  'not-signed-in': true,
  blocked: true,
  'read-only': true,
  'no-role': true,
  'second-factor': true,
  'not-yet': true,
  over: true,
  'unit-over': true,
  elsewhere: true,
  'not-whole': true,
  'unit-ended': true,
};

describe('A refusal', () => {
  it.each(Object.keys(CODES) as readonly DenialCode[])('for %s says why, and what to do, in both languages', (each) => {
    const facts = { roles: ['leader'], unit: 'c3', places: ['c1'], day: '2024-03-01' } as unknown as Denied;
    const { what, mend } = tellDecision({ ...facts, allowed: false, action: 'work.read', code: each });
    expect(what.vi).toMatch(/^Không được xem việc và báo cáo: .{10,}\.$/);
    expect(what.en).toMatch(/^May not see work and reports: .{10,}\.$/);
    for (const text of [mend.vi, mend.en]) expect(text).toMatch(/^.{10,}\.$/);
    const others = (Object.keys(CODES) as readonly DenialCode[]).filter((code) => code !== each);
    for (const other of others)
      expect(tellDecision({ ...facts, allowed: false, action: 'work.read', code: other }).what).not.toEqual(what);
  });
});

describe('When units merge', () => {
  const day = '2025-07-02';

  it('rights go to whoever took over at the same level, past work included', () => {
    const official = subject(person('o', [grant('official', 'c1')]), day);
    for (const unit of ['c12', 'c1', 'c2'])
      expect([unit, code(ask(official, 'work.read', { unit, day }))]).toEqual([unit, 'allowed']);
    expect(code(ask(official, 'work.do', { unit: 'c12', day }))).toBe('allowed');
    expect(code(ask(official, 'work.do', { unit: 'c1', day }))).toBe('unit-ended');
    expect(code(ask(official, 'work.read', { unit: 'c3', day }))).toBe('elsewhere');
  });

  it('nobody climbs: what went to a higher tier, or to the superior, is not followed', () => {
    for (const unit of ['d1', 'p.health']) {
      const leader = subject(person('l', [grant('leader', unit, { reach: 'subtree' })]), day);
      expect([unit, code(ask(leader, 'plan.issue', { unit: 'p', day }))]).toEqual([unit, 'unit-over']);
      expect([unit, code(ask(leader, 'work.read', { unit: 'c12', day }))]).toEqual([unit, 'unit-over']);
    }
  });

  it('what had ended before does not come back', () => {
    const until = '2025-07-01' as LocalDate;
    const former = subject(person('f', [grant('official', 'c1', { until })]), day);
    expect(code(ask(former, 'work.do', { unit: 'c12', day }))).toBe('over');
  });

  it('those above see the old and the new', () => {
    const above = subject(person('v', [grant('leader', 'p')]), day);
    for (const unit of ['c1', 'c12', 'd1']) expect(code(ask(above, 'work.read', { unit, day }))).toBe('allowed');
  });
});

describe('A loan', () => {
  const mine = grant('leader', 'd1', { until: '2025-01-01' as LocalDate });
  const loan = (more: Partial<Delegation> = {}): Delegation => ({
    id: 'loan' as GrantId,
    grant: mine.id,
    giver: 'giver' as UserId,
    receiver: 'taker' as UserId,
    from: '2024-06-01' as LocalDate,
    until: '2024-07-01' as LocalDate,
    ...more,
  });
  const giver = person('giver', [mine, grant('auditor', null)]);
  const taker = person('taker', []);
  const lend = (more: Partial<Delegation> = {}, lender: Person = giver, borrower: Person = taker) => {
    const made = lendRole({ lender, borrower }, loan(more), at('2024-05-20'));
    return made.ok ? 'lent' : made.code;
  };
  const withLoan = (ends?: string): Person => {
    const begun: TimedUserEvent = { type: 'RoleBorrowed', data: loan(), at: at('2024-05-20') };
    if (ends === undefined) return person('taker', [], [begun]);
    const ended = endLoan(person('taker', [], [begun]), loan().id, 'giver' as UserId);
    return person('taker', [], [begun, ...(ended.ok ? ended.events.map((event) => ({ ...event, at: at(ends) })) : [])]);
  };
  const may = (who: Person, day: string, lender: Person = giver) =>
    code(ask(subject(who, day, { lenders: [lender] }), 'plan.issue', { unit: 'd1', day }));

  it('counts on its days, for what was lent', () => {
    expect([may(withLoan(), '2024-05-31'), may(withLoan(), '2024-06-15'), may(withLoan(), '2024-07-01')]).toEqual([
      'not-yet',
      'allowed',
      'over',
    ]);
    expect(may(withLoan('2024-06-10'), '2024-06-15')).toBe('over');
    expect(
      code(ask(subject(withLoan(), '2024-06-15', { lenders: [giver] }), 'plan.issue', { unit: 'p', day: '2024-06-15' })),
    ).toBe('elsewhere');
  });

  it('ends with what it was lent from: a grant taken back, a lender kept out', () => {
    const revoked: TimedUserEvent = {
      type: 'RoleRevoked',
      data: { user: 'giver' as UserId, grant: mine.id, by: ADMIN },
      at: at('2024-06-10'),
    };
    expect(may(withLoan(), '2024-06-15', person('giver', [mine], [revoked]))).toBe('over');
    const blocked: TimedUserEvent = { type: 'UserBlocked', data: { user: 'giver' as UserId, by: ADMIN }, at: at('2024-06-10') };
    expect(may(withLoan(), '2024-06-15', person('giver', [mine], [blocked]))).toBe('over');
  });

  it('is never more than the lender has', () => {
    expect(lend()).toBe('lent');
    expect(lend({ until: '2025-02-01' as LocalDate })).toBe('rights.interval');
    expect(lend({ from: '2023-12-31' as LocalDate })).toBe('rights.interval');
    expect(lend({ until: '2024-06-01' as LocalDate })).toBe('rights.interval');
    expect(lend({ until: '2024-09-02' as LocalDate })).toBe('rights.too-long');
    expect(lend({ grant: [...giver.grants.keys()][1]! })).toBe('rights.not-lendable');
    expect(lend({ grant: 'g-of-nobody' as GrantId })).toBe('rights.not-held');
    expect(lend({ receiver: 'giver' as UserId }, giver, giver)).toBe('rights.to-oneself');
    const borrower = withLoan();
    expect(lend({ giver: 'taker' as UserId, receiver: 'third' as UserId }, borrower, person('third', []))).toBe(
      'rights.not-held',
    );
  });
});

describe('A grant', () => {
  it('is never to oneself, and the same one twice is one', () => {
    const someone = person('s', []);
    const role = grant('leader', 'p');
    expect(grantRole(someone, role, 's' as UserId)).toEqual({ ok: false, code: 'rights.own' });
    expect(grantRole(person('s', [role]), role, ADMIN)).toEqual({ ok: true, events: [] });
    expect(grantRole(someone, { ...role, until: role.from }, ADMIN)).toEqual({ ok: false, code: 'rights.interval' });
  });
});

describe('The units whose work is seen', () => {
  const known = EVENTS.flatMap(({ type, data }) => (type === 'UnitFounded' ? [data.id] : []));
  const cases = ['2024-06-01', '2025-07-02'].flatMap((day) =>
    ROLES.flatMap((role) => ['p', 'd1', 'c1', 'c3', 'p.health', null].map((unit) => ({ day, role, unit }))),
  );

  it.each(cases)('are those that a decision about each of them allows: $role of $unit on $day', ({ day, role, unit }) => {
    const who = subject(person('x', [grant(role, unit)]), day);
    const there = known.filter((each) => organisation(day).units.has(each) || organisation(day).succession(each));
    const one = there.filter((each) => ask(who, 'work.read', { unit: each, day }).allowed);
    const seen = visibleUnits(who, { action: 'work.read', organisation: organisation(day), known });
    expect(one).toEqual(seen ?? there);
  });
});
