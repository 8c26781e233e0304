import type { CascadeNode, PlanView } from '#contracts';
import { dateOption } from './dates.js';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { nothingIssued } from './simulate.js';
import { sourceOf } from './source.js';
import type { Server } from './server.js';
import { treeLines } from './tree-lines.js';
import type { Run, Typed } from './verb.js';

/** `thac plan tree [DIR | --server URL PLAN]`. */
export const runPlanTree: Run = async (typed, terminal) => {
  const source = sourceOf(typed);
  const tree = source.server ? await askedTree(source.server, typed.words[0]) : await simulatedTree(source.folder, typed);
  if (typed.flag('json')) terminal.out(JSON.stringify(tree, null, 2));
  else for (const line of treeLines(tree, terminal)) terminal.out(line);
  return EXIT.ok;
};

async function simulatedTree(folder: string, typed: Typed): Promise<CascadeNode> {
  const { cascadeOf } = await import('#workflow');
  const { simulateFolder } = await import('./simulation.js');
  const until = dateOption(typed, 'until');
  const lived = await simulateFolder(folder, until);
  const tree = cascadeOf(lived.events, lived.until);
  if (!tree) throw nothingIssued(until);
  return tree;
}

async function askedTree(server: Server, wanted: string | undefined): Promise<CascadeNode> {
  return server.get(`plans/${encodeURIComponent(wanted ?? (await onlyTop(server)))}/cascade`);
}

/** Without a plan's id: the plan at the top, where there is just one. */
export async function onlyTop(server: Server): Promise<string> {
  const plans: PlanView[] = [];
  for await (const plan of server.all<PlanView>('plans')) plans.push(plan);
  const tops = plans.filter(({ parent }) => parent === null);
  const [top] = tops;
  if (top && tops.length === 1) return top.id;
  const known = tops.map(({ id }) => id).join(', ');
  throw new UsageFault(
    { vi: `Máy chủ có ${tops.length} kế hoạch gốc.`, en: `The server has ${tops.length} plans at the top.` },
    { vi: `Nêu mã kế hoạch: ${known || '—'}.`, en: `Name a plan: ${known || '—'}.` },
  );
}
