import type { Log, Metrics } from '#observability';
import { projections, type RunningProjections, startProjections } from '#persistence';

type Pool = Parameters<typeof startProjections>[0]['pool'];

/** Who is told how the projections follow. */
export interface Following {
  readonly pool: Pool;
  readonly metrics: Metrics;
  readonly log: Log;
  /** True while the clock of the process has a storm to get over: projections then take their time. */
  readonly yields?: () => boolean;
}

/** Lets all projections follow the logs of all tenants. Any number of processes may. */
export function followLog({ pool, metrics, log, yields = () => false }: Following): RunningProjections {
  return startProjections({
    pool,
    yields,
    projections: projections(),
    log: ({ projection, ...entry }) => {
      metrics.failed('projection');
      log({ ...entry, facts: { projection } });
    },
    onStep: (step) => metrics.projectionStep(step),
  });
}
