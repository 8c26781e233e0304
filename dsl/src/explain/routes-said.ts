import type { Addressee, ReportRoute, UnitEntry, Via } from '#engine';
import type { Bilingual } from '#contracts';
import { listSaid, nameOf, unitsMeant } from './actors-said.js';
import { both, joined, same } from './bilingual.js';
import { leadsOf, type Facts } from './facts.js';

/** Who gets what some units send, where the words do not name them: their superiors, or the leads by sector. */
export function addresseeSaid(to: Addressee, senders: readonly UnitEntry[], facts: Facts): Bilingual | null {
  if (to.kind === 'unit') return null;
  if (to.kind === 'sector') return sectorSaid(facts);
  const superiors = new Set(senders.flatMap(({ superior }) => superior ?? []));
  const units = [...superiors].toSorted().flatMap((id) => facts.env.directory.units.get(id) ?? []);
  if (units.length === 0) return null;
  const { vi, en } = listSaid(units);
  return both(`cấp trên trực tiếp là ${vi}`, `the direct superiors: ${en}`);
}

/** One report, split by sector: each lead of a task receives the part on its own tasks. */
function sectorSaid(facts: Facts): Bilingual {
  const leads = new Map(facts.plan.tasks.flatMap(({ key }) => leadsOf(facts, key).map((unit) => [unit.id, unit] as const)));
  const split = both('báo cáo được tách theo ngành: ', 'the report is split by sector: ');
  if (leads.size === 0) return both(`${split.vi}chưa nhiệm vụ nào nêu cơ quan chủ trì`, `${split.en}no task names a lead yet`);
  const { vi, en } = listSaid([...leads.values()]);
  return both(`${split.vi}mỗi cơ quan chủ trì nhận phần của mình (${vi})`, `${split.en}each lead receives its own part (${en})`);
}

/** Who sends by a route, through whom it passes, who gets a copy and where it is entered. */
export function routeSaid(route: ReportRoute, facts: Facts): Bilingual {
  const senders = unitsMeant(route.from, facts);
  return joined(
    [
      listSaid(senders),
      addresseeSaid(route.to, senders, facts),
      hopsSaid([...(route.via ? [route.via] : []), ...(route.viaNext ?? [])], route.to, facts),
      copiesSaid(route.copies, facts),
      route.into === undefined ? null : both(`đồng thời nhập vào “${route.into}”`, `entered in “${route.into}” as well`),
    ],
    '; ',
  );
}

const viaName = (via: Via, facts: Facts): Bilingual =>
  via.kind === 'unit' ? same(nameOf(via.unit, facts)) : both(`${via.name} của nơi nhận`, `${via.name} of the addressee`);

/** Through whom a document passes: who receives it on the way is not who it is for. */
export function hopsSaid(vias: readonly Via[], to: Addressee, facts: Facts): Bilingual | null {
  if (vias.length === 0) return null;
  const names = vias.map((via) => viaName(via, facts));
  const chain = both(joined(names, ' rồi ').vi, joined(names, ', then ').en);
  const end = to.kind === 'unit' ? same(nameOf(to.unit, facts)) : both('cấp trên trực tiếp', 'the direct superior');
  return both(`nộp tại ${chain.vi}, gửi đến ${end.vi}`, `handed in at ${chain.en}, addressed to ${end.en}`);
}

export function copiesSaid(copies: readonly Addressee[], facts: Facts): Bilingual | null {
  if (copies.length === 0) return null;
  const names = copies.map((copy) =>
    copy.kind === 'unit' ? same(nameOf(copy.unit, facts)) : both('cấp trên trực tiếp', 'the direct superior'),
  );
  const { vi, en } = joined(names, ', ');
  return both(`${vi} nhận một bản`, `${en} ${copies.length === 1 ? 'gets' : 'get'} a copy`);
}
