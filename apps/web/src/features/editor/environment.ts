import { type CheckEnv, environment, type Surroundings } from '#dsl';
import { foldOrganisation, snapshot } from '#organisation';

/** What a server told, as the language asks it: the organisation on that one day. Pure. */
export function environmentOf(told: Surroundings): CheckEnv {
  const { date, units } = told.directory;
  const founded = units.map((unit) => ({ type: 'UnitFounded' as const, data: { ...unit, from: date } }));
  return environment(told, snapshot(foldOrganisation(founded), date));
}
