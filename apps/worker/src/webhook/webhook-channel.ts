import { createHmac } from 'node:crypto';
import { type LookupFunction } from 'node:net';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Bilingual } from '#contracts';
import type { Channel, Delivery } from '#persistence';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { WebhookSettings } from './settings.js';

/** How a notice is sent; the system's own clock and names unless told. */
export interface WebhookOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly lookup?: LookupFunction;
  /** Longest time for an answer, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 5_000;

/** A notice did not go out; its message says why in both languages. */
export class WebhookFailed extends Error {
  constructor({ vi, en }: Bilingual, options?: ErrorOptions) {
    super(`${vi} · ${en}`, options);
  }
}

/**
 * Sends each notice by POST as a CloudEvent 1.0 (structured JSON), signed as Standard Webhooks have it. Only addresses of the open
 * Internet are reached, and those that are allowed: judged when a name has been resolved, for the connection that is then made. No
 * redirect is followed. An answer of 200 to 299 is a yes; whatever else throws, and is tried again by the queue.
 */
export const webhookChannel = (settings: WebhookSettings, options: WebhookOptions = {}): Channel => ({
  name: 'webhook',
  send: (delivery) => post(settings, delivery, options),
});

/** A notice as it travels. */
export const cloudEventOf = ({ tenant, id, subject, at, ...about }: Delivery): Readonly<Record<string, unknown>> => {
  const { plan, unit, obligation, step, generation, due, recipient } = about;
  return {
    specversion: '1.0',
    id,
    source: `/tenants/${tenant}`,
    type: `thac.notice.${subject}`,
    subject: `${plan}/${unit}/${obligation}`,
    time: at,
    datacontenttype: 'application/json',
    data: { recipient, plan, unit, obligation, step, generation, due },
  };
};

/** Signature of a message: `v1,` and HMAC-SHA-256 in base64 over id, seconds and body. */
export const signatureOf = (secret: string, { id, seconds, body }: { id: string; seconds: number; body: string }): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`;

async function post({ target, secret, allowed }: WebhookSettings, delivery: Delivery, options: WebhookOptions): Promise<void> {
  const { now = Date.now, lookup, patienceMs = PATIENCE_MS } = options;
  const body = JSON.stringify(cloudEventOf(delivery));
  const seconds = Math.floor(now() / 1_000);
  const filter = { allowIPAddressList: [...allowed], keepAlive: false };
  const isPlain = target.protocol === 'http:';
  const status = await answerOf(isPlain ? plainRequest : tlsRequest, target, {
    body,
    agent: isPlain ? new RequestFilteringHttpAgent(filter) : new RequestFilteringHttpsAgent(filter),
    patienceMs,
    ...(lookup && { lookup }),
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'thac',
      'webhook-id': delivery.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(secret, { id: delivery.id, seconds, body }),
    },
  });
  if (status >= 300 && status < 400) throw new WebhookFailed(REDIRECTED);
  if (status < 200 || status >= 300) throw new WebhookFailed(answered(status));
}

interface Posting {
  readonly body: string;
  readonly agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly patienceMs: number;
  readonly lookup?: LookupFunction;
}

/** The status of the answer; nothing of its body is read. */
function answerOf(send: typeof plainRequest, target: URL, { body, patienceMs, headers, ...how }: Posting): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    const sent = send(target, { method: 'POST', headers, signal, ...how }, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on('error', (error) => reject(new WebhookFailed(signal.aborted ? LATE : unreached(error), { cause: error })));
    sent.end(body);
  });
}

const REDIRECTED: Bilingual = {
  vi: 'Nơi nhận chuyển hướng; không đi theo. Đặt THAC_WEBHOOK_URL thành địa chỉ cuối cùng.',
  en: 'The receiver redirects, which is not followed. Set THAC_WEBHOOK_URL to the last address.',
};
const LATE: Bilingual = { vi: 'Nơi nhận không trả lời kịp.', en: 'The receiver did not answer in time.' };
const answered = (status: number): Bilingual => ({
  vi: `Nơi nhận trả lời ${status}, cần từ 200 đến 299.`,
  en: `The receiver answered ${status}; 200 to 299 is needed.`,
});

/** The agent's refusals carry no code: told apart by what they say. */
function unreached(error: NodeJS.ErrnoException): Bilingual {
  if (/is not allowed/.test(error.message)) {
    return {
      vi: 'Địa chỉ nơi nhận thuộc mạng riêng; nếu đúng là nơi cần gửi, thêm vào THAC_WEBHOOK_ALLOW.',
      en: 'The receiver is at an address that is not of the open Internet; if it is meant, add it to THAC_WEBHOOK_ALLOW.',
    };
  }
  const reason = error.code ?? 'network';
  return { vi: `Không kết nối được nơi nhận (${reason}).`, en: `The receiver cannot be reached (${reason}).` };
}
