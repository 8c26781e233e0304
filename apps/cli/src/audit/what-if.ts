import { type LogReader, readCalendar, readOtherOrganisation, type WhatIf, whatIf, type WhatIfAsked } from '#workflow';
import { parseJsonFile } from '#contracts';
import type { PlanId } from '#engine';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { readText } from '../files.js';
import { styled, type Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { serverOf } from './ask-server.js';
import { momentOption, withLog } from './replay-log.js';

const EVENTS = 1_000_000;
/** No limit of time for whoever waits at the terminal. */
const SECONDS = 86_400;
/** Most differences that are told in words. */
const MOST_TOLD = 40;

/** `thac audit what-if PLAN [--rules FILE] [--calendar FILE] [--organisation FILE] [--at WHEN] [--until WHEN]`. */
export const runWhatIf: Run = async (typed, terminal) => {
  const server = serverOf(typed, 'limit');
  if (server) return tell(await server.workOut<WhatIf>('audit/what-if', await givenIn(typed)), typed, terminal);
  const limits = { events: limitOf(typed.value('limit')), seconds: SECONDS };
  const answer = await withLog(typed, terminal, async ({ log, tenant, until }) => {
    const asked = await askedOf(typed, log, tenant);
    return whatIf(log, tenant, { ...(until && { until }), ...asked }, limits);
  });
  return tell(answer, typed, terminal);
};

function tell(answer: WhatIf, typed: Typed, terminal: Terminal): number {
  if (typed.flag('json')) terminal.out(JSON.stringify(answer, null, 2));
  else for (const line of whatIfLines(answer, terminal)) terminal.out(line);
  return EXIT.ok;
}

/** What the options say, files as they are: a server reads them itself. */
async function givenIn(typed: Typed) {
  const [plan = ''] = typed.words;
  const [at, until] = [momentOption(typed, 'at'), momentOption(typed, 'until')];
  const [rules, calendar, organisation] = [typed.value('rules'), typed.value('calendar'), typed.value('organisation')];
  return {
    plan: plan as PlanId,
    ...(at && { at }),
    ...(until && { until }),
    ...(rules !== undefined && { rules: await readText(rules) }),
    ...(calendar !== undefined && { calendar: await jsonOf(calendar) }),
    ...(organisation !== undefined && { organisation: await jsonOf(organisation) }),
  };
}

const jsonOf = async (file: string): Promise<unknown> => parseJsonFile(file, await readText(file));

function limitOf(text: string | undefined): number {
  if (text === undefined) return EVENTS;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageFault(
    { vi: `--limit: “${text}” không phải số.`, en: `--limit: “${text}” is no number.` },
    { vi: 'Viết một số từ 1.', en: 'Write a number from 1.' },
  );
}

async function askedOf(typed: Typed, log: LogReader, tenant: string): Promise<WhatIfAsked> {
  const { calendar, organisation: json, ...given } = await givenIn(typed);
  const fileOf = (name: string): string => typed.value(name) ?? '';
  return {
    ...given,
    ...(calendar !== undefined && { calendar: readCalendar(calendar, fileOf('calendar')) }),
    ...(json !== undefined && (await readOtherOrganisation(log, tenant, { json, file: fileOf('organisation') }))),
  };
}

/** Both courses, what is otherwise unit by unit, and what could not be carried over. */
export function whatIfLines(
  { plan, from, until, total, differences, notCarried, said }: WhatIf,
  terminal: Terminal,
): readonly string[] {
  const { language } = terminal;
  const head = {
    vi: `${plan} · giả định từ ${from} đến ${until}: ${total} điểm khác`,
    en: `${plan} · otherwise from ${from} to ${until}: ${total} differences`,
  };
  const more = total - Math.min(total, MOST_TOLD);
  const rest = { vi: `… và ${more} điểm khác (--json)`, en: `… and ${more} more (--json)` };
  const lost = {
    vi: `${notCarried.length} thao tác không mang sang được:`,
    en: `${notCarried.length} acts could not be carried over:`,
  };
  return [
    styled(head[language], 'bold', terminal),
    said[language],
    ...differences.slice(0, MOST_TOLD).map((each) => `  ${each.said[language]}`),
    ...(more > 0 ? [rest[language]] : []),
    ...(notCarried.length > 0 ? [styled(lost[language], 'yellow', terminal)] : []),
    ...notCarried
      .slice(0, MOST_TOLD)
      .map(({ position, type, actor, what }) => `  ${position} ${type} ${actor ?? '·'}: ${what[language]}`),
  ];
}
