import { AppError, type Bilingual } from '#contracts';
import type { Rejection } from '#engine';
import { describeRejection } from './rejection-texts.js';

/** Thrown when something that is named does not exist (or not for this tenant). */
export class NotFound extends AppError {
  override readonly code = 'not-found';
  override readonly mend: Bilingual = {
    vi: 'Kiểm tra lại mã; xem danh sách bằng các đường dẫn liệt kê.',
    en: 'Check the id; the list endpoints show what there is.',
  };
  constructor(
    readonly thing:
      | 'plan'
      | 'unit'
      | 'unit-plan'
      | 'item'
      | 'report'
      | 'rules'
      | 'tenant'
      | 'delivery'
      | 'checkpoint'
      | 'user'
      | 'session'
      | 'token'
      | 'action',
    readonly id: string,
  ) {
    super(`${thing} ${id} not found`);
  }
  override get what(): Bilingual {
    return {
      vi: `Không tìm thấy ${THINGS[this.thing].vi} “${this.id}”.`,
      en: `There is no ${THINGS[this.thing].en} “${this.id}”.`,
    };
  }
}

const THINGS: Readonly<Record<NotFound['thing'], Bilingual>> = {
  plan: { vi: 'kế hoạch', en: 'plan' },
  unit: { vi: 'đơn vị', en: 'unit' },
  'unit-plan': { vi: 'kế hoạch của đơn vị', en: 'unit plan' },
  item: { vi: 'việc', en: 'item' },
  report: { vi: 'báo cáo', en: 'report' },
  rules: { vi: 'văn bản quy tắc', en: 'rules document' },
  tenant: { vi: 'đơn vị sử dụng', en: 'tenant' },
  delivery: { vi: 'thông báo', en: 'notice' },
  user: { vi: 'người dùng', en: 'user' },
  session: { vi: 'phiên', en: 'session' },
  token: { vi: 'mã truy cập', en: 'token' },
  action: { vi: 'thao tác', en: 'action' },
  checkpoint: { vi: 'điểm kiểm hay vị trí đã niêm phong', en: 'checkpoint or sealed position' },
};

/** Thrown when a write was based on a version that is no longer the newest. */
export class StaleVersion extends AppError {
  override readonly code = 'version.stale';
  override readonly mend: Bilingual = {
    vi: 'Tải lại để xem bản mới nhất rồi làm lại thao tác.',
    en: 'Reload, look at the newest version, and do it again.',
  };
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`expected version ${expected}, found ${actual}`);
  }
  override get what(): Bilingual {
    return {
      vi: `Dữ liệu đã thay đổi: thao tác dựa trên phiên bản ${this.expected}, hiện nay là ${this.actual}.`,
      en: `It has changed meanwhile: the command was based on version ${this.expected}, the newest is ${this.actual}.`,
    };
  }
}

/** Thrown at the boundary when a command was refused: carries the engine's rejection. Inside, rejections are values. */
export class Refused extends AppError {
  constructor(
    readonly rejection: Rejection,
    readonly details: unknown = null,
  ) {
    super(rejection.code);
  }
  override get code(): string {
    return this.rejection.code;
  }
  override get what(): Bilingual {
    return describeRejection(this.rejection).what;
  }
  override get mend(): Bilingual {
    return describeRejection(this.rejection).mend;
  }
}
