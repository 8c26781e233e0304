import type { Instant } from '#engine';
import { PLAN, TENANT, type World } from '../../apps/api/test/world.js';

/** A summer in which most work is done, some of it late: for pictures, which would show a house where nobody has done anything. */

const at = (day: string): Instant => `${day}T15:00:00+07:00` as Instant;
const OF = `/api/v1/plans/${PLAN}/units`;

interface Unit {
  readonly id: string;
  readonly tier: string;
  readonly kind: string;
  readonly superior: string;
}

interface Node {
  readonly unit: Unit;
  readonly children: readonly Node[];
}

const communesOf = ({ unit, children }: Node): readonly Unit[] =>
  unit.tier === 'commune' && unit.kind === 'peoples-committee' ? [unit] : children.flatMap(communesOf);

/** Day, number of the item, and which of the communes hand it in: each whose place in the list, divided by seven, leaves less. */
const DEEDS = [
  ['2022-07-12', '1.2', 2],
  ['2022-07-19', '1.2', 3],
  ['2022-07-20', '3.1', 2],
  ['2022-09-13', '4.6', 2],
  ['2022-09-14', '5.1', 3],
] as const;

/** Communes receive their plans, hand in what is done, and send the report for nine months; districts accept it. */
export async function summerOf({ get, post, clock, workflow }: World): Promise<void> {
  const communes = communesOf((await get(`/api/v1/plans/${PLAN}/cascade`)).body);
  const act = (path: string, body: object): Promise<unknown> => post(`${OF}/${path}`, { body, ifMatch: '*' });
  clock.advanceTo(at('2022-07-05'));
  for (const { id } of communes) await act(`${id}/receive`, { actor: id });
  for (const [day, item, less] of DEEDS) {
    await workflow.clock.runDue(TENANT, at(day));
    clock.advanceTo(at(day));
    for (const { id, superior } of communes.filter((_, place) => place % 7 < less)) {
      await act(`${id}/items/${item}/submit`, { actor: id, note: 'Đã thực hiện' });
      await act(`${id}/items/${item}/accept`, { actor: superior });
    }
  }
  for (const { id } of communes.filter((_, place) => place % 9 < 8)) {
    await act(`${id}/reports/${encodeURIComponent('1@2022-9M')}/submit`, { actor: id, content: 'Kết quả chín tháng' });
  }
}
