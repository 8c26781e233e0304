import { AppError, type Bilingual } from '#contracts';

/** Thrown by `append` when a stream is not where the writer last saw it: somebody else wrote first. Nothing was recorded. */
export class ConcurrencyConflict extends AppError {
  readonly code = 'store.conflict';
  readonly stream: string;
  /** Version that the writer had seen; 0 where it took the stream for new. */
  readonly expected: number;
  /** Version that the stream has. */
  readonly actual: number;

  constructor(conflict: { readonly stream: string; readonly expected: number; readonly actual: number }, cause?: unknown) {
    super(`stream ${conflict.stream} is at version ${conflict.actual}, not ${conflict.expected}`, { cause });
    this.stream = conflict.stream;
    this.expected = conflict.expected;
    this.actual = conflict.actual;
  }

  get what(): Bilingual {
    return {
      vi: `Dữ liệu "${this.stream}" đang ở phiên bản ${this.actual}, không phải ${this.expected}: đã có người khác ghi trước.`,
      en: `"${this.stream}" is at version ${this.actual}, not ${this.expected}: someone else wrote first.`,
    };
  }

  get mend(): Bilingual {
    return {
      vi: 'Hãy tải lại, xem thay đổi mới rồi thực hiện lại.',
      en: 'Load it again, look at what changed, and repeat your action.',
    };
  }
}

/** Thrown by `append` when a fact was recorded that the decision did not know of. Nothing was recorded: decide again. */
export class UnknownFact extends ConcurrencyConflict {
  constructor(knowing: number, fact: number) {
    super({ stream: 'facts', expected: knowing, actual: fact });
  }
}

/** Thrown by `append` when an idempotency key comes back with another request. Nothing was recorded. */
export class IdempotencyMismatch extends AppError {
  readonly code = 'store.idempotency-mismatch';
  readonly key: string;

  constructor(key: string) {
    super(`idempotency key ${key} was used for another request`);
    this.key = key;
  }

  get what(): Bilingual {
    return {
      vi: `Khóa chống lặp "${this.key}" đã được dùng cho một yêu cầu khác.`,
      en: `The idempotency key "${this.key}" was used for another request.`,
    };
  }

  get mend(): Bilingual {
    return {
      vi: 'Mỗi yêu cầu mới cần một khóa mới; chỉ gửi lại khóa cũ khi lặp lại đúng yêu cầu cũ.',
      en: 'Give every new request a key of its own; send an old key only to repeat the very same request.',
    };
  }
}
