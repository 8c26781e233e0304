import { type Channel, DeliveryFeed, DeliveryQueue, DeliverySender, logChannel, type QueuePolicy } from '#persistence';
import { type DeliveriesLogEntry, startDeliveries } from './start-deliveries.js';
import { readWebhookSettings } from './webhook/settings.js';

type Database = Pick<ConstructorParameters<typeof DeliveryFeed>[0], 'pool'> & { readonly url: string };

/** What goes out, and what fails, as lines of a log. */
export interface DeliveriesEntry extends DeliveriesLogEntry {
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A receiver that is away for a day misses nothing: twelve retries from 30 seconds on, each after twice the time. */
const PATIENT: QueuePolicy = { retries: 12 };

/**
 * Notices by webhook where `THAC_WEBHOOK_URL` is set; else by the log of the process, which says what would be sent, to which unit,
 * about what. `THAC_NOTICE_DAYS`: how old a step may be that is still told; 30 unless set.
 * @throws SettingFault where a setting `THAC_WEBHOOK_…` cannot be used
 */
export async function openDeliveries(
  { pool, url }: Database,
  log: (entry: DeliveriesEntry) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  const webhook = await readWebhookSettings(process.env);
  const policy = webhook ? PATIENT : {};
  const queue = await DeliveryQueue.open(url, policy, (error) => log({ level: 'error', message: QUEUE_FAILED, error }));
  const channel = webhook ? (await import('./webhook/webhook-channel.js')).webhookChannel(webhook) : toLog(log);
  const days = Number(process.env['THAC_NOTICE_DAYS'] ?? '');
  const feed = new DeliveryFeed({ pool, queue, channel: channel.name, ...(days > 0 && { lapseDays: days }) });
  const running = startDeliveries({ feed, sender: new DeliverySender({ pool, queue, channel }), log });
  return {
    stop: async () => {
      await running.stop();
      await queue.close();
    },
  };
}

const toLog = (log: (entry: DeliveriesEntry) => void): Channel =>
  logChannel(({ id, recipient, subject, plan, unit, obligation, step }) =>
    log({ level: 'info', message: TOLD, facts: { id, recipient, subject, plan, unit, obligation, step } }),
  );

const TOLD = { vi: 'Thông báo đã gửi.', en: 'A notice was sent.' };
const QUEUE_FAILED = { vi: 'Hàng đợi thông báo gặp lỗi.', en: 'The queue of notices failed.' };
