import { checkExplanation, explainWhy, type Explanation, logReader, recompute, type WhyQuestion } from '#workflow';
import type { Instant } from '#engine';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explanationLines } from '../../apps/cli/src/audit/why-lines.js';
import { WHY_VERBS } from '../../apps/cli/src/audit/why-verbs.js';
import { askedOf } from '../../apps/cli/src/audit/why.js';
import type { Terminal } from '../../apps/cli/src/terminal.js';
import { readTyped } from '../../apps/cli/src/typed.js';
import { emptyTally, explainAll, liveThrough, type Lived } from './explained.js';

const ROOT = path.join(import.meta.dirname, '../..');
const EXAMPLES = path.join(ROOT, 'examples');
/** Those that are lived through soonest; `node dist/test/audit/explain-all.js` asks about everything in all of them. */
const SHORT = ['can-tho-2022', 'hoa-phong-2025', 'lao-cai-2022', 'lao-cai-yen-bai-2025', 'ninh-thuan-2020'];

const PLAN = '239-KH-UBND_2022-06-30_vn-10';
const endOf = (day: string): Instant => `${day}T23:59:59+07:00` as Instant;
const lived = new Map<string, Lived>();
const liveOnce = async (name: string): Promise<Lived> => {
  const known = lived.get(name) ?? (await liveThrough(path.join(EXAMPLES, name)));
  lived.set(name, known);
  return known;
};

describe('Everything in the lives of the examples is explained', () => {
  it.each(SHORT)('%s: as the log has it, and borne out by its own evidence', async (name) => {
    const tally = emptyTally();
    await explainAll(await liveOnce(name), { obligations: 120, rates: 120, absences: 500 }, tally);
    expect(tally.wrong).toEqual([]);
    expect([tally.obligations, tally.rates].every((count) => count > 0)).toBe(true);
  });
});

describe('The years of the examples', () => {
  // The others by hand: `node dist/test/audit/recompute-all.js`.
  it.each(SHORT)('%s: everything that the engine caused is recomputed', async (name) => {
    const { events, tenant, end } = await liveOnce(name);
    const done = await recompute(logReader(events), tenant, { until: end });
    expect(done).toMatchObject({ difference: null, events: events.length, whole: true });
    expect(done.recomputed).toBeGreaterThan(80);
  });
});

type Asking = Omit<Partial<WhyQuestion>, 'at'> & { readonly unit: string; readonly at?: string };
const ask = async ({ at, ...asked }: Asking): Promise<Explanation> => {
  const { store, tenant, end } = await liveOnce('lao-cai-2022');
  return explainWhy(store, tenant, { plan: PLAN, negated: true, ...asked, at: at === undefined ? end : endOf(at) });
};

describe('Why not', () => {
  const SON_HAI = 'vn-10.086.02929';
  const TRI_QUANG = 'vn-10.086.02935';
  const BAO_YEN = 'vn-10.087';
  const put = { unit: BAO_YEN, obligation: '6.4', step: 'after-1wd' };
  it.each<[string, readonly [Asking, string, object]]>([
    ['standing work', [{ unit: TRI_QUANG, obligation: '1.3', step: 'after-5wd' }, 'not.no-deadline', { kind: 'standing' }]],
    [
      'an unknown date',
      [
        { unit: 'vn-10.so-tai-chinh', obligation: '4.5', step: 'after-5wd', at: '2022-07-20' },
        'not.no-deadline',
        { kind: 'as-regulated' },
      ],
    ],
    [
      'what was done before',
      [
        { unit: 'vn-10.083', obligation: '5.2', step: 'after-1wd' },
        'not.done-before',
        { doneAt: '2022-09-29T16:00:00+07:00', nominal: '2022-09-30T00:00:00+07:00' },
      ],
    ],
    ['what stands still', [{ ...put, at: '2022-09-10' }, 'not.suspended', { from: '2022-09-05', until: null }]],
    ['a day that has not come', [{ ...put, at: '2022-08-10' }, 'not.reached', { nominal: '2022-09-30T00:00:00+07:00' }]],
    [
      'a date that was put off',
      [{ ...put, generation: 1 }, 'not.superseded', { generation: 1, now: 2, at: '2022-09-19T08:00:00+07:00' }],
    ],
    ['a generation that never was', [{ ...put, generation: 3 }, 'not.no-generation', { now: 2 }]],
    ['a step that no rule has', [{ ...put, step: 'after-7wd' }, 'not.no-such-step', {}]],
    [
      'an explanation of an explanation',
      [
        { unit: SON_HAI, obligation: 'explain:item 126/KH-UBND:5#2', step: 'after-10wd-demand-explanation' },
        'not.explanation',
        {},
      ],
    ],
    ['a unit outside the class', [{ unit: TRI_QUANG, obligation: '3.5' }, 'not.not-named', { total: 9, on: '2022-06-30' }]],
    ['who only supports', [{ unit: SON_HAI, obligation: '3.3' }, 'not.helper', { role: 'support' }]],
    ['who leads jointly', [{ unit: 'vn-10.so-tai-nguyen-va-moi-truong', obligation: '2.6' }, 'not.helper', { role: 'joint' }]],
    ['a task that there is not', [{ unit: TRI_QUANG, obligation: '9.9' }, 'not.no-such-rule', {}]],
    [
      'a period before the plan',
      [{ unit: TRI_QUANG, obligation: '2.3@2022-Q1' }, 'not.no-period', { known: ['2022-Q3', '2022-Q4'] }],
    ],
    ['a report due by the issue', [{ unit: TRI_QUANG, obligation: '1@2022-H1' }, 'not.due-by-issue', { due: '2022-06-14' }]],
    ['what nobody demanded', [{ unit: TRI_QUANG, obligation: 'explain:item 1.2#1' }, 'not.not-asked', { about: 'explanation' }]],
    ['work done in time', [{ unit: TRI_QUANG, obligation: '1.2', aspect: 'late' }, 'time.is', { verdict: 'on-time' }]],
    [
      'suspended work',
      [{ unit: BAO_YEN, obligation: '6.4', aspect: 'late', at: '2022-10-01' }, 'time.is', { verdict: 'not-due' }],
    ],
    [
      'a report not sent',
      [{ unit: 'vn-10.082.02740', obligation: '1@2022-9M', to: 'vn-10.082' }, 'not.not-sent', { status: 'expected' }],
    ],
    [
      'a report that goes elsewhere',
      [{ unit: 'vn-10.082.02740', obligation: '1@2022-Y', to: 'vn-10' }, 'not.other-way', { to: { id: 'vn-10.082' } }],
    ],
  ])('names what fails first: %s', async (_, [asked, code, facts]) => {
    const { holds, answer } = await ask(asked);
    expect([holds, answer[0]?.code]).toEqual([true, code]);
    expect(answer[0]?.facts).toMatchObject(facts);
    const why = await ask({ ...asked, negated: false });
    expect([why.holds, why.answer]).toEqual([false, answer]);
  });
});

describe('Why', () => {
  it('tells each move of a date: the text, the stop, what was left', async () => {
    const { answer } = await ask({ unit: 'vn-10.087', obligation: '6.4', aspect: 'due', negated: false });
    const moves = answer[0]?.because.flatMap((each) => (each.code === 'due.set' ? [[each.facts.cause, each.facts.to]] : []));
    expect(moves).toEqual([
      ['derived', '2022-09-29'],
      ['suspended', '2022-09-29'],
      ['resumed', '2022-10-13'],
    ]);
    const rest = answer[0]?.because[2]?.because[0];
    expect(rest?.facts).toMatchObject({ from: '2022-09-05', until: '2022-09-18', left: 25, counted: 'day' });
  });

  it('names the holidays that a count passes over, and the calendar that it was counted with', async () => {
    const { answer } = await ask({ unit: 'vn-10.086.02932', obligation: 'duty 126/KH-UBND:1', aspect: 'due', negated: false });
    expect(answer[0]?.code === 'due.is' && answer[0].facts.due).toBe('2022-08-14');
    const demanded = await ask({
      unit: 'vn-10.086.02914',
      obligation: 'explain:duty 126/KH-UBND:1#1',
      aspect: 'due',
      negated: false,
    });
    const count = JSON.stringify(demanded.answer);
    expect(demanded.holds && count.includes('Quốc khánh')).toBe(true);
    expect(count).toContain('"calendar":"vn-2022-invented"');
  });

  it('says whom a step told, and why that one on that day', async () => {
    const { answer } = await ask({ unit: 'vn-10.086.02929', obligation: '126/KH-UBND:5', step: 'after-5wd', negated: false });
    const target = answer[0]?.because.find((each) => each.code === 'step.target');
    expect(target?.facts).toMatchObject({ target: { name: 'UBND huyện Bảo Thắng' }, as: 'superior', on: '2022-08-02' });
  });

  it('is answered as of an instant: what came later is not known', async () => {
    const before = await ask({ unit: 'vn-10.087', obligation: '6.4', aspect: 'due', negated: false, at: '2022-09-04' });
    expect(JSON.stringify(before)).not.toContain('ItemSuspended');
  });
});

/** Commands that a page names in its text, with the output that it shows below. */
const shown = (page: string): readonly (readonly [string, string])[] =>
  [
    ...readFileSync(path.join(ROOT, page), 'utf8').matchAll(/^`npm run -s thac -- audit (why[^`]*)`\n\n```text\n([\s\S]*?)```/gm),
  ].map(([, line = '', text = '']) => [line, text] as const);

/** A line `…` stands for any number of lines. */
const patternOf = (text: string): RegExp => {
  const lines = text.trimEnd().split('\n');
  return new RegExp(`^${lines.map((line) => (line === '…' ? '[\\s\\S]*?' : RegExp.escape(line))).join('\\n')}\\s*$`);
};

describe('The pages that show answers', () => {
  const PAGES = [
    'docs/explanation/why.md',
    'docs/explanation/why.vi.md',
    'docs/tutorials/audit.md',
    'docs/tutorials/audit.vi.md',
  ];
  it.each(PAGES.flatMap((page) => shown(page).map(([line, text]) => [page, line, text] as const)))(
    '%s: %s',
    async (_, line, text) => {
      const [verb = '', ...words] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      const typed = readTyped(words, WHY_VERBS.find(({ name }) => name === `audit ${verb}`)!);
      const { store, tenant, end, roots } = await liveOnce(path.basename(typed.value('folder') ?? ''));
      const { at = end, ...asked } = askedOf(typed, verb === 'why-not');
      const answer = await explainWhy(store, tenant, {
        ...asked,
        at,
        plan: roots.find(({ ref }) => ref.number === asked.plan)!.id,
      });
      const language = typed.value('language') === 'en' ? 'en' : 'vi';
      expect(explanationLines(answer, { language, colour: false } as Terminal).join('\n')).toMatch(patternOf(text));
      expect(answer.holds).toBe(true);
    },
  );

  it('show the same in both languages', () => {
    expect(PAGES.map((page) => shown(page).length)).toEqual([1, 1, 3, 3]);
  });
});

/** A deep copy with one value changed at a path. */
function bent(explanation: Explanation, change: (copy: Mutable) => void): Explanation {
  const copy = JSON.parse(JSON.stringify(explanation)) as Mutable;
  change(copy);
  return copy as unknown as Explanation;
}
// biome-ignore lint/suspicious/noExplicitAny: a spec bends JSON of any form
// oxlint-disable-next-line typescript/no-explicit-any
type Mutable = any;

describe('An explanation that was bent is found out', () => {
  let step: Explanation;
  let rate: Explanation;
  let report: Explanation;
  let whole: Explanation;
  beforeAll(async () => {
    step = await ask({ unit: 'vn-10.086.02929', obligation: '126/KH-UBND:5', step: 'after-5wd', negated: false });
    rate = await ask({ unit: 'vn-10.089', aspect: 'rate', negated: false });
    report = await ask({ unit: 'vn-10.086', obligation: '1@2022-9M', negated: false });
    whole = await ask({ unit: 'vn-10.087', obligation: '6.4', negated: false });
  });
  const find = (node: Mutable, code: string): Mutable => {
    for (const each of node.answer ?? node.because) {
      const found = each.code === code ? each : find(each, code);
      if (found) return found;
    }
    return undefined;
  };
  const days = (node: Mutable): Mutable[] => node.evidence.find(({ kind }: { kind: string }) => kind === 'days').days;

  it.each<[string, () => Explanation, (copy: Mutable) => void]>([
    ['a day of a count left out', () => step, (copy) => days(find(copy, 'count.term')).splice(1, 1)],
    [
      'a Sunday counted',
      () => step,
      (copy) =>
        Object.assign(
          days(find(copy, 'count.term')).find(({ weekday }) => weekday === 7),
          { count: 4 },
        ),
    ],
    ['another weekday', () => step, (copy) => Object.assign(days(find(copy, 'count.term'))[0], { weekday: 7 })],
    ['the step a day earlier', () => step, (copy) => Object.assign(copy.answer[0].facts, { at: '2022-08-01T00:00:00+07:00' })],
    ['somebody else told', () => step, (copy) => Object.assign(copy.answer[0].facts.actions[0].target, { id: 'vn-10' })],
    ['another due date', () => step, (copy) => Object.assign(copy.answer[0].facts, { due: '2022-07-25' })],
    ['a report fewer in the denominator', () => rate, (copy) => find(copy, 'rate.expected').facts.list.pop()],
    ['a better rate', () => rate, (copy) => Object.assign(copy.answer[0].facts, { timeliness: 99 })],
    [
      'a late report called in time',
      () => rate,
      (copy) =>
        find(copy, 'rate.on-time').facts.list.push(
          find(copy, 'rate.received').facts.list.find(({ verdict }: { verdict: string }) => verdict === 'late'),
        ),
    ],
    [
      'an input moved to those that are in',
      () => report,
      (copy) => find(copy, 'report.inputs').facts.received.push(find(copy, 'report.inputs').facts.missing.pop()),
    ],
    [
      'another last day of a period',
      () => report,
      (copy) => Object.assign(find(copy, 'count.report').facts, { end: '2022-09-15' }),
    ],
    [
      'a superior that is none',
      () => report,
      (copy) => Object.assign(find(copy, 'unit.member').evidence[1].superior, { id: 'vn-15' }),
    ],
    ['a unit of another kind', () => report, (copy) => Object.assign(find(copy, 'unit.member').facts, { tier: 'commune' })],
    ['a link of the chain left out', () => whole, (copy) => find(copy, 'due.is').because.splice(2, 1)],
    ['another rest', () => whole, (copy) => Object.assign(find(copy, 'count.rest').facts, { left: 24 })],
    ['a date named otherwise', () => whole, (copy) => Object.assign(find(copy, 'count.named').facts, { named: '2022-10-01' })],
    ['an act without a right', () => whole, (copy) => Object.assign(find(copy, 'act').facts, { right: null })],
    ['another verdict', () => whole, (copy) => Object.assign(find(copy, 'time.is').facts, { verdict: 'late' })],
    ['no reason why the unit is meant', () => whole, (copy) => find(copy, 'owed.item').because.splice(0)],
    ['nothing answered', () => whole, (copy) => copy.answer.splice(0)],
  ])('%s', (_, of, change) => {
    expect(checkExplanation(of())).toEqual([]);
    expect(checkExplanation(bent(of(), change))).not.toEqual([]);
  });
});
