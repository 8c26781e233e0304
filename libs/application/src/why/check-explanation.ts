import { wrongNamed, wrongOccurrence, wrongPeriod, wrongReportDay, wrongRest, wrongRoll, wrongTerm } from './check-days.js';
import { wrongInputs, wrongRate, wrongTime } from './check-figures.js';
import type { AnyStatement, Code, Evidence, Explanation, Statement } from './explanation.js';

/** One thing that an explanation says and does not bear out. */
export interface WrongStatement {
  readonly code: Code;
  readonly what: string;
}

type Checks = { readonly [C in Code]?: (statement: Statement<C>) => readonly string[] };

const CHECKS: Checks = {
  'count.named': wrongNamed,
  'count.period': wrongPeriod,
  'count.term': wrongTerm,
  'count.rolled': wrongRoll,
  'count.rest': wrongRest,
  'count.occurrence': wrongOccurrence,
  'count.report': wrongReportDay,
  'count.kept': ({ facts: { counted, held, end } }) =>
    end === held && (counted === null || counted >= held) ? [] : ['it is not the earlier date that stands'],
  'count.merged': ({ facts: { dues, end } }) =>
    dues.some(({ due }) => due === end) ? [] : ['the date is none of those that came over'],
  'due.set': wrongSet,
  'due.is': wrongDue,
  'step.day': ({ facts: { day, nominal }, because }) =>
    endOf(because) === day && nominal === `${day}T00:00:00+07:00` ? [] : ['the day of the step is not where its count ends'],
  'step.happened': wrongStep,
  'unit.member': wrongMember,
  'owed.item': wrongOwed,
  'owed.report': wrongOwed,
  'owed.duty': wrongOwed,
  act: ({ facts: { right } }) => (right === null ? ['somebody acted, and it is not said by what right'] : []),
  effect: ({ facts: { rule } }) => (rule === null ? ['the engine acted, and it is not said by what rule'] : []),
  'time.is': wrongTime,
  'rate.is': wrongRate,
  'report.inputs': wrongInputs,
};

/**
 * Holds an explanation to its own evidence: counts its days again, adds up its lists, follows its units upward. Needs nothing but the
 * explanation, such as one that was read from a file. Empty where all is borne out.
 */
export function checkExplanation({ answer }: Explanation): readonly WrongStatement[] {
  const wrong = answer.flatMap(wrongIn);
  if (answer.length === 0) return [{ code: 'it-is-so', what: 'nothing is answered' }];
  return [
    ...wrong,
    ...answer.flatMap((statement) => (hasEvidence(statement) ? [] : [{ code: statement.code, what: 'no evidence at all' }])),
  ];
}

const wrongIn = (statement: AnyStatement): readonly WrongStatement[] => [
  ...unsaid(statement).map((what) => ({ code: statement.code, what })),
  ...((CHECKS[statement.code] as ((each: AnyStatement) => readonly string[]) | undefined) ?? none)(statement).map((what) => ({
    code: statement.code,
    what,
  })),
  ...statement.because.flatMap(wrongIn),
];

const none = (): readonly string[] => [];
const hasEvidence = ({ evidence, because }: AnyStatement): boolean => evidence.length > 0 || because.some(hasEvidence);

/** Words that stand for something that was not there. */
const HOLE = /undefined|NaN|\[object|\bnull\b/;

const unsaid = ({ text: { vi, en } }: AnyStatement): readonly string[] =>
  [vi, en].flatMap((words) => (words.trim() === '' || HOLE.test(words) ? [`it says “${words}”`] : []));

/** The day with which the last count of some statements ends. */
function endOf(because: readonly AnyStatement[]): string | null {
  const last = because.findLast(({ code }) => code.startsWith('count.'));
  return last && 'end' in last.facts ? last.facts.end : null;
}

/** Causes by which a person or a document names the day, or that leave it as it is. */
const UNCOUNTED: ReadonlySet<string> = new Set(['extended', 'resolved', 'amended', 'requested', 'suspended']);

function wrongSet({ facts: { cause, from, to }, because }: Statement<'due.set'>): readonly string[] {
  const counts = because.filter(({ code }) => code.startsWith('count.'));
  if (counts.length > 0) return endOf(because) === to ? [] : [`counted ${endOf(because)}, recorded ${to}`];
  return to === null || from === to || UNCOUNTED.has(cause) ? [] : [`${cause}: ${to} is not counted`];
}

function wrongDue({ facts: { due, time, last }, because }: Statement<'due.is'>): readonly string[] {
  const links = because.filter((each) => each.code === 'due.set');
  const [final] = links.toReversed();
  const wrong = final && final.facts.to !== due ? [`the chain ends with ${final.facts.to}, not ${due}`] : [];
  if (due === null) return because.some(({ code }) => code === 'count.none') ? wrong : [...wrong, 'no date, and no reason why'];
  const chained = links.flatMap(({ facts }, index) =>
    index > 0 && facts.from !== links[index - 1]?.facts.to ? [`the chain breaks at ${facts.at}`] : [],
  );
  const end = time === null ? nextMidnight(due) : `${due}T${time}:00+07:00`;
  return [...wrong, ...chained, ...(last === end ? [] : [`it ends at ${last}, not ${end}`])];
}

const nextMidnight = (date: string): string =>
  `${new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T00:00:00+07:00`;

function wrongStep({ facts: { at, actions, due }, because }: Statement<'step.happened'>): readonly string[] {
  const on = because.find((each) => each.code === 'step.day');
  const moved = because.some(({ code }) => code === 'step.in-hand');
  const told = because.flatMap((each) => (each.code === 'step.target' && each.facts.target ? [each.facts.target.id] : []));
  const said = actions.flatMap(({ target }) => (target ? [target.id] : []));
  const chain = because.find((each) => each.code === 'due.is');
  return [
    ...(on ? [] : ['no count to its day']),
    ...(on && on.facts.nominal !== at && !moved ? [`it happened at ${at}, not ${on.facts.nominal}`] : []),
    ...(told.join(' ') === said.join(' ') ? [] : [`it told ${said.join(', ')}, not ${told.join(', ')}`]),
    ...(chain && chain.facts.due !== due ? [`counted from ${due}, due ${chain.facts.due}`] : []),
  ];
}

type UnitFact = Evidence & { readonly kind: 'unit' };

/** The unit is what the class says, and each unit shown above it is the superior of the one before. */
function wrongMember({ facts, evidence }: Statement<'unit.member'>): readonly string[] {
  const branch = evidence.filter((each): each is UnitFact => each.kind === 'unit');
  const [own] = branch;
  const broken = branch.flatMap((each, index) => {
    const above = branch[index + 1];
    return above && each.superior?.id !== above.unit.id ? [`${each.unit.id} does not answer to ${above.unit.id}`] : [];
  });
  return [
    ...(own?.unit.id === facts.unit.id && own.unitKind === facts.unitKind && own.tier === facts.tier
      ? []
      : ['the unit is not of the class']),
    ...(facts.place >= 1 && facts.place <= facts.members ? [] : ['the unit is none of the members']),
    ...broken,
  ];
}

const MEANT: ReadonlySet<Code> = new Set<Code>([
  'unit.named',
  'unit.listed',
  'unit.office',
  'unit.member',
  'unit.consolidates',
  'inherited.from',
  'demand.for',
  'request.by',
  'case.raised',
]);

function wrongOwed({ because }: Pick<AnyStatement, 'because'>): readonly string[] {
  return because.some(({ code }) => MEANT.has(code)) ? [] : ['it is not said how the rules mean this unit'];
}
