import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** How to get into an embedded server. */
export interface Access {
  readonly user: string;
  readonly password: string;
  readonly port: number;
}

export const newAccess = (): Access => ({ user: 'thac', password: randomBytes(24).toString('base64url'), port: 0 });

/** What was kept; undefined where nothing readable is. */
export async function readAccess(file: string): Promise<Access | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as Access;
  } catch {
    return undefined;
  }
}

/** Kept for its owner's eyes only; whoever reads meanwhile sees the old or the new one, whole. */
export async function keepAccess(file: string, access: Access): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify(access), { mode: 0o600 });
  await rename(next, file);
}

/** The address of a database of the server. */
export const urlOf = ({ user, password, port }: Access, database: string): string =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
