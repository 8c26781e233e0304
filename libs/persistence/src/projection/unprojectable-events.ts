import { AppError, type Bilingual } from '#contracts';

/**
 * Thrown when events cannot be shown to people: a write to a unit plan's stream came without the state after it, or a plan
 * names rules that were never published. A fault of the caller; nothing was recorded.
 */
export class UnprojectableEvents extends AppError {
  readonly code = 'store.unprojectable';

  constructor(
    readonly subject: string,
    readonly missing: 'state' | 'rules',
  ) {
    super(`cannot project ${subject}: ${missing} missing`);
  }

  get what(): Bilingual {
    return this.missing === 'state'
      ? {
          vi: `Lần ghi vào "${this.subject}" không kèm trạng thái sau khi ghi.`,
          en: `The write to "${this.subject}" came without the state that follows from it.`,
        }
      : {
          vi: `Kế hoạch "${this.subject}" dẫn đến văn bản quy tắc chưa được công bố.`,
          en: `The plan "${this.subject}" names a rules document that was never published.`,
        };
  }

  get mend(): Bilingual {
    return this.missing === 'state'
      ? {
          vi: 'Đây là lỗi của chương trình: hãy báo cho người phát triển.',
          en: 'This is a mistake in the program: please report it to its developers.',
        }
      : {
          vi: 'Hãy công bố văn bản quy tắc trước, hoặc trong cùng một lần ghi với kế hoạch.',
          en: 'Publish the rules document before the plan, or in one batch with it.',
        };
  }
}
