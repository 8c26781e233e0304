import { AppError, type Bilingual } from '#contracts';

const TEXTS = {
  'what-if.other-plan': (value: string) => ({
    what: {
      vi: `Văn bản quy tắc là của kế hoạch khác: ${value}.`,
      en: `The rules are those of another plan: ${value}.`,
    },
    mend: {
      vi: 'Giữ nguyên số, ngày và cơ quan ban hành của một kế hoạch trong chuỗi này; chỉ sửa nội dung.',
      en: 'Keep number, date and issuer of a plan of this cascade, and change what it says.',
    },
  }),
  'what-if.organisation-late': (value: string) => ({
    what: {
      vi: `Đến ${value} đã có đơn vị nhận việc: không thay được toàn bộ cơ cấu tổ chức.`,
      en: `By ${value} units had got their work: the organisation cannot be replaced as a whole.`,
    },
    mend: {
      vi: 'Dùng tệp thay đổi tổ chức (found, rename, move, dissolve), hoặc rẽ nhánh trước khi ban hành kế hoạch.',
      en: 'Use a file of changes (found, rename, move, dissolve), or fork before the plan was issued.',
    },
  }),
  'what-if.too-large': (value: string) => ({
    what: { vi: `Lịch sử dài hơn ${value} sự kiện.`, en: `The history is longer than ${value} events.` },
    mend: {
      vi: 'Chạy bằng lệnh thac audit what-if với --limit lớn hơn.',
      en: 'Run thac audit what-if with a higher --limit.',
    },
  }),
  'what-if.too-slow': (value: string) => ({
    what: { vi: `Chưa xong sau ${value} giây.`, en: `It was not done after ${value} seconds.` },
    mend: {
      vi: 'Rẽ nhánh muộn hơn, dừng sớm hơn (until), hoặc chạy bằng lệnh thac audit what-if.',
      en: 'Fork later, stop earlier (until), or run thac audit what-if.',
    },
  }),
} as const;

export type WhatIfCode = keyof typeof TEXTS;

/** Thrown where a history cannot be lived otherwise in the way that was asked for. */
export class WhatIfRefused extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;
  constructor(
    override readonly code: WhatIfCode,
    readonly value: string,
  ) {
    super(`${code} ${value}`);
    ({ what: this.what, mend: this.mend } = TEXTS[code](value));
  }
}
