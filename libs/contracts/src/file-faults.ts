import { AppError, type Bilingual } from './errors.js';

/** Thrown when a file is not there, cannot be read, or is not what it should be (UTF-8, well-formed JSON). */
export class FileUnreadable extends AppError {
  override readonly code = 'file.unreadable';
  constructor(
    /** As the person named it. */
    readonly file: string,
    /** What the system or the reader said. */
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
  override get what(): Bilingual {
    return { vi: `Không đọc được ${this.file} (${this.reason}).`, en: `${this.file} cannot be read (${this.reason}).` };
  }
  override get mend(): Bilingual {
    return {
      vi: 'Kiểm tra tên tệp, quyền đọc và nội dung (UTF-8, JSON đúng cú pháp).',
      en: 'Check the name of the file, the right to read it, and its content (UTF-8, well-formed JSON).',
    };
  }
}

/** One problem of a data file, as its reader tells it. */
export interface DataProblem {
  readonly code: string;
  /** JSON Pointer (RFC 6901) into the file. */
  readonly path: string;
  readonly message: Bilingual;
  readonly mend: Bilingual;
}

/** Thrown when an organisation or calendar file does not read: every problem with its place. */
export class DataFileInvalid extends AppError {
  override readonly code = 'data.invalid';
  override readonly mend: Bilingual = { vi: 'Sửa từng lỗi nêu dưới đây.', en: 'Mend each of the problems listed below.' };
  constructor(
    readonly file: string,
    readonly problems: readonly DataProblem[],
  ) {
    super(`${file}: ${problems.map(({ path, message }) => `${path} ${message.en}`).join('\n')}`);
  }
  override get what(): Bilingual {
    const count = this.problems.length;
    return { vi: `${this.file} có ${count} lỗi.`, en: `${this.file} has ${count} problem${count === 1 ? '' : 's'}.` };
  }
}

/**
 * The value of a JSON text.
 * @throws FileUnreadable when the text is not well formed
 */
export function parseJsonFile(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FileUnreadable(file, (error as Error).message);
  }
}
