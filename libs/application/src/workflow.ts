/**
 * The workflow without a framework: its services, the simulator, why, and the auditor's replay. What the command line, the clock and
 * the tests work with; the whole library, with its commands and queries for Nest, is `#application`.
 */
export * from './workflow/clock-runner.js';
export { ClockShareRunner, type ShareParts, type ShareRun, type Turn } from './workflow/clock-share-runner.js';
export { shareOf, type ShareQuery } from './workflow/clock-shares.js';
export * from './workflow/clock.js';
export * from './workflow/document-service.js';
export * from './workflow/faults.js';
export * from './workflow/organisation-service.js';
export * from './workflow/plan-service.js';
export * from './workflow/rejection-texts.js';
export * from './workflow/retry-on-conflict.js';
export * from './workflow/report-request-service.js';
export * from './workflow/rules-service.js';
export * from './workflow/session-opening.js';
export * from './workflow/tenant-knowledge.js';
export * from './workflow/unit-plan-service.js';
export * from './workflow/unit-plan-session.js';
export * from './workflow/workflow.js';
export * from './simulation/bundle.js';
export * from './simulation/cascade-tree.js';
export * from './simulation/check-rules.js';
export * from './simulation/load-scenario.js';
export * from './simulation/outcome-types.js';
export { DEEDS as SCENARIO_DEEDS } from './simulation/read-action.js';
export * from './simulation/outcome.js';
export * from './simulation/problems.js';
export * from './simulation/progress.js';
export * from './simulation/read-scenario.js';
export * from './simulation/run-scenario.js';
export * from './simulation/scenario.js';
export { OrganisationRefused } from './workflow/organisation-refused.js';
export type { Reorganisation } from './workflow/reorganisation-service.js';
export { stepsOf, type StepOf } from './why/all-steps.js';
export { explainIn, explainWhy, type WhyQuestion } from './why/ask.js';
export { checkExplanation, type WrongStatement } from './why/check-explanation.js';
export * from './why/explanation.js';
export { RateTooWide } from './why/why-fault.js';
export { WhyLog } from './why/why-log.js';
export * from './audit/index.js';
