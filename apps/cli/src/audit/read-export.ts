import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { FileUnreadable } from '#contracts';

const GZIP = Buffer.of(0x1f, 0x8b);

/** Thrown while an export is read: what was compressed cannot be unpacked any further. */
export class PackingDamaged extends Error {}

/** The bytes of an export, unpacked where the file is compressed. @throws FileUnreadable, PackingDamaged */
export async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const isPacked = await startsAsGzip(file);
  const source = createReadStream(file);
  const gunzip = isPacked ? createGunzip() : undefined;
  if (gunzip) source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    for await (const chunk of gunzip ?? source) yield chunk as Buffer;
    if (gunzip && gunzip.bytesWritten !== (await stat(file)).size) throw new PackingDamaged('bytes behind the end');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (error instanceof PackingDamaged) throw error;
    throw code.startsWith('Z_') ? new PackingDamaged(code) : new FileUnreadable(file, code || message);
  } finally {
    source.destroy();
  }
}

async function startsAsGzip(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new FileUnreadable(file, error.code ?? error.message);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.equals(GZIP);
  } catch (error) {
    throw new FileUnreadable(file, (error as NodeJS.ErrnoException).code ?? 'unreadable');
  } finally {
    await handle.close();
  }
}
