import { TIERS, UNIT_KINDS, type ItemId, type ReportId, type UnitClass, type UnitId } from '#engine';
import { whole, type JsonPlace } from './json-reading.js';

/** An id of a unit; whether it exists is asked of the organisation later. */
export const readUnitId = (place: JsonPlace): UnitId | undefined => place.text() as UnitId | undefined;

/** An id of an item; whether a unit holds it is asked of the rules later. */
export const readItemId = (place: JsonPlace): ItemId | undefined => place.text() as ItemId | undefined;

/** An id of a report; whether a unit owes it is asked of the rules later. */
export const readReportId = (place: JsonPlace): ReportId | undefined => place.text() as ReportId | undefined;

/** A class of units. */
export function readClass(place: JsonPlace): UnitClass | undefined {
  const fields = place.fields(['kind', 'tier']);
  return fields && whole<UnitClass>({ kind: fields.get('kind')?.word(UNIT_KINDS), tier: fields.get('tier')?.word(TIERS) });
}
