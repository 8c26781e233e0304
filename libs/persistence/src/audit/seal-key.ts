import { generateKeyPairSync } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { originOf, type SigningKey, signingKey } from '#audit';
import { AuditFault } from './audit-fault.js';

/** The key that seals, for each tenant's log under the log's own name. */
export type SealKey = (tenant: string) => SigningKey;

/** Name of the installation where none is set. */
const NAME = 'thac';
/** Rights of others on the file. */
const OTHERS = 0o077;

export interface SealKeyOptions {
  /** PEM file (PKCS #8) with an Ed25519 private key. */
  readonly file: string;
  /** Whether to make one where the file is not there. */
  readonly makes: boolean;
  /** Name of the installation, first part of each log's name; `thac` unless told. */
  readonly name?: string | undefined;
}

/**
 * The sealing key of a file; made, with rights for its owner alone, where that is asked for. What is in it is never shown.
 * @throws AuditFault `audit.key` where the file cannot be read, others may read it, or it holds no such key
 */
export async function openSealKey({ file, makes, name = NAME }: SealKeyOptions): Promise<SealKey> {
  if (makes) await makeSealKey(file);
  const pem = await read(file);
  try {
    signingKey(originOf(name, ''), pem);
  } catch (error) {
    throw new AuditFault('audit.key', { place: file, thing: (error as NodeJS.ErrnoException).code ?? 'Ed25519, PKCS #8, PEM' });
  }
  const known = new Map<string, SigningKey>();
  return (tenant) => {
    const key = known.get(tenant) ?? signingKey(originOf(name, tenant), pem);
    known.set(tenant, key);
    return key;
  };
}

async function read(file: string): Promise<string> {
  try {
    const { mode } = await stat(file);
    if ((mode & OTHERS) !== 0) throw new AuditFault('audit.key', { place: file, thing: `mode ${(mode & 0o777).toString(8)}` });
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof AuditFault) throw error;
    throw new AuditFault('audit.key', { place: file, thing: (error as NodeJS.ErrnoException).code ?? 'unreadable' });
  }
}

async function makeSealKey(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw new AuditFault('audit.key', { place: file, thing: error.code ?? 'unwritable' });
  });
  if (!handle) return;
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    await handle.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
