import { readFile, stat } from 'node:fs/promises';
import { DataFileInvalid, FileUnreadable, parseJsonFile } from '#contracts';
import type { CalendarData, OrganisationEvent } from '#engine';
import { readOrganisationFile, validateCalendar } from '#organisation';

/** Largest file that is read. */
const MAX_BYTES = 32 * 1_048_576;

/** @throws FileUnreadable when the file is not there, too large, or not UTF-8 */
export async function readText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new FileUnreadable(file, `> ${MAX_BYTES} B`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw new FileUnreadable(file, (error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
}

/** @throws FileUnreadable, or DataFileInvalid with everything that is wrong */
export async function readOrganisation(file: string): Promise<readonly OrganisationEvent[]> {
  const read = readOrganisationFile(parseJsonFile(file, await readText(file)));
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.events;
}

/** @throws FileUnreadable, or DataFileInvalid with everything that is wrong */
export async function readCalendar(file: string): Promise<CalendarData> {
  const read = validateCalendar(parseJsonFile(file, await readText(file)));
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.calendar;
}
