import { collectDefaultMetrics, Counter, Histogram, type HistogramConfiguration, Registry } from 'prom-client';
import { addWatched, type Watched } from './watched.js';

const APPEND_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Everything that one process tells Prometheus. Times are seconds. Names and labels are an interface: dashboards and alert rules
 * are held to them by a test.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly appends = this.histogram({
    name: 'thac_append_seconds',
    help: 'Time of one append, by how it ended',
    buckets: APPEND_BUCKETS,
    labelNames: ['outcome'],
  });
  private readonly requests = this.histogram({
    name: 'thac_http_request_seconds',
    help: 'Time of one HTTP request',
    buckets: HTTP_BUCKETS,
    labelNames: ['method', 'route', 'status'],
  });
  private readonly steps = this.histogram({
    name: 'thac_projection_step_seconds',
    help: 'Time of one step of a projection',
    buckets: APPEND_BUCKETS,
    labelNames: ['projection'],
  });
  private readonly appended = this.counter('thac_append_events_total', 'Events recorded by this process');
  private readonly projected = this.counter('thac_projection_events_total', 'Events taken in by projections', ['projection']);
  private readonly wakeUps = this.counter('thac_clock_wake_ups_total', 'Wake-ups dealt with by this process');
  private readonly clockEvents = this.counter('thac_clock_events_total', 'Events that the clock of this process recorded');
  private readonly failures = this.counter('thac_failures_total', 'What failed and is tried again, by what it was', ['part']);

  private refresh: () => Promise<void> = async () => undefined;

  /** @param service `api` or `worker`: a label of every metric */
  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    for (const part of ['clock', 'projection', 'delivery', 'scrape']) this.failures.inc({ part }, 0);
    for (const outcome of ['recorded', 'replayed', 'refused', 'failed']) this.appends.zero({ outcome });
  }

  /** Takes numbers of the database with every scrape. A scrape goes on where the database does not answer. */
  watch(watched: Watched): void {
    this.refresh = addWatched(this.registry, watched, () => this.failed('scrape'));
  }

  /** An append is over. `seconds` from its beginning. */
  append(outcome: 'recorded' | 'replayed' | 'refused' | 'failed', seconds: number, events: number): void {
    this.appends.observe({ outcome }, seconds);
    if (outcome === 'recorded') this.appended.inc(events);
  }

  /** A request is over. `route` is the pattern, not the address: addresses name units. */
  request(labels: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void {
    this.requests.observe({ ...labels, status: String(labels.status) }, seconds);
  }

  /** A projection took events in. */
  projectionStep({ projection, events, seconds }: { projection: string; events: number; seconds: number }): void {
    this.steps.observe({ projection }, seconds);
    this.projected.inc({ projection }, events);
  }

  /** The clock woke what was due. */
  clockRun({ wakeUps, events }: { readonly wakeUps: number; readonly events: number }): void {
    this.wakeUps.inc(wakeUps);
    this.clockEvents.inc(events);
  }

  /** Something failed that will be tried again. */
  failed(part: 'clock' | 'projection' | 'delivery' | 'scrape'): void {
    this.failures.inc({ part });
  }

  /** What Prometheus reads. */
  async text(): Promise<string> {
    await this.refresh();
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private histogram<L extends string>(described: Omit<HistogramConfiguration<L>, 'registers'>): Histogram<L> {
    return new Histogram({ ...described, registers: [this.registry] });
  }

  private counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}

export { type Watched, type WatchedNumbers } from './watched.js';
