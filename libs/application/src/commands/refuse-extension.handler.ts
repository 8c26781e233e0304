import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { RefuseExtension } from './refuse-extension.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(RefuseExtension)
export class RefuseExtensionHandler implements ICommandHandler<RefuseExtension> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, obligation, reason }: RefuseExtension): Promise<Executed> {
    return this.writes.execute(target, { type: 'RefuseExtension', obligation, reason });
  }
}
