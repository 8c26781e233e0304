import type { RowScope } from '#contracts';
import type { UnitId } from '#engine';
import { type Action, actionFacts, type Measure } from './actions.js';
import type { Grant, UserId } from './events.js';
import { isActedForFrom, isSeenFrom, type Organisation, placesOf, topOf } from './places.js';
import type { Subject } from './rights.js';
import { isGuarded, type Role } from './roles.js';

/** Something that is asked, as far as it decides which rows it may touch. */
export interface RowQuestion {
  readonly tenant: string;
  readonly action: Action;
  /** Units that it is about; null for what belongs to no unit. */
  readonly units: readonly (UnitId | null)[];
  /** All units that there are or were, where it is about a list of whatever may be seen. */
  readonly known?: Iterable<UnitId>;
  /** The plan that it is about, and whose it is. */
  readonly plan?: { readonly id: string; readonly issuer: UnitId };
  /** A unit that it is about with all below it: of a plan, that branch alone. */
  readonly within?: UnitId;
  /** The user that it is about. */
  readonly user?: UserId;
  /** The organisation on the day. */
  readonly organisation: Organisation;
}

/**
 * The rows that somebody's rights reach, for what is asked: no more than it needs. Worked out beside the policy's decision and not from
 * it, so that a mistake in the one is stopped by the other; the database holds to it.
 */
export function rowScope(subject: Subject, question: RowQuestion): RowScope {
  const none = nothing(subject, question.tenant);
  const { roles, measure, isWrite } = actionFacts(question.action);
  if (subject.isBlocked || (isWrite && !subject.mayWrite)) return none;
  const reached = { ...none, action: question.action };
  if (measure === 'self') return reached;
  const needsFactor = (role: Role): boolean => isGuarded(role) || subject.guarded?.includes(role) === true;
  const grants = subject.rights
    .filter(({ state, grant }) => state === 'now' && roles.includes(grant.role) && (subject.isStrong || !needsFactor(grant.role)))
    .map(({ grant }) => grant);
  const found = REACHED[measure](new Reach(grants, question.organisation), question);
  return found ? { ...reached, ...found } : none;
}

type Found = Partial<RowScope> | undefined;

/** By what an action is held against, the rows that grants reach; undefined where they reach nothing of what is asked. */
const REACHED: Readonly<Record<Exclude<Measure, 'self'>, (reach: Reach, question: RowQuestion) => Found>> = {
  document: (reach) => (reach.isAnywhere ? {} : undefined),
  house: (reach, { action, units: [actor = null] }) =>
    (actor === null ? reach.isWhole : reach.actsFor(actor, { asWhole: true }))
      ? { units: isOfWholeLog(action) ? '*' : [], actor }
      : undefined,
  see: seen,
  act: (reach, { units: [actor = null] }) => (actor !== null && reach.actsFor(actor) ? { actor } : undefined),
  people: lookedAfter,
};

const isOfWholeLog = (action: Action): boolean => action.startsWith('log.') || action.startsWith('operations.');

const nothing = ({ user }: Subject, tenant: string): RowScope => ({
  tenant,
  action: '',
  user,
  units: [],
  within: null,
  plan: null,
  desk: null,
  actor: null,
  people: [],
  grants: null,
});

/** How far some grants reach on a day. */
class Reach {
  readonly places: readonly UnitId[];
  /** A grant of the whole house. */
  readonly isHouse: boolean;

  constructor(
    private readonly grants: readonly Grant[],
    private readonly organisation: Organisation,
  ) {
    this.places = grants.flatMap((grant) => placesOf(grant, organisation));
    this.isHouse = grants.some(({ unit }) => unit === null);
  }

  get isAnywhere(): boolean {
    return this.isHouse || this.places.length > 0;
  }

  get isWhole(): boolean {
    return this.isHouse || this.areTop(this.places);
  }

  sees(unit: UnitId): boolean {
    return this.isHouse || isSeenFrom(this.places, unit, this.organisation);
  }

  /** @param asWhole where a grant of the whole house is needed, or of the unit at its top */
  actsFor(unit: UnitId, { asWhole = false } = {}): boolean {
    const reaches = (grant: Grant): boolean => {
      const places = placesOf(grant, this.organisation);
      return (!asWhole || this.areTop(places)) && isActedForFrom(places, { unit, reach: grant.reach }, this.organisation);
    };
    return this.isHouse || this.grants.some(reaches);
  }

  private areTop(places: readonly UnitId[]): boolean {
    const top = topOf(this.organisation);
    return top !== undefined && places.includes(top);
  }
}

/** The units that a question is about: those that it names, all that are known for a list, or whose plan it is. */
const askedAbout = ({ units, known, plan, within }: RowQuestion): readonly UnitId[] =>
  plan ? [within ?? plan.issuer] : [...(known ?? units)].filter((unit) => unit !== null);

/** Of units that are asked about, those that are seen; of a plan, all of it where its issuer is, or the branch that is. */
function seen(reach: Reach, question: RowQuestion): Found {
  const { known, plan, within } = question;
  if (known && reach.isWhole) return { units: '*' };
  const found = askedAbout(question).filter((unit) => reach.sees(unit));
  const [first] = found;
  if (first === undefined) return undefined;
  const desk = known || plan ? null : first;
  if (reach.isWhole) return { units: '*', desk };
  if (plan) return within === undefined ? { plan: plan.id } : { within };
  return { units: found, desk, within: within ?? null };
}

/** Of the whole house: everybody. Else a user all of whose roles lie below, and roles of units below. */
function lookedAfter(reach: Reach, { units, user }: RowQuestion): Found {
  if (reach.isHouse) return { people: '*', grants: '*' };
  const isBelow = units.length > 0 && units.every((unit) => unit !== null && reach.sees(unit));
  if (!isBelow) return undefined;
  return user === undefined ? { grants: units[0] ?? null } : { people: [user] };
}
