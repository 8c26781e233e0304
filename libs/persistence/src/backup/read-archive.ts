import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { FileUnreadable } from '#contracts';
import {
  FORMAT,
  type Frame,
  framesOf,
  type Header,
  MAGIC,
  type Manifest,
  NoFrame,
  type TableBegin,
  type TableEnd,
} from './archive.js';
import { BackupFault } from './backup-fault.js';

/** What is done with the parts of a backup, in order. */
export interface ArchiveTaker {
  header(header: Header): Promise<void>;
  /** Takes a table's rows as COPY wrote them, to their end. @returns how many were taken */
  table(begin: TableBegin, rows: AsyncIterable<Buffer>): Promise<number>;
}

/**
 * Reads a backup from beginning to end; memory is bounded.
 * @throws BackupFault `backup.not-a-backup`, `backup.version`, `backup.cut`, `backup.damaged`; FileUnreadable
 */
export async function readArchive(file: string, taker: ArchiveTaker): Promise<Manifest> {
  const start = await startOf(file);
  const decompress = createZstdDecompress();
  const plain = new PassThrough();
  const flow = pipeline(createReadStream(file, { start }), decompress, plain);
  flow.catch(() => undefined); // met again where its bytes are read
  const frames = framesOf(plain);
  try {
    const manifest = await new Reading(file, frames, taker).run();
    const { size } = await stat(file);
    // Bytes behind the end are passed over in silence by the decompression.
    if (start + decompress.bytesWritten !== size) throw new BackupFault('backup.damaged', { place: file, thing: '…' });
    return manifest;
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    plain.destroy();
    await flow.catch(() => undefined);
  }
}

/** Where the frames begin, once the first line has been understood. */
async function startOf(file: string): Promise<number> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new FileUnreadable(file, error.code ?? error.message);
  });
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0).finally(() => handle.close());
  const text = buffer.toString('latin1', 0, bytesRead);
  const [line = ''] = text.split('\n');
  if (!line.startsWith(MAGIC) || line.length === text.length) throw new BackupFault('backup.not-a-backup', { place: file });
  const format = line.slice(MAGIC.length);
  if (format !== String(FORMAT)) throw new BackupFault('backup.version', { place: file, thing: format.slice(0, 20) });
  return line.length + 1;
}

/** What the decompression says of bytes that end too early, and of bytes that are not its own. */
function faultOf(error: unknown, file: string): unknown {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (error instanceof NoFrame && message.startsWith('cut')) return new BackupFault('backup.cut', { place: file });
  if (code === 'Z_BUF_ERROR' || /unexpected end/.test(message)) return new BackupFault('backup.cut', { place: file });
  if (error instanceof NoFrame || code.startsWith('ZSTD_'))
    return new BackupFault('backup.damaged', { place: file }, { cause: error });
  return error;
}

class Reading {
  constructor(
    private readonly file: string,
    private readonly frames: AsyncGenerator<Frame>,
    private readonly taker: ArchiveTaker,
  ) {}

  async run(): Promise<Manifest> {
    const header = await this.next();
    if (header.kind !== 'header') throw this.damaged('header');
    await this.taker.header(json<Header>(header));
    const tables: TableEnd[] = [];
    for (let frame = await this.next(); ; frame = await this.next()) {
      if (frame.kind === 'table') tables.push(await this.table(json<TableBegin>(frame)));
      else if (frame.kind !== 'manifest') throw this.damaged(frame.kind);
      else return await this.ended(json<Manifest>(frame), tables);
    }
  }

  private async table(begin: TableBegin): Promise<TableEnd> {
    const hash = createHash('sha256');
    let end: TableEnd | undefined;
    const next = () => this.next();
    const rows = async function* (): AsyncGenerator<Buffer> {
      for (let frame = await next(); ; frame = await next()) {
        if (frame.kind === 'end') end = json<TableEnd>(frame);
        if (frame.kind !== 'data') return;
        hash.update(frame.content);
        yield frame.content;
      }
    };
    const taken = await this.taker.table(begin, rows());
    if (!end || end.table !== begin.table || end.rows !== taken || end.sha256 !== hash.digest('hex')) {
      throw this.damaged(begin.table);
    }
    return end;
  }

  /** The manifest says what there was, and nothing follows it: the compression's own checksum lies behind it. */
  private async ended(manifest: Manifest, tables: readonly TableEnd[]): Promise<Manifest> {
    if (JSON.stringify(manifest.tables) !== JSON.stringify(tables)) throw this.damaged('manifest');
    if (!(await this.frames.next()).done) throw this.damaged('manifest');
    return manifest;
  }

  private async next(): Promise<Frame> {
    const { value, done } = await this.frames.next();
    if (done) throw new BackupFault('backup.cut', { place: this.file });
    return value;
  }

  private damaged(thing: string): BackupFault {
    return new BackupFault('backup.damaged', { place: this.file, thing });
  }
}

const json = <T>({ content }: Frame): T => JSON.parse(content.toString()) as T;
