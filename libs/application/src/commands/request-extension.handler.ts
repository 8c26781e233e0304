import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { RequestExtension } from './request-extension.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(RequestExtension)
export class RequestExtensionHandler implements ICommandHandler<RequestExtension> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, obligation, to, reason }: RequestExtension): Promise<Executed> {
    return this.writes.execute(target, { type: 'RequestExtension', obligation, to, reason });
  }
}
