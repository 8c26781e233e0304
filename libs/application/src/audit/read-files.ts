import { DataFileInvalid } from '#contracts';
import type { CalendarData, OrganisationEvent } from '#engine';
import { foldOrganisation, readOrganisationChanges, readOrganisationFile, validateCalendar } from '#organisation';
import type { LogReader } from './log-reader.js';
import type { WhatIfAsked } from './what-if/what-if.js';

/** A calendar from its JSON. @throws DataFileInvalid with every problem */
export function readCalendar(json: unknown, file: string): CalendarData {
  const read = validateCalendar(json);
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.calendar;
}

/** A whole organisation, or changes of the one that is recorded, whichever the JSON holds. @throws DataFileInvalid */
export async function readOtherOrganisation(
  log: LogReader,
  tenant: string,
  { json, file }: { readonly json: unknown; readonly file: string },
): Promise<Pick<WhatIfAsked, 'organisation' | 'changes'>> {
  if (typeof json === 'object' && json !== null && 'units' in json) {
    const read = readOrganisationFile(json);
    if (!read.ok) throw new DataFileInvalid(file, read.problems);
    return { organisation: read.events };
  }
  const recorded = (await log.readStream(tenant, 'organisation')) as unknown as readonly OrganisationEvent[];
  const read = readOrganisationChanges(json, foldOrganisation(recorded));
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return { changes: read.events };
}
