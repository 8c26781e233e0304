import type { UnitsOnDay } from '#contracts';
import type { LocalDate, UnitId } from '#engine';
import { Query } from '@nestjs/cqrs';

/** The units directly below one on a day, as everything tells that has been recorded; the tops where none is named. */
export class GetUnitsOnDay extends Query<UnitsOnDay> {
  constructor(
    readonly tenant: string,
    readonly on: LocalDate,
    readonly superior: UnitId | null,
  ) {
    super();
  }
}
