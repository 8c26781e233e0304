import type { Diagnostic } from '#dsl';
import type { RulesPublished } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { WriteScope } from './scope.js';

/** What publishing a text came to. */
export interface RulesPublication {
  readonly published: RulesPublished;
  /** Warnings and remarks; errors refuse the publication. */
  readonly diagnostics: readonly Diagnostic[];
  readonly position: number;
  readonly replayed: boolean;
}

/** Publish a rules text that checks: it can be issued from then on, and never changes. */
export class PublishRules extends Command<RulesPublication> {
  constructor(
    readonly scope: WriteScope,
    readonly text: string,
  ) {
    super();
  }
}
