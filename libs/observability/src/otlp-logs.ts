import { type Bilingual, SettingFault } from '#contracts';
import { HTTPS, isSafe } from './safe-address.js';

/** A line of the log, as it was written. */
export type LogLine = Readonly<Record<string, unknown>> & {
  readonly at: string;
  readonly level: string;
  readonly message: Bilingual;
};

/** How lines are sent on. */
export interface OtlpLogOptions {
  /** Where logs are taken, `…/v1/logs`. */
  readonly endpoint: string;
  readonly service: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `fetch` unless told. */
  readonly send?: typeof fetch;
  /** Waits before the next try; a timer that keeps no process alive unless told. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Lines kept while a collector does not answer; beyond, the oldest go, and how many is told. */
export const MOST_KEPT = 10_000;
const BATCH = 500;
const GATHER_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const WAIT_MS = 10_000;
/** https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
const SEVERITY: Readonly<Record<string, number>> = { debug: 5, info: 9, warn: 13, error: 17 };

/**
 * Sends lines of the log to a collector elsewhere (OTLP over HTTP, as JSON), beside writing them here: in order, in batches, again until
 * the collector takes them. Never holds up whoever writes.
 */
export class OtlpLogs {
  private kept: LogLine[] = [];
  private lost = 0;
  private sending: Promise<void> | undefined;
  private isOver = false;

  constructor(private readonly options: OtlpLogOptions) {}

  take(line: LogLine): void {
    this.kept.push(line);
    if (this.kept.length > MOST_KEPT) {
      this.kept.shift();
      this.lost += 1;
    }
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
  }

  /** Sends what is left, once: a collector that is away holds up no end. */
  async close(): Promise<void> {
    this.isOver = true;
    if (this.kept.length > 0) await this.sendOne();
  }

  private async sendAll(): Promise<void> {
    const { pause = quietPause } = this.options;
    for (let wait = GATHER_MS; this.kept.length > 0 && !this.isOver; ) {
      await pause(wait);
      wait = (await this.sendOne()) ? GATHER_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }

  private async sendOne(): Promise<boolean> {
    const { endpoint, headers = {}, send = fetch } = this.options;
    const [batch, lost] = [this.kept.slice(0, BATCH), this.lost];
    const body = JSON.stringify(this.request(batch, lost));
    const request = {
      method: 'POST',
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    } as const;
    const isTaken = await send(endpoint, { ...request, signal: AbortSignal.timeout(WAIT_MS) }).then(
      ({ ok }) => ok,
      () => false, // asked again later: what is written here says what happened all the same
    );
    if (!isTaken) return false;
    const sent = new Set(batch);
    this.kept = this.kept.filter((line) => !sent.has(line)); // some may have gone meanwhile, as there were too many
    this.lost -= lost;
    return true;
  }

  private request(batch: readonly LogLine[], lost: number): object {
    const { service } = this.options;
    const logRecords = [...batch.map(recordOf), ...(lost > 0 ? [lostRecord(lost, batch.at(-1)?.at ?? '')] : [])];
    return {
      resourceLogs: [
        { resource: { attributes: [attribute('service.name', service)] }, scopeLogs: [{ scope: { name: 'thac' }, logRecords }] },
      ],
    };
  }
}

const quietPause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const attribute = (key: string, value: unknown) => ({
  key,
  value: { stringValue: typeof value === 'string' ? value : JSON.stringify(value) },
});

function recordOf({ at, level, message, ...more }: LogLine): object {
  return {
    timeUnixNano: `${Date.parse(at)}000000`,
    severityNumber: SEVERITY[level] ?? 0,
    severityText: level,
    body: { stringValue: message.en },
    attributes: [attribute('message.vi', message.vi), ...Object.entries(more).map(([key, value]) => attribute(key, value))],
  };
}

const lostRecord = (count: number, at: string): object =>
  recordOf({
    at,
    level: 'error',
    message: {
      vi: 'Nơi nhận nhật ký không trả lời: một số dòng chỉ còn ở máy ghi.',
      en: 'The collector did not answer: some lines are only where they were written.',
    },
    facts: { lines: count },
  });

/**
 * Where logs are sent besides the standard error: `OTEL_EXPORTER_OTLP_LOGS_ENDPOINT`, else `OTEL_EXPORTER_OTLP_ENDPOINT` and `/v1/logs`, with
 * `OTEL_EXPORTER_OTLP_HEADERS`. @returns undefined where neither is set @throws SettingFault where others could read them on the way
 */
export function readLogShipping(environment: NodeJS.ProcessEnv): Pick<OtlpLogOptions, 'endpoint' | 'headers'> | undefined {
  const { OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: all } = environment;
  if (!own && !all) return undefined;
  const endpoint = own || `${(all ?? '').replace(/\/+$/, '')}/v1/logs`;
  if (!isSafe(endpoint)) throw new SettingFault(own ? 'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT' : 'OTEL_EXPORTER_OTLP_ENDPOINT', HTTPS);
  return { endpoint, headers: headersIn(environment['OTEL_EXPORTER_OTLP_HEADERS'] ?? '') };
}

/** `name=value,name=value`, values percent-encoded. */
function headersIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  const headers = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())] as const;
  });
  return Object.fromEntries(headers);
}
