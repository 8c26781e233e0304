import type { Appended } from '#event-store';
import { Command } from '@nestjs/cqrs';
import type { EventDeclaration } from '../workflow/document-service.js';
import type { WriteScope } from './scope.js';

/** Declare that something outside has happened which work of a plan waits for. */
export class DeclareEvent extends Command<Appended> {
  constructor(
    readonly scope: WriteScope,
    readonly data: EventDeclaration,
  ) {
    super();
  }
}
