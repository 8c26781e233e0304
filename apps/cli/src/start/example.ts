import { isBegun, isLoaded, loadScenario, runScenario, type ScenarioBundle, type Workflow } from '#workflow';
import { readText } from '../files.js';
import { fromHouse } from '../house.js';
import { EXAMPLE } from '../source.js';
import { ProgressNotes } from './progress-notes.js';
import type { Teller } from './teller.js';

/** Reads the example that comes along. */
export const readExample = (): Promise<ScenarioBundle> => loadScenario(fromHouse(EXAMPLE), readText);

interface Loading {
  readonly workflow: Workflow;
  readonly bundle: ScenarioBundle;
  readonly tenant: string;
  readonly teller: Teller;
  readonly signal: AbortSignal;
}

/** Loads the example where it is not there yet, going on where an interrupted run stopped; leaves anything else alone. */
export async function loadExample({ workflow, bundle, tenant, teller, signal }: Loading): Promise<void> {
  const { title } = bundle.scenario;
  if (await isLoaded(workflow, bundle, tenant)) {
    return teller.tell({ vi: `Ví dụ đã có sẵn: ${title.vi}.`, en: `The example is there: ${title.en}.` });
  }
  const begun = await isBegun(workflow, bundle, tenant);
  if (!begun && (await workflow.store.head(tenant)) > 0) {
    return teller.tell({
      vi: 'Dữ liệu hiện có không phải của ví dụ này: giữ nguyên, không nạp. Dùng --reset để bắt đầu lại.',
      en: 'The data here is not of this example: it is kept as it is, nothing is loaded. --reset begins anew.',
    });
  }
  teller.tell(
    begun
      ? {
          vi: `Nạp tiếp ví dụ từ chỗ bị ngắt: ${title.vi}`,
          en: `Loading the rest of the example, from where it was interrupted: ${title.en}`,
        }
      : { vi: `Nạp ví dụ: ${title.vi}`, en: `Loading the example: ${title.en}` },
  );
  const notes = new ProgressNotes(teller);
  const { events, isWhole } = await runScenario(workflow, bundle, {
    tenant,
    signal,
    onProgress: (progress) => notes.note(progress),
  });
  if (isWhole) teller.tell({ vi: `Đã nạp ${events} sự kiện.`, en: `Loaded: ${events} events.` });
}
