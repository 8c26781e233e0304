import type { Surroundings } from '#dsl';
import { Query } from '@nestjs/cqrs';

/** What a rules text is checked against: the organisation on its day, the calendar, and the plans above it. */
export class GetSurroundings extends Query<Surroundings> {
  constructor(
    readonly tenant: string,
    readonly text: string,
  ) {
    super();
  }
}
