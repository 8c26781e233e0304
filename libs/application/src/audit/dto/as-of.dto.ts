import { DateField, FlagField, IdField, MomentField } from '../../dto/fields.js';

/** A moment that is gone, or to come. */
export class MomentQuery {
  @MomentField({
    description: 'The moment that is asked about: a day (its end), or an instant.',
    example: '2022-07-05T10:00:00+07:00',
  })
  readonly at!: string;

  @FlagField({
    description:
      'Meant by time of recording: what the system knew then. By time of effect unless told, whenever it was recorded.',
    example: true,
    optional: true,
  })
  readonly recorded?: boolean;
}

/** A moment, for a unit and all below it. */
export class MomentWithinQuery extends MomentQuery {
  @IdField({
    description: 'The unit whose subordinates are meant; the issuer unless told.',
    example: 'vn-10.086',
    optional: true,
  })
  readonly within?: string;
}

/** A moment, for figures of days. */
export class MomentTrendQuery extends MomentWithinQuery {
  @DateField({ description: 'The first day; 29 days before the last unless told.', example: '2022-12-01', optional: true })
  readonly from?: string;

  @DateField({ description: 'The last day; that of the moment unless told.', example: '2022-12-31', optional: true })
  readonly until?: string;
}
