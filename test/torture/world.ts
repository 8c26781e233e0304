import { createWorkflow, type Workflow } from '#workflow';
import type { Instant, ItemId, PlanId, UnitId } from '#engine';
import { canonicalLine, type EventStore, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { VIETNAM_CALENDAR } from '#organisation';
import { provinceOf } from '#testing';

export const TOP = 'top' as UnitId;
const TOP_NAME = 'UBND tỉnh Thử Nghiệm';
const ISSUED = '2022-06-30T08:00:00+07:00' as Instant;
/** After every step of the plan's ladder, before today: when people act, and until when workers have something to do. */
export const AFTER = '2022-12-01T08:00:00+07:00' as Instant;
/** Steps that each commune's task goes through. */
export const STEPS = 3;
export const ITEM = '1' as ItemId;

const PLAN = `kế hoạch "1/KH" ban hành ngày 30/6/2022 của [${TOP_NAME}]
  tên: "Rà soát cuối quý"
  đầu mối: [${TOP_NAME}]

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Rà soát"
  chủ trì: mỗi [UBND cấp xã]
  hạn: trước ngày 01/10/2022

xử lý quá hạn
  trước hạn 5 ngày thì nhắc chủ trì
  quá hạn 1 ngày thì nhắc chủ trì và thông báo cấp trên trực tiếp
  quá hạn 5 ngày thì đưa vào danh sách chậm gửi [${TOP_NAME}]
`;

export const communes = (count: number): readonly UnitId[] => Array.from({ length: count }, (_, n) => `commune-${n}` as UnitId);

/** A plan whose every commune owes one task, due at one midnight long ago: all its steps are due at once. */
export async function begin({ organisation, rules, plans }: Workflow, tenant: string, count: number): Promise<PlanId> {
  await organisation.record(tenant, provinceOf(TOP, TOP_NAME, count), ISSUED);
  await organisation.publishCalendar(tenant, VIETNAM_CALENDAR, ISSUED);
  const { published } = await rules.publish(tenant, { text: PLAN, actor: TOP }, ISSUED);
  return (await plans.issue(tenant, { hash: published.hash, actor: TOP }, ISSUED)).plan;
}

/** Who hands its task in while the storm rages. */
export const isActing = (index: number): boolean => index % 3 === 0;

export const handIn = (plan: PlanId, unit: UnitId, note: string) =>
  ({ plan, unit, actor: unit, command: { type: 'SubmitItem', item: ITEM, note } }) as const;

/** What one process alone, in memory, with nothing failing, writes: each stream, line by line. */
export async function livedAlone(count: number): Promise<ReadonlyMap<string, string>> {
  const store = new InMemoryEventStore();
  const workflow = createWorkflow(store);
  const plan = await begin(workflow, 't', count);
  await workflow.clock.runUntil('t', AFTER);
  for (const [index, unit] of communes(count).entries()) {
    if (isActing(index)) await workflow.unitPlans.execute('t', handIn(plan, unit, noteOf(unit)), AFTER);
  }
  return byStream(await logOf(store, 't'));
}

export const noteOf = (unit: UnitId): string => `Kết quả của ${unit}`;

export async function logOf(store: EventStore, tenant: string): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for await (const events of store.replay(tenant)) log.push(...events);
  return log;
}

export const byStream = (log: readonly RecordedEvent[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(log, ({ stream }) => stream)].map(([stream, events]) => [stream, events.map(canonicalLine).join('\n')]),
  );
