import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, isIP, type LookupFunction } from 'node:net';
import type { Delivery } from '#persistence';
import type { Instant, LocalDate } from '#engine';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readWebhookSettings } from './settings.js';
import { signatureOf, webhookChannel, type WebhookOptions } from './webhook-channel.js';

const SECRET = 'a secret of two servers, 32 characters';
const NOTICE: Delivery = {
  tenant: 'vn-10',
  id: 'a1b2',
  channel: 'webhook',
  recipient: 'vn-10.086',
  subject: 'remind',
  plan: '239-KH-UBND_2022-06-30_vn-10',
  unit: 'vn-10.086',
  obligation: 'item/2.5',
  step: 'T-7',
  generation: 1,
  due: '2022-09-30' as LocalDate,
  at: '2022-09-23T08:00:00+07:00' as Instant,
};

interface Received {
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What reached this machine, at whichever of its addresses. */
const received: Received[] = [];
let answer: { status: number; headers?: Record<string, string> } | null = { status: 204 };
const server: Server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    received.push({ host: request.headers.host ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
    if (answer) response.writeHead(answer.status, answer.headers).end('ignored');
  });
});
let port = 0;
beforeAll(async () => {
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  received.length = 0;
  answer = { status: 204 };
});

/** Sends a notice to a host of this port; `allow` may be reached although it is of no open network. */
async function sendTo(host: string, allow = '', options: WebhookOptions = {}): Promise<string> {
  const settings = await readWebhookSettings({
    THAC_WEBHOOK_URL: `http://${host}:${port}/hook`,
    THAC_WEBHOOK_PLAIN: 'on',
    THAC_WEBHOOK_SECRET: SECRET,
    THAC_WEBHOOK_ALLOW: allow,
  });
  if (!settings) throw new Error('no settings');
  return webhookChannel(settings, options)
    .send(NOTICE)
    .then(
      () => 'sent',
      (error: Error) => error.message,
    );
}

/** Names of a network of our own; each question takes the next answer, the last one for ever. */
function namesOf(...answers: readonly (readonly string[])[]): LookupFunction {
  let asked = 0;
  return (_name, options, callback) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? [];
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all) callback(null, all);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

describe('A notice by webhook', () => {
  it('is a CloudEvent, signed over its id, its time and its body', async () => {
    expect(await sendTo('127.0.0.1', '127.0.0.1', { now: () => 1_663_894_800_999 })).toBe('sent');
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id: 'a1b2',
      source: '/tenants/vn-10',
      type: 'thac.notice.remind',
      subject: '239-KH-UBND_2022-06-30_vn-10/vn-10.086/item/2.5',
      time: '2022-09-23T08:00:00+07:00',
      datacontenttype: 'application/json',
      data: {
        recipient: 'vn-10.086',
        plan: '239-KH-UBND_2022-06-30_vn-10',
        unit: 'vn-10.086',
        obligation: 'item/2.5',
        step: 'T-7',
        generation: 1,
        due: '2022-09-30',
      },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': 'a1b2',
      'webhook-timestamp': '1663894800',
      'webhook-signature': signatureOf(SECRET, { id: 'a1b2', seconds: 1_663_894_800, body }),
    });
  });

  it('is signed as Standard Webhooks have it', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' };
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    expect(signatureOf(secret as never, message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each([200, 201, 202, 204, 299])('has arrived where the receiver answers %d', async (status) => {
    answer = { status };
    expect(await sendTo('127.0.0.1', '127.0.0.1')).toBe('sent');
  });

  it.each([400, 401, 404, 410, 429, 500, 503])('has not where it answers %d: the queue tries again', async (status) => {
    answer = { status };
    expect(await sendTo('127.0.0.1', '127.0.0.1')).toMatch(new RegExp(`trả lời ${status}.* · .*answered ${status}`));
  });

  it('follows no redirect', async () => {
    answer = { status: 307, headers: { location: `http://127.0.0.1:${port}/inside` } };
    expect(await sendTo('127.0.0.1', '127.0.0.1')).toMatch(/chuyển hướng.* · .*redirects/);
    expect(received.length).toBe(1);
  });

  it('waits so long for an answer, and no longer', async () => {
    answer = null;
    expect(await sendTo('127.0.0.1', '127.0.0.1', { patienceMs: 100 })).toMatch(/không trả lời kịp.* · .*did not answer in time/);
  });
});

/** Addresses of this machine, of its network and of none, written in all the ways that are read as addresses. */
const INSIDE = `
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.0.0.1. 127.127.127.127
①②⑦.⓪.⓪.① 127。0。0。1 %31%32%37.0.0.1 0 0.0.0.0 localhost LOCALHOST [::1] [::] [0:0:0:0:0:0:0:1]
[::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:0001] [64:ff9b::7f00:1] [2002:7f00:1::] [2001::1]
[fe80::1] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254
192.168.0.1 192.168.255.254 100.64.0.1 0xa9fea9fe 169.254.169.254 169.254.170.2 2852039166 0251.0376.0251.0376
169.254.43518 100.100.100.200 192.0.0.192 192.0.2.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255 198.18.0.1
`
  .trim()
  .split(/\s+/);

describe('What is not of the open Internet', () => {
  it.each(INSIDE)('is not reached by its address: %s', async (host) => {
    expect(await sendTo(host)).toMatch(/mạng riêng.* · .*not of the open Internet/);
    expect(received).toEqual([]);
  });

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.0.0.5']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['93.184.216.34', '127.0.0.1']],
    [['2606:2800:220:1::1', 'fd00::1']],
  ])('is not reached by a name for %j', async (addresses) => {
    expect(await sendTo('hook.example', '', { lookup: namesOf(addresses) })).toMatch(/mạng riêng/);
    expect(received).toEqual([]);
  });

  it('is not reached by a name that changes: each connection is made to the address that was judged', async () => {
    const lookup = namesOf(['127.0.0.2'], ['127.0.0.1']);
    expect(await sendTo('hook.example', '127.0.0.2', { lookup })).toBe('sent');
    expect(await sendTo('hook.example', '127.0.0.2', { lookup })).toMatch(/mạng riêng/);
    expect(received.length).toBe(1);
  });

  it('is reached where it is allowed: an address, or a network', async () => {
    expect(await sendTo('127.0.0.1', '10.0.0.0/8, 127.0.0.0/8')).toBe('sent');
    expect(await sendTo('hook.example', '127.0.0.3', { lookup: namesOf(['127.0.0.3']) })).toBe('sent');
    expect(await sendTo('127.0.0.1', '10.0.0.0/8')).toMatch(/mạng riêng/);
  });
});

describe('Settings of the webhook', () => {
  const ENOUGH = { THAC_WEBHOOK_URL: 'https://nhan.example.vn/hook', THAC_WEBHOOK_SECRET: SECRET };

  it('are none without an address', async () => {
    expect(await readWebhookSettings({})).toBeUndefined();
    expect(await readWebhookSettings(ENOUGH)).toEqual({ target: new URL(ENOUGH.THAC_WEBHOOK_URL), secret: SECRET, allowed: [] });
  });

  it.each([
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'http://nhan.example.vn/hook' }],
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'https://user:password@nhan.example.vn' }],
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'https://nhan.example.vn/#x' }],
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'file:///etc/passwd' }],
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'nhan.example.vn' }],
    ['THAC_WEBHOOK_URL', { THAC_WEBHOOK_URL: 'ftp://nhan.example.vn', THAC_WEBHOOK_PLAIN: 'on' }],
    ['THAC_WEBHOOK_SECRET', { THAC_WEBHOOK_SECRET: 'short' }],
    ['THAC_WEBHOOK_SECRET', { THAC_WEBHOOK_SECRET: '', THAC_WEBHOOK_SECRET_FILE: '/no/such/file' }],
    ['THAC_WEBHOOK_ALLOW', { THAC_WEBHOOK_ALLOW: '10.0.0.0/33' }],
    ['THAC_WEBHOOK_ALLOW', { THAC_WEBHOOK_ALLOW: 'nhan.example.vn' }],
    ['THAC_WEBHOOK_ALLOW', { THAC_WEBHOOK_ALLOW: '10.0.0.0/8/8' }],
  ])('name %s where it will not do: %j', async (setting, wrong) => {
    await expect(readWebhookSettings({ ...ENOUGH, ...wrong })).rejects.toMatchObject({ code: 'setting.invalid', setting });
  });
});
