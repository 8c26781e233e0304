import type { Bilingual } from '#contracts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/;

/** What to do about an address on the way to which others could read along. */
export const HTTPS: Bilingual = {
  vi: 'Đặt địa chỉ https://… (http:// chỉ được phép trên chính máy này).',
  en: 'Set an address https://… (http:// is taken on this machine alone).',
};

/** Whether a host is this machine itself. */
export const isThisMachine = (host: string): boolean => LOOPBACK.test(host);

/** An address on the way to which nobody reads along. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}
