import { AppError, type Bilingual } from '#contracts';

/** Thrown when a rate is asked for that takes in more unit plans than one answer may read. */
export class RateTooWide extends AppError {
  override readonly code = 'why.too-wide';
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Hỏi tỷ lệ của một đơn vị thấp hơn; tổng là cộng của các đơn vị trực thuộc.',
    en: 'Ask for the rate of a unit further down; the whole is the sum of those below.',
  };
  constructor(
    readonly units: number,
    readonly most: number,
  ) {
    super(`${units} units, at most ${most}`);
    this.what = {
      vi: `Tỷ lệ này gồm ${units} đơn vị; một câu trả lời đọc được nhiều nhất ${most}.`,
      en: `This rate takes in ${units} units; one answer reads ${most} at most.`,
    };
  }
}
