import type { Instant, UnitId } from '#engine';
import { snapshot } from '#organisation';
import { chanceOf, drawWorld, type Need, RightsModel, told, USERS } from '#testing';
import { describe, expect, it } from '@jest/globals';
import type { Action } from './actions.js';
import type { Person } from './person.js';
import type { Organisation } from './places.js';
import { decide } from './policy.js';
import { rightsOf, type Subject } from './rights.js';
import { ROLES } from './roles.js';
import { rowScope } from './row-scope.js';

/**
 * The policy, and the rows that it leaves to the database, beside a model that shares nothing with them: plain records, walked one by
 * one. Worlds are drawn at random: units that are founded, moved, merged, split and dissolved upwards; grants that begin, end and are
 * taken back; loans of them.
 */

const WORLDS = 250;
const QUESTIONS = 420;

/** By action, what it needs. */
const NEEDS: Readonly<Record<string, Need>> = {
  'work.read': { kind: 'see', roles: ['official', 'unit-head', 'leader', 'auditor'] },
  'draft.read': { kind: 'see', roles: ['rules-author', 'official', 'unit-head', 'leader'] },
  'work.do': { kind: 'act', roles: ['official', 'unit-head', 'leader'] },
  'plan.issue': { kind: 'act', roles: ['unit-head', 'leader'] },
  'rules.publish': { kind: 'act', roles: ['rules-author', 'unit-head', 'leader'] },
  'log.read': { kind: 'house', roles: ['auditor'] },
  'delivery.retry': { kind: 'house', roles: ['system-administrator'] },
  'organisation.change': { kind: 'house', roles: ['leader', 'system-administrator'] },
  'people.change': { kind: 'people', roles: ['system-administrator'] },
  'rules.read': { kind: 'document', roles: ROLES },
};

interface Asked {
  readonly user: string;
  readonly action: string;
  /** Null for what belongs to no unit. */
  readonly unit: string | null;
}

function subjectOf(people: ReadonlyMap<string, Person>, user: string, at: Instant): Subject {
  const person = people.get(user)!;
  const rights = rightsOf(person, (each) => people.get(each), at);
  return { user: person.user, isBlocked: person.isBlocked, isStrong: true, mayWrite: true, rights };
}

/** Whether the rows that are left to the database are none, or what the action is about. */
function isReached(subject: Subject, { action, unit }: Asked, organisation: Organisation): boolean {
  const question = { tenant: 't', action: action as Action, units: [unit as UnitId | null], organisation };
  return rowScope(subject, question).action === action;
}

function agree(agrees: boolean, found: () => object): void {
  if (!agrees) throw new Error(JSON.stringify(found()));
}

describe('The policy', () => {
  it(`answers as a simple model does, ${WORLDS * QUESTIONS} times, and so do the rows that it leaves to the database`, () => {
    const actions = Object.keys(NEEDS);
    const answers = new Map<string, number>();
    for (let seed = 0; seed < WORLDS; seed++) {
      const chance = chanceOf(seed);
      const world = drawWorld(chance);
      const { history, knowing } = told(world);
      for (let question = 0; question < QUESTIONS; question += 42) {
        const day = chance.day();
        const organisation = snapshot(history, day);
        const model = new RightsModel(world, day);
        const noon = `${day}T12:00:00+07:00` as Instant;
        const people = new Map(USERS.map((user) => [user, knowing(user, day)]));
        for (let n = 0; n < 42; n++) {
          const [user, action, { name }] = [chance.pick(USERS), chance.pick(actions), chance.pick(world.units)];
          const isOfHouse = NEEDS[action]!.kind === 'house' && chance.below(8) > 0;
          const asked: Asked = { user, action, unit: isOfHouse ? null : name };
          const subject = subjectOf(people, asked.user, noon);
          const question = { action: asked.action as Action, resource: { unit: asked.unit as UnitId | null }, organisation };
          const { allowed } = decide(subject, question);
          const wanted = model.may({ user: asked.user, strong: true, mayWrite: true }, NEEDS[asked.action]!, asked.unit);
          const reached = isReached(subject, asked, organisation);
          agree(allowed === wanted && reached === wanted, () => ({ seed, day, ...asked, allowed, reached, wanted, world }));
          const kind = `${asked.action} ${allowed}`;
          answers.set(kind, (answers.get(kind) ?? 0) + 1);
        }
      }
    }
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(100_000);
    for (const action of actions)
      expect([action, answers.get(`${action} true`)! > 100, answers.get(`${action} false`)! > 100]).toEqual([action, true, true]);
  });
});
