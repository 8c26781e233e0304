import { createWorkflow, type UnitPlanRequest, type Workflow } from '#workflow';
import type { Instant, ItemId, LocalDate, PlanId, UnitId } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { PostgresEventStore } from '#persistence';
import { countryEvents } from '#testing';
import type { Pool } from 'pg';

export const TENANT = 'vn';
const TOP = 'vn' as UnitId;
const ISSUED = '2022-06-30T08:00:00+07:00' as Instant;
const COMMUNES = 10_599;

/** A plan whose every obligation is due at one midnight, years ago: a worker that starts finds all of it due. */
export interface QuarterEnd {
  readonly workflow: Workflow;
  readonly plan: PlanId;
  /** Steps that are due. */
  readonly steps: number;
  /** Units whose work is due in years only: for commands beside the storm. */
  readonly idle: readonly UnitId[];
}

/** Issues a plan of so many tasks to every commune of the country. */
export async function quarterEnd(pool: Pool, tasks: number): Promise<QuarterEnd> {
  const workflow = createWorkflow(new PostgresEventStore(pool));
  const { organisation, rules, plans, knowledge } = workflow;
  await organisation.record(TENANT, countryEvents(), ISSUED);
  await organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, ISSUED);
  const { units } = await knowledge.of(TENANT).directory('2022-06-30' as LocalDate);
  const text = planOf(units.get(TOP)?.name ?? '', tasks);
  const { published } = await rules.publish(TENANT, { text, actor: TOP }, ISSUED);
  const { plan } = await plans.issue(TENANT, { hash: published.hash, actor: TOP }, ISSUED);
  await pool.query('vacuum analyze');
  const idle = [...units.values()].filter(({ tier, kind }) => tier === 'district' && kind === 'peoples-committee');
  return { workflow, plan, steps: COMMUNES * tasks, idle: idle.map(({ id }) => id) };
}

const planOf = (top: string, tasks: number): string => `kế hoạch "1/KH" ban hành ngày 30/6/2022 của [${top}]
  tên: "Rà soát cuối quý"
  đầu mối: [${top}]

nhóm [UBND cấp huyện] gồm mọi ủy ban nhân dân cấp huyện
nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 0 "Theo dõi"
  chủ trì: mỗi [UBND cấp huyện]
  hạn: trước ngày 31/12/2030
${Array.from(
  { length: tasks },
  (_, index) => `
nhiệm vụ ${index + 1} "Rà soát ${index + 1}"
  chủ trì: mỗi [UBND cấp xã]
  hạn: trước ngày 01/10/2022
`,
).join('')}
xử lý quá hạn
  quá hạn 1 ngày thì nhắc chủ trì
`;

/**
 * What people do while the clock works: each unit receives its plan, hands the work in, has it sent back, hands it in again, and so
 * on; every command writes.
 */
export class Deeds {
  private turn = 0;

  constructor(private readonly quarter: QuarterEnd) {}

  /** One after another until told to stop. @returns milliseconds of each */
  async while(keepGoing: () => boolean): Promise<readonly number[]> {
    const { workflow, plan, idle } = this.quarter;
    const took: number[] = [];
    for (; keepGoing(); this.turn++) {
      const unit = idle[this.turn % idle.length] as UnitId;
      const round = Math.floor(this.turn / idle.length);
      const begun = performance.now();
      await workflow.unitPlans.execute(TENANT, { plan, unit, ...deed(unit, round) }, ISSUED);
      took.push(performance.now() - begun);
    }
    return took;
  }
}

function deed(unit: UnitId, round: number): Pick<UnitPlanRequest, 'actor' | 'command'> {
  const item = '0' as ItemId;
  if (round === 0) return { actor: unit, command: { type: 'ReceiveUnitPlan' } };
  if (round % 2 === 1) return { actor: unit, command: { type: 'SubmitItem', item, note: `${round}` } };
  return { actor: TOP, command: { type: 'ReturnItem', item, reason: `${round}` } };
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
