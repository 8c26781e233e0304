import type { PlanView } from '#contracts';
import { dateOption, shownDate } from './dates.js';
import { EXIT } from './exit-codes.js';
import type { Server } from './server.js';
import { sourceOf } from './source.js';
import type { Run, Typed } from './verb.js';

/** `thac plan list [DIR | --server URL]`. */
export const runPlanList: Run = async (typed, terminal) => {
  const source = sourceOf(typed);
  const plans = source.server ? await askedPlans(source.server) : await simulatedPlans(source.folder, typed);
  if (typed.flag('json')) {
    terminal.out(JSON.stringify(plans, null, 2));
    return EXIT.ok;
  }
  const { language } = terminal;
  const none = { vi: 'Chưa có kế hoạch nào.', en: 'There is no plan yet.' };
  const units = { vi: 'kế hoạch đơn vị', en: 'unit plans' }[language];
  if (plans.length === 0) terminal.out(none[language]);
  for (const { id, number, issuer, issuedOn, unitPlans, parent } of plans) {
    terminal.out(
      `${parent === null ? '' : '  '}${number} · ${shownDate(issuedOn, language)} · ${issuer.name} · ${unitPlans} ${units} · ${id}`,
    );
  }
  return EXIT.ok;
};

async function askedPlans(server: Server): Promise<readonly PlanView[]> {
  const plans: PlanView[] = [];
  for await (const plan of server.all<PlanView>('plans')) plans.push(plan);
  return plans;
}

async function simulatedPlans(folder: string, typed: Typed): Promise<readonly PlanView[]> {
  const { plansOf } = await import('#workflow');
  const { simulateFolder } = await import('./simulation.js');
  return plansOf((await simulateFolder(folder, dateOption(typed, 'until'))).events);
}
