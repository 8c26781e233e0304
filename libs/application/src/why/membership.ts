import { resolver, standing, type Actor, type Directory, type LocalDate, type UnitId } from '#engine';
import type { AnyStatement, Evidence } from './explanation.js';
import { say } from './statement.js';
import type { WhyLog } from './why-log.js';
import type { Role } from './words/existence-words.js';

/** A clause of the rules that names units. */
export interface Clause {
  readonly actors: readonly Actor[];
  /** The clause as it was written, where units that it named are no more. */
  readonly written?: readonly Actor[];
  /** Classes mean units below this one. */
  readonly below: UnitId;
  readonly role: Role;
  /** Where it stands. */
  readonly place: Evidence | undefined;
}

/** The organisation in which a clause is read. */
export interface Reading {
  readonly log: WhyLog;
  readonly directory: Directory;
  readonly on: LocalDate;
}

/** Every unit that a clause means on a day. */
export const unitsOf = ({ actors, below }: Clause, { directory }: Reading): readonly UnitId[] =>
  resolver(directory).units(actors, below);

/** How a clause means a unit: by name, as a standing office, on a list, or as one of a class on that day. Undefined where it does not. */
export function meaningOf(clause: Clause, unit: UnitId, reading: Reading): AnyStatement | undefined {
  for (const actor of clause.actors) {
    const found = meaningFor(actor, clause, { unit, ...reading });
    if (found) return found;
  }
  return undefined;
}

interface Asked extends Reading {
  readonly unit: UnitId;
}

function meaningFor(actor: Actor, clause: Clause, asked: Asked): AnyStatement | undefined {
  const { log, on, directory, unit } = asked;
  const { role, place } = clause;
  const named = log.organisation.name(unit, on);
  const evidence = [place, log.organisation.evidence(unit, directory, on)];
  switch (actor.kind) {
    case 'unit':
      if (actor.unit !== unit) return undefined;
      return say('unit.named', { unit: named, role }, { evidence, because: [heirOfNamed(clause, asked)] });
    case 'listed':
      if (!actor.units.includes(unit)) return undefined;
      return say(
        'unit.listed',
        { unit: named, role, list: actor.name, units: actor.units.map((each) => log.organisation.name(each, on)) },
        { evidence, because: [heirOfNamed(clause, asked)] },
      );
    case 'committee':
      return actor.office === unit ? say('unit.office', { unit: named, role, committee: actor.name }, { evidence }) : undefined;
    case 'each':
      return memberOf(actor, clause, asked);
    default:
      return undefined;
  }
}

function memberOf(actor: Actor & { kind: 'each' }, { below, role, place }: Clause, asked: Asked): AnyStatement | undefined {
  const { log, on, directory, unit } = asked;
  const members = resolver(directory).units([actor], below);
  const index = members.indexOf(unit);
  if (index < 0) return undefined;
  const top = actor.within ?? below;
  const facts = {
    unit: log.organisation.name(unit, on),
    role,
    list: actor.name,
    unitKind: actor.of.kind,
    tier: actor.of.tier,
    below: log.organisation.name(top, on),
    on,
    organisation: directory.version,
    members: members.length,
    place: index + 1,
  };
  return say('unit.member', facts, { evidence: [place, ...log.organisation.branch(unit, top, { directory, on })] });
}

/** The unit that the text names, where it is no more and this one stands in its place. */
function heirOfNamed({ written = [] }: Clause, { log, on, directory, unit }: Asked): AnyStatement | undefined {
  const named = written.flatMap((actor) => (actor.kind === 'unit' ? [actor.unit] : actor.kind === 'listed' ? actor.units : []));
  if (named.length === 0 || named.includes(unit)) return undefined;
  const of = named.find((each) => !directory.units.has(each) && standing(each, directory).includes(unit)) ?? named[0];
  if (of === undefined || directory.units.has(of)) return undefined;
  const ended = log.organisation.change('UnitDissolved', of);
  return say(
    'unit.heir',
    { unit: log.organisation.name(unit, on), of: log.organisation.name(of, on), on },
    { evidence: [ended && log.event(ended)] },
  );
}
