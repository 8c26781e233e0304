import type { ByTier, LateEntry, Outcome, Punctual } from '#workflow';
import type { Bilingual } from '#contracts';
import { shownDate } from './dates.js';
import { styled, type Language, type Terminal } from './terminal.js';

/** How many late ones are named; the others are only counted. */
const NAMED = 12;

const TIERS: Readonly<Record<string, Bilingual>> = {
  central: { vi: 'trung ương', en: 'central' },
  province: { vi: 'tỉnh', en: 'province' },
  district: { vi: 'huyện', en: 'district' },
  commune: { vi: 'xã', en: 'commune' },
  hamlet: { vi: 'thôn', en: 'hamlet' },
};

const LABELS = {
  until: { vi: 'Tính đến hết', en: 'As of the end of' },
  committees: { vi: 'Ủy ban nhân dân', en: "People's committees" },
  unitPlans: { vi: 'Kế hoạch của đơn vị', en: 'Unit plans' },
  assignments: { vi: 'Lượt giao (nhiệm vụ × đơn vị chủ trì)', en: 'Assignments (task × leading unit)' },
  kinds: { vi: '  theo loại thời hạn', en: '  by kind of deadline' },
  items: { vi: 'Việc đến hạn', en: 'Items due' },
  reports: { vi: 'Báo cáo đến hạn', en: 'Reports due' },
  duties: { vi: 'Ban hành kế hoạch riêng, có hạn', en: 'Own plans due' },
  childPlans: { vi: 'Kế hoạch cấp dưới', en: 'Lower plans' },
  extensions: { vi: 'Gia hạn', en: 'Extensions' },
  changes: { vi: 'Thời hạn đổi, dừng, rút', en: 'Dates changed, stopped' },
  explanations: { vi: 'Yêu cầu giải trình', en: 'Explanations demanded' },
  escalations: { vi: 'Bậc xử lý', en: 'Escalation steps' },
  events: { vi: 'Sự kiện', en: 'Events' },
  late: { vi: 'Trễ', en: 'Late' },
  hash: { vi: 'Mã băm nhật ký', en: 'Hash of the log' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** An outcome in words. */
export function outcomeLines(outcome: Outcome, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const { plan, assignments, escalations } = outcome;
  const rows: readonly (readonly [keyof typeof LABELS, string])[] = [
    ['until', shownDate(outcome.until, language)],
    ['committees', tiers(outcome.committees, language)],
    ['unitPlans', number(outcome.unitPlans, language)],
    ['assignments', `${number(assignments.total, language)} (${tiers(assignments.byTier, language)})`],
    ['kinds', counts(assignments.byDeadlineKind, language)],
    ['items', punctual(outcome.itemsDue, language)],
    ['reports', punctual(outcome.reports, language)],
    ['duties', punctual(outcome.duties, language)],
    ['childPlans', number(outcome.childPlans.length, language)],
    ['extensions', number(outcome.extensions.length, language)],
    ...reactions(outcome, language),
    ['escalations', `${number(escalations.total, language)} (${counts(escalations.byStep, language)})`],
    ['events', number(outcome.events.total, language)],
    ['hash', outcome.hash],
  ];
  const width = Math.max(...rows.map(([label]) => LABELS[label][language].length));
  return [
    styled(`${plan.number} · ${plan.issuer} · ${shownDate(plan.issued, language)}`, 'bold', terminal),
    ...rows.map(([label, value]) => `${LABELS[label][language].padEnd(width)}  ${value}`),
    ...lateLines(outcome, terminal),
  ];
}

/** What documents, calendars and lateness led to, where they led to anything. */
function reactions(
  { changes, explanations }: Outcome,
  language: Language,
): readonly (readonly ['changes' | 'explanations', string])[] {
  const byKind: Record<string, number> = {};
  for (const { kind, units } of changes) byKind[kind] = (byKind[kind] ?? 0) + units;
  const done = explanations.filter((each) => each.in !== null).length;
  const answered = { vi: `${explanations.length}: đã có ${done}`, en: `${explanations.length}: ${done} in` }[language];
  return [
    ...(changes.length > 0 ? [['changes', counts(byKind, language)] as const] : []),
    ...(explanations.length > 0 ? [['explanations', answered] as const] : []),
  ];
}

function lateLines({ late, lateReports, lateDuties }: Outcome, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const own = { vi: 'kế hoạch riêng', en: 'own plan' };
  const report = { vi: 'báo cáo', en: 'report' };
  const all: readonly (readonly [what: string, entry: LateEntry])[] = [
    ...late.map((entry) => [entry.period ? `${entry.task} (${entry.period})` : entry.task, entry] as const),
    ...lateReports.map((entry) => [`${report[language]} ${entry.report}`, entry] as const),
    ...lateDuties.map((entry) => [own[language], entry] as const),
  ].toSorted(([, a], [, b]) => b.daysLate - a.daysLate);
  if (all.length === 0) return [];
  const rest = all.length - NAMED;
  const more = { vi: `  … và ${rest} mục khác (xem --json)`, en: `  … and ${rest} more (see --json)` };
  return [
    '',
    `${LABELS.late[language]} (${all.length}):`,
    ...all.slice(0, NAMED).map(([what, entry]) => lateLine(what, entry, terminal)),
    ...(rest > 0 ? [more[language]] : []),
  ];
}

function lateLine(what: string, { name, due, daysLate, done }: LateEntry, terminal: Terminal): string {
  const { language } = terminal;
  const days = (daysLate === 0 ? PAST_THE_HOUR : daysLateText(daysLate))[language];
  const missing = { vi: 'chưa có', en: 'not in' }[language];
  const by = { vi: 'hạn', en: 'due' }[language];
  return `  ${done ? days : styled(`${days}, ${missing}`, 'red', terminal)} · ${name} · ${what} · ${by} ${shownDate(due, language)}`;
}

const PAST_THE_HOUR: Bilingual = { vi: 'quá giờ', en: 'past the hour' };

const daysLateText = (days: number): Bilingual => ({
  vi: `trễ ${days} ngày`,
  en: `${days} ${days === 1 ? 'day' : 'days'} late`,
});

const number = (value: number, language: Language): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');

const tiers = (byTier: ByTier, language: Language): string =>
  Object.entries(byTier)
    .map(([tier, count]) => `${TIERS[tier]?.[language] ?? tier} ${number(count, language)}`)
    .join(', ');

const counts = (byName: Readonly<Record<string, number | undefined>>, language: Language): string =>
  Object.entries(byName)
    .map(([name, count]) => `${name} ${number(count ?? 0, language)}`)
    .join(', ');

function punctual({ expected, onTime, late, missing }: Punctual, language: Language): string {
  const [all, good, slow, none] = [expected, onTime, late, missing].map((count) => number(count, language));
  return {
    vi: `${all}: đúng hạn ${good}, trễ ${slow}, chưa có ${none}`,
    en: `${all}: ${good} on time, ${slow} late, ${none} not in`,
  }[language];
}
