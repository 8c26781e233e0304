import { Command } from '@nestjs/cqrs';
import type { Reorganisation } from '../workflow/reorganisation-service.js';
import type { WriteScope } from './scope.js';

/** Change the organisation from a day on, under whatever plans are running. */
export class ChangeOrganisation extends Command<Reorganisation> {
  constructor(
    readonly scope: WriteScope,
    /** As in a file of changes; read, and refused where it does not fit, when it is carried out. */
    readonly changes: unknown,
  ) {
    super();
  }
}
