import { HashField, IdField } from './fields.js';

/** A published rules document to issue as a plan. */
export class IssuePlanBody {
  @HashField({
    description: 'Content hash of the published rules document.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly rules!: string;

  @IdField({
    description: 'The unit that issues it, which must be its issuer: one that the asker may act for.',
    example: 'vn-10',
  })
  readonly actor!: string;
}
