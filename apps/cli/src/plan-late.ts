import type { LateEntry, LateList } from '#contracts';
import { dateOption, shownDate } from './dates.js';
import { EXIT } from './exit-codes.js';
import { onlyTop } from './plan-tree.js';
import { Server } from './server.js';
import { styled, type Terminal } from './terminal.js';
import type { Run } from './verb.js';

const LOCAL = 'http://localhost:3000';

/** `thac plan late [PLAN] [--server URL] [--as-of DAY]`. */
export const runPlanLate: Run = async (typed, terminal) => {
  const server = new Server(typed.value('server') ?? LOCAL);
  const plan = typed.words[0] ?? (await onlyTop(server));
  const asOf = dateOption(typed, 'as-of');
  const list = await wholeList(server, plan, asOf);
  if (typed.flag('json')) terminal.out(JSON.stringify(list, null, 2));
  else for (const line of lateLines(list, terminal)) terminal.out(line);
  return EXIT.ok;
};

/** All pages of the list, judged for one moment. */
async function wholeList(server: Server, plan: string, day: string | undefined): Promise<LateList> {
  const ask = (query: Readonly<Record<string, string>>): Promise<LateList> =>
    server.get<LateList>(`plans/${encodeURIComponent(plan)}/late-list`, query);
  let list = await ask(day === undefined ? {} : { asOf: day });
  while (list.next !== null) {
    const { late, next } = await ask({ asOf: list.asOf, after: list.next });
    list = { ...list, late: [...list.late, ...late], next };
  }
  return list;
}

/** A line for each entry, the steps taken and the explanation set in below it. */
export function lateLines({ plan, asOf, total, late }: LateList, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const head = {
    vi: `${plan.number} · chậm đến ${shownDate(asOf.slice(0, 10), language)}: ${total}`,
    en: `${plan.number} · late on ${shownDate(asOf.slice(0, 10), language)}: ${total}`,
  };
  return [head[language], ...late.flatMap((entry) => entryLines(entry, terminal))];
}

function entryLines({ unit, obligation, title, due, dueTime, daysLate, steps, explanation }: LateEntry, terminal: Terminal) {
  const { language } = terminal;
  const day = `${shownDate(due, language)}${dueTime === null ? '' : ` ${dueTime}`}`;
  const late = { vi: `hạn ${day}, chậm ${daysLate} ngày`, en: `due ${day}, ${daysLate} days late` }[language];
  const named = title === null ? obligation : `${obligation} ${title}`;
  const lines = [`${styled(unit.name, 'bold', terminal)} · ${named} · ${styled(late, 'red', terminal)}`];
  for (const { step, at, actions } of steps) {
    const done = actions.map(({ action, target }) => `${action}${target === null ? '' : ` → ${target}`}`).join(', ');
    lines.push(`  ${shownDate(at.slice(0, 10), language)} ${step}${done ? `: ${done}` : ''}`);
  }
  return explanation === null ? lines : [...lines, `  ${explanationLine(explanation, terminal)}`];
}

function explanationLine({ due, submittedAt }: NonNullable<LateEntry['explanation']>, { language }: Terminal): string {
  const by = due === null ? '–' : shownDate(due, language);
  if (submittedAt === null) return { vi: `giải trình: chưa gửi, hạn ${by}`, en: `explanation: not in, due ${by}` }[language];
  const on = shownDate(submittedAt.slice(0, 10), language);
  return { vi: `giải trình: gửi ${on}, hạn ${by}`, en: `explanation: in on ${on}, due ${by}` }[language];
}
