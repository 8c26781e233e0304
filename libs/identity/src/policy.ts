import type { LocalDate, UnitId } from '#engine';
import { type Action, actionFacts } from './actions.js';
import type { GrantId, UserId } from './events.js';
import { isActedForFrom, isSeenFrom, type Organisation, placesOf, topOf } from './places.js';
import type { Right, Subject } from './rights.js';
import { isGuarded, type Role } from './roles.js';

/** What is asked about: the unit that is looked at, or acted for. Null where the action is about no unit, or about the whole house. */
export interface Resource {
  readonly unit: UnitId | null;
}

/** Why something may be done: the right that lets it, if any was needed. */
export interface Allowed {
  readonly allowed: true;
  readonly action: Action;
  readonly role: Role | null;
  readonly grant: GrantId | null;
  /** The unit that the right is of; null for the whole house. */
  readonly place: UnitId | null;
  readonly lender: UserId | null;
}

/** Ways in which a policy says no. */
export type DenialCode =
  | 'not-signed-in'
  | 'blocked'
  | 'read-only'
  | 'no-role'
  | 'second-factor'
  | 'not-yet'
  | 'over'
  | 'unit-over'
  | 'elsewhere'
  | 'not-whole'
  | 'unit-ended';

/** Why something may not be done, as data. */
export interface Denied {
  readonly allowed: false;
  readonly action: Action;
  readonly code: DenialCode;
  /** Roles that would let it. */
  readonly roles: readonly Role[];
  /** The unit that was asked about. */
  readonly unit: UnitId | null;
  /** The units for which the subject does hold one of the roles. */
  readonly places: readonly UnitId[];
  /** The day on which a right begins, or began to count no longer. */
  readonly day: LocalDate | null;
}

export type Decision = Allowed | Denied;

/** What a decision is made with, besides who asks for what. */
export interface Question {
  readonly action: Action;
  readonly resource: Resource;
  /** The organisation on the day. */
  readonly organisation: Organisation;
}

/**
 * The one place where it is decided who may do what: a function of what was granted, the organisation and the day. Denies
 * whatever is not allowed.
 * @param subject undefined where nobody is signed in
 */
export function decide(subject: Subject | undefined, question: Question): Decision {
  const { action } = question;
  const { roles, measure, isWrite } = actionFacts(action);
  const deny = denier(question);
  if (!subject) return deny('not-signed-in');
  if (subject.isBlocked) return deny('blocked');
  if (isWrite && !subject.mayWrite) return deny('read-only');
  if (measure === 'self') return { allowed: true, action, role: null, grant: null, place: null, lender: null };
  const fitting = subject.rights.filter(({ grant }) => roles.includes(grant.role));
  const counting = fitting.filter((right) => countsFor(subject, right));
  const right = counting.find((each) => covers(each, question));
  if (right) return allow(action, right);
  return counting.length > 0 ? outside(counting, question) : withoutRight(subject, fitting, question);
}

const countsFor = (subject: Subject, { state, grant }: Right): boolean => state === 'now' && !lacksFactor(subject, grant.role);

const lacksFactor = ({ isStrong, guarded = [] }: Subject, role: Role): boolean =>
  !isStrong && (isGuarded(role) || guarded.includes(role));

const allow = (action: Action, { grant, lender }: Right): Allowed => ({
  allowed: true,
  action,
  role: grant.role,
  grant: grant.id,
  place: grant.unit,
  lender,
});

type Denier = (code: DenialCode, more?: Partial<Pick<Denied, 'roles' | 'places' | 'day'>>) => Denied;

const denier =
  ({ action, resource }: Question): Denier =>
  (code, { roles = actionFacts(action).roles, places = [], day = null } = {}) => ({
    allowed: false,
    action,
    code,
    roles,
    unit: resource.unit,
    places,
    day,
  });

/** True where one right reaches what is asked about. A right of the whole house reaches everything. */
function covers({ grant }: Right, { action, resource: { unit }, organisation }: Question): boolean {
  if (grant.unit === null) return true;
  const places = placesOf(grant, organisation);
  switch (actionFacts(action).measure) {
    case 'self':
    case 'document':
      return places.length > 0;
    case 'see':
    case 'people':
      return unit !== null && isSeenFrom(places, unit, organisation);
    case 'act':
      return unit !== null && isActedForFrom(places, { unit, reach: grant.reach }, organisation);
    case 'house':
      return (
        places.some((place) => place === topOf(organisation)) &&
        (unit === null || isActedForFrom(places, { unit, reach: grant.reach }, organisation))
      );
  }
}

/** A right is there, and reaches something else. */
function outside(rights: readonly Right[], question: Question): Denied {
  const { action, resource, organisation } = question;
  const { unit } = resource;
  const deny = denier(question);
  const all = [...new Set(rights.flatMap(({ grant }) => placesOf(grant, organisation)))];
  if (all.length === 0) return deny('unit-over');
  const { measure } = actionFacts(action);
  const places = measure === 'house' ? all.filter((place) => place === topOf(organisation)) : all;
  if (places.length === 0 || unit === null) return deny('not-whole', { places: all });
  const isOver = (measure === 'act' || measure === 'house') && organisation.succession(unit) !== undefined;
  return deny(isOver && isSeenFrom(places, unit, organisation) ? 'unit-ended' : 'elsewhere', { places });
}

/** No right counts: say what there is of them. */
function withoutRight(subject: Subject, fitting: readonly Right[], question: Question): Denied {
  const deny = denier(question);
  const lacking = fitting.filter(({ state, grant }) => state === 'now' && lacksFactor(subject, grant.role));
  if (lacking.length > 0) return deny('second-factor', { roles: [...new Set(lacking.map(({ grant }) => grant.role))] });
  const later = fitting.find(({ state }) => state === 'later');
  if (later) return deny('not-yet', { day: later.from });
  const over = fitting.find(({ state }) => state === 'over');
  return over ? deny('over', { day: over.until }) : deny('no-role');
}

/**
 * The units whose work a subject may see under an action, ended ones included; null for all of them.
 * Costs a look at every unit where the subject sees a part only.
 */
export function visibleUnits(
  subject: Subject,
  { action, organisation, known }: Omit<Question, 'resource'> & { readonly known: Iterable<UnitId> },
): readonly UnitId[] | null {
  const { roles } = actionFacts(action);
  const rights = subject.rights.filter((right) => roles.includes(right.grant.role) && countsFor(subject, right));
  if (subject.isBlocked) return [];
  if (rights.some(({ grant }) => grant.unit === null)) return null;
  const places = rights.flatMap(({ grant }) => placesOf(grant, organisation));
  const top = topOf(organisation);
  if (top !== undefined && places.includes(top)) return null;
  return [...known].filter((unit) => isSeenFrom(places, unit, organisation));
}
