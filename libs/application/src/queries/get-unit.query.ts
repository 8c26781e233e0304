import type { UnitView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** One unit. */
export class GetUnit extends Query<UnitView> {
  constructor(
    readonly tenant: string,
    readonly unit: string,
  ) {
    super();
  }
}
