import { unitPlanStream, type RulesPublished, type UnitPlanState } from '#engine';
import { IdempotencyMismatch } from '#event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { NotFound, Refused, StaleVersion } from '../workflow/faults.js';
import { checkedRules } from '../workflow/rules-service.js';
import { foldRecorded } from '../workflow/unit-plan-session.js';
import type { Workflow } from '../workflow/workflow.js';
import { IssueOwnPlan, type OwnPlanIssuedResult } from './issue-own-plan.command.js';
import { once } from './once.js';
import { keyOf, type UnitPlanTarget } from './scope.js';

@CommandHandler(IssueOwnPlan)
export class IssueOwnPlanHandler implements ICommandHandler<IssueOwnPlan> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ target, text }: IssueOwnPlan): Promise<OwnPlanIssuedResult> {
    return once(this.workflow.store, target, () => this.carryOut(target, text));
  }

  /** Everything that can refuse it is looked at before anything is written. */
  private async carryOut(target: UnitPlanTarget, text: string): Promise<OwnPlanIssuedResult> {
    const { rules, plans } = this.workflow;
    const { tenant, actor } = target;
    const at = this.clock.now();
    if (!(await this.isRepeated(target))) await this.admit(target, text);
    const publication = await rules.publish(tenant, { text, actor }, at, keyOf(stepOf(target, 'rules')));
    const { hash } = publication.published;
    const issued = await plans.issue(tenant, { hash, actor }, at, keyOf(target));
    return { ...issued, rules: hash, diagnostics: publication.diagnostics };
  }

  /** @throws IdempotencyMismatch when the key had been used for another request: then nothing is published either */
  private async isRepeated({ tenant, idempotencyKey, fingerprint }: UnitPlanTarget): Promise<boolean> {
    if (idempotencyKey === undefined) return false;
    const earlier = await this.workflow.store.recorded(tenant, idempotencyKey);
    if (earlier && earlier.fingerprint !== (fingerprint ?? null)) throw new IdempotencyMismatch(idempotencyKey);
    return earlier !== undefined;
  }

  private async admit(target: UnitPlanTarget, text: string): Promise<void> {
    const { rules, plans } = this.workflow;
    const state = await this.unitPlan(target);
    const document = checkedRules(text, await rules.check(target.tenant, text, this.clock.now()));
    await this.checkPlace(target, document, state);
    await plans.checkIssue(target.tenant, document, { actor: target.actor, at: this.clock.now() });
  }

  private async unitPlan({ tenant, plan, unit, expectedVersion }: UnitPlanTarget): Promise<UnitPlanState> {
    const events = await this.workflow.store.readStream(tenant, unitPlanStream(plan, unit));
    if (events.length === 0) throw new NotFound('unit-plan', `${plan}/${unit}`);
    if (expectedVersion !== undefined && expectedVersion !== events.length) {
      throw new StaleVersion(expectedVersion, events.length);
    }
    return foldRecorded(events);
  }

  /** The text must be this unit's, and carry out a plan of this cascade. */
  private async checkPlace(target: UnitPlanTarget, { rules }: RulesPublished, state: UnitPlanState): Promise<void> {
    const { tenant, plan, unit } = target;
    const number = rules.plan.number;
    if (rules.plan.issuer !== unit) {
      throw new Refused({ code: 'own-plan.other-unit', args: { plan: number, issuer: rules.plan.issuer, unit } });
    }
    const parent = await this.workflow.knowledge.of(tenant).parentOf(rules.implements);
    if (rules.implements && !parent)
      throw new Refused({ code: 'plan.parent-unknown', args: { parent: rules.implements.number } });
    if (parent?.root !== plan) throw new Refused({ code: 'own-plan.other-parent', args: { plan: number, parent: state.source } });
  }
}

/** A step of a write that takes more than one append has a key of its own. */
const stepOf = (target: UnitPlanTarget, step: string): UnitPlanTarget =>
  target.idempotencyKey === undefined ? target : { ...target, idempotencyKey: `${target.idempotencyKey}#${step}` };
