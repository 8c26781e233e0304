import { AppError, type Bilingual } from '#contracts';
import type { Problem } from '#organisation';

/** Thrown when changes do not fit the history of an organisation. Nothing has been recorded. */
export class OrganisationRefused extends AppError {
  override readonly code = 'organisation.invalid';
  override readonly mend: Bilingual = {
    vi: 'Sửa từng lỗi được liệt kê rồi gửi lại toàn bộ.',
    en: 'Mend each of the problems listed, then send all of it again.',
  };
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message.en}`).join('\n'));
  }
  override get what(): Bilingual {
    const [first] = this.problems;
    const count = this.problems.length;
    return {
      vi: `Thay đổi tổ chức có ${count} lỗi: ${first?.path ?? ''} ${first?.message.vi ?? ''}`,
      en: `The changes of the organisation have ${count} problem${count === 1 ? '' : 's'}: ${first?.path ?? ''} ${first?.message.en ?? ''}`,
    };
  }
}
