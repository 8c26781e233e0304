import { CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM, type Instant, type PlanId, type UnitId } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { LogReader } from '../log-reader.js';
import { readCascade } from './history.js';
import { worldOf } from './world.js';

/** A rules text that is to be issued. */
export interface IssueAsked {
  readonly text: string;
  readonly actor: UnitId;
  readonly at: Instant;
  /** A plan of the cascade that it joins; null where it is a plan at the top. */
  readonly under: PlanId | null;
}

/**
 * Everything that publishing a text and issuing it as a plan would record: both are done in a copy of the history that matters. The
 * positions are those of the copy.
 * @throws Refused where the text has errors, or may not be issued
 */
export async function previewIssue(
  log: LogReader,
  tenant: string,
  { text, actor, at, under }: IssueAsked,
  most = Number.MAX_SAFE_INTEGER,
): Promise<readonly RecordedEvent[]> {
  const events = under === null ? await factsOf(log, tenant) : (await readCascade(log, tenant, { plan: under, most })).events;
  const workflow = await worldOf(tenant, events, at);
  await workflow.clock.runUntil(tenant, at);
  const before = await workflow.store.head(tenant);
  const { published } = await workflow.rules.publish(tenant, { text, actor }, at);
  await workflow.plans.issue(tenant, { hash: published.hash, actor }, at);
  return workflow.store.readAll(tenant, before, Number.MAX_SAFE_INTEGER);
}

async function factsOf(log: LogReader, tenant: string): Promise<readonly RecordedEvent[]> {
  const read = await log.readStreams(tenant, [ORGANISATION_STREAM, CALENDAR_STREAM, DOCUMENTS_STREAM]);
  return [...read.values()].flat().sort((a, b) => a.position - b.position);
}
