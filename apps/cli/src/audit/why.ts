import type { Aspect, Explanation, WhyQuestion } from '#workflow';
import type { PlanView, UnitView } from '#contracts';
import { parseInstant, parseLocalDate, type Instant } from '#engine';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { readText } from '../files.js';
import { Server } from '../server.js';
import type { Run, Typed } from '../verb.js';
import type { Terminal } from '../terminal.js';
import { explanationLines } from './why-lines.js';

const URL_BY_DEFAULT = 'http://localhost:3000';

/** `thac audit why PLAN UNIT [OBLIGATION]`: exit code 1 where what is asked about is not so. */
export const runWhy: Run = (typed, terminal) => run(typed, terminal, false);

/** `thac audit why-not PLAN UNIT OBLIGATION`: exit code 1 where it is so after all. */
export const runWhyNot: Run = (typed, terminal) => run(typed, terminal, true);

async function run(typed: Typed, terminal: Terminal, negated: boolean): Promise<number> {
  const asked = askedOf(typed, negated);
  const folder = typed.value('folder');
  const address = typed.value('server') ?? URL_BY_DEFAULT;
  const answer = folder === undefined ? await askServer(new Server(address), asked) : await askFolder(folder, asked);
  if (typed.flag('json')) terminal.out(JSON.stringify(answer, null, 2));
  else for (const line of explanationLines(answer, terminal)) terminal.out(line);
  return answer.holds ? EXIT.ok : EXIT.refused;
}

/** A question as it was typed; plan and unit may be given by number and name. */
type Typing = Omit<WhyQuestion, 'at'> & { readonly at: Instant | undefined };

const ASPECTS: readonly Aspect[] = ['existence', 'due', 'state', 'report', 'rate', 'late'];

/** The question that was typed. @throws UsageFault */
export function askedOf(typed: Typed, negated: boolean): Typing {
  const [plan = '', unit = '', obligation] = typed.words;
  const aspects = ASPECTS.filter((each) => typed.flag(each));
  const [aspect] = aspects;
  const texts = textsOf(typed);
  if (aspects.length + Number('step' in texts) + Number('to' in texts) > 1) throw oneOnly();
  if (obligation === undefined && ('step' in texts || (aspect ?? 'rate') !== 'rate')) throw nothingNamed();
  return {
    negated,
    plan,
    unit,
    at: momentOf(typed.value('at')),
    ...(obligation !== undefined && { obligation }),
    ...(aspect !== undefined && { aspect }),
    ...texts,
    ...generationOf(typed.value('generation')),
  };
}

/** Options that are passed on as they were typed. */
const textsOf = (typed: Typed): Pick<WhyQuestion, 'step' | 'to' | 'period'> =>
  Object.fromEntries(
    ['step', 'to', 'period'].flatMap((name) => {
      const value = typed.value(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

function generationOf(text: string | undefined): { readonly generation?: number } {
  if (text === undefined) return {};
  if (/^[1-9]\d{0,5}$/.test(text)) return { generation: Number(text) };
  throw new UsageFault(
    { vi: `--generation: “${text}” không phải số.`, en: `--generation: “${text}” is no number.` },
    { vi: 'Viết một số từ 1.', en: 'Write a number from 1.' },
  );
}

/** A day means its end. @throws UsageFault */
function momentOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const day = parseLocalDate(text);
  const instant = day ? (`${day}T23:59:59+07:00` as Instant) : parseInstant(text);
  if (instant) return instant;
  throw new UsageFault(
    { vi: `--at: “${text}” không phải ngày hay thời điểm.`, en: `--at: “${text}” is neither a day nor an instant.` },
    { vi: 'Viết 2022-07-05 hoặc 2022-07-05T10:00:00+07:00.', en: 'Write 2022-07-05 or 2022-07-05T10:00:00+07:00.' },
  );
}

const oneOnly = (): UsageFault =>
  new UsageFault(
    { vi: 'Mỗi lần chỉ hỏi một điều.', en: 'One thing can be asked at a time.' },
    { vi: 'Bỏ bớt: --due, --late, --step, --to…', en: 'Leave all but one out: --due, --late, --step, --to…' },
  );
const nothingNamed = (): UsageFault =>
  new UsageFault(
    { vi: 'Chưa nêu việc, báo cáo hay nghĩa vụ nào.', en: 'No item, report or duty is named.' },
    { vi: 'Thêm mã sau đơn vị, ví dụ 1.2 hoặc 1@2022-9M.', en: 'Add its number behind the unit, such as 1.2 or 1@2022-9M.' },
  );

/** @throws UsageFault where no plan, or more than one, bears the number */
function planOf(plans: readonly { readonly id: string; readonly number: string }[], sought: string): string {
  if (plans.some(({ id }) => id === sought)) return sought;
  const found = plans.filter(({ number }) => number === sought);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const ids = (found.length > 0 ? found : plans).slice(0, 5).map(({ id }) => id);
  throw new UsageFault(
    found.length > 0
      ? { vi: `Có ${found.length} kế hoạch số ${sought}.`, en: `${found.length} plans bear the number ${sought}.` }
      : { vi: `Không có kế hoạch ${sought}.`, en: `There is no plan ${sought}.` },
    { vi: `Nêu mã kế hoạch: ${ids.join(', ') || '—'}.`, en: `Name a plan by its key: ${ids.join(', ') || '—'}.` },
  );
}

async function askFolder(folder: string, { at, ...asked }: Typing): Promise<Explanation> {
  const { explainWhy, loadScenario, plansOf } = await import('#workflow');
  const { InMemoryEventStore } = await import('#event-store');
  const { simulateIn } = await import('../simulation.js');
  const store = new InMemoryEventStore();
  const bundle = await loadScenario(folder, readText);
  const { events, until } = await simulateIn(store, bundle, undefined);
  const end = `${until}T23:59:59+07:00` as Instant;
  return explainWhy(store, bundle.top, { ...asked, plan: planOf(plansOf(events), asked.plan), at: at ?? end });
}

async function askServer(server: Server, { negated, at, ...asked }: Typing): Promise<Explanation> {
  const plans: PlanView[] = [];
  for await (const plan of server.all<PlanView>('plans')) plans.push(plan);
  const named = {
    ...asked,
    plan: planOf(plans, asked.plan),
    unit: await unitOf(server, asked.unit),
    ...(asked.to !== undefined && { to: await unitOf(server, asked.to) }),
    ...(at !== undefined && { at }),
  };
  const query = Object.fromEntries(Object.entries(named).map(([name, value]) => [name, String(value)]));
  return server.get<Explanation>(`audit/${negated ? 'why-not' : 'why'}`, query);
}

/** A unit by its id, or by a name that only one bears; what is neither is left to the server to refuse. */
async function unitOf(server: Server, sought: string): Promise<string> {
  if (!/[\s\p{Lu}]/u.test(sought)) return sought;
  const found: UnitView[] = [];
  for await (const unit of server.all<UnitView>('units', { search: sought })) if (unit.name === sought) found.push(unit);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const ids = found.slice(0, 5).map(({ id }) => id);
  throw new UsageFault(
    found.length > 0
      ? { vi: `Có ${found.length} đơn vị tên “${sought}”.`, en: `${found.length} units are called “${sought}”.` }
      : { vi: `Không có đơn vị “${sought}”.`, en: `There is no unit “${sought}”.` },
    { vi: `Nêu mã đơn vị: ${ids.join(', ') || 'vn-10.086'}.`, en: `Name the unit by its id: ${ids.join(', ') || 'vn-10.086'}.` },
  );
}
