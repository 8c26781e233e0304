import { AppError, type Bilingual } from '#contracts';

/** Every way in which sealing, or asking for proofs, can fail besides the database's own. */
export type AuditFaultCode =
  | 'audit.not-sealed'
  | 'audit.which-tenant'
  | 'audit.gap'
  | 'audit.broken'
  | 'audit.key'
  | 'audit.exists'
  | 'audit.nothing-chosen'
  | 'audit.not-empty'
  | 'audit.not-whole'
  | 'audit.does-not-hold'
  | 'audit.not-equal'
  | 'audit.not-understood';

/** Names of the case, as the wording needs them. */
export interface AuditFacts {
  /** The tenant, or the file. */
  readonly place: string;
  /** The position, the tile, the reason. */
  readonly thing?: string;
}

interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const LOOK: Bilingual = {
  vi: 'Không niêm phong tiếp. Chạy thac audit verify với điểm kiểm đã giữ để biết chỗ khác biệt, và so với bản sao lưu.',
  en: 'It is not sealed any further. Run thac audit verify with a checkpoint that was kept to see where, and compare a backup.',
};

const WORDING: Readonly<Record<AuditFaultCode, (facts: AuditFacts) => Wording>> = {
  'audit.not-sealed': ({ place }) => ({
    what: { vi: `Nhật ký ${place} chưa có điểm kiểm nào.`, en: `The log of ${place} has no checkpoint yet.` },
    mend: {
      vi: 'Chạy thac start hoặc một worker có THAC_SEAL_KEY_FILE, rồi thử lại sau vài giây.',
      en: 'Run thac start, or a worker that has THAC_SEAL_KEY_FILE, and try again in some seconds.',
    },
  }),
  'audit.which-tenant': ({ thing = '' }) => ({
    what: { vi: `Có nhiều tenant: ${thing}.`, en: `There are several tenants: ${thing}.` },
    mend: { vi: 'Chọn một bằng --tenant.', en: 'Choose one with --tenant.' },
  }),
  'audit.gap': ({ place, thing = '' }) => ({
    what: { vi: `Nhật ký ${place} thiếu sự kiện ${thing}.`, en: `The log of ${place} lacks event ${thing}.` },
    mend: LOOK,
  }),
  'audit.broken': ({ place, thing = '' }) => ({
    what: {
      vi: `Những gì đã niêm phong của ${place} không khớp điểm kiểm đã ký (${thing}).`,
      en: `What is sealed of ${place} does not agree with the checkpoint that was signed (${thing}).`,
    },
    mend: LOOK,
  }),
  'audit.key': ({ place, thing = '' }) => ({
    what: {
      vi: `Không dùng được khóa niêm phong ${place} (${thing}).`,
      en: `The sealing key ${place} cannot be used (${thing}).`,
    },
    mend: {
      vi: 'Cần tệp PEM (PKCS #8) chứa khóa riêng Ed25519, chỉ chủ đọc được; tạo bằng: openssl genpkey -algorithm ed25519 -out TỆP.',
      en: 'A PEM file (PKCS #8) with an Ed25519 private key that its owner alone may read; make one: openssl genpkey -algorithm ed25519 -out FILE.',
    },
  }),
  'audit.nothing-chosen': ({ place, thing = '' }) => ({
    what: { vi: `Trong ${place} không có ${thing}.`, en: `There is no ${thing} in ${place}.` },
    mend: { vi: 'Kiểm tra mã sau --plan hoặc --unit.', en: 'Check the id behind --plan or --unit.' },
  }),
  'audit.not-empty': ({ place, thing = '' }) => ({
    what: { vi: `${place} đã có dữ liệu của ${thing}.`, en: `${place} has data of ${thing} already.` },
    mend: {
      vi: 'Nhập vào một cơ sở dữ liệu trống: đặt DATABASE_URL và DATABASE_OWNER_URL tới nó, hoặc --data tới một thư mục chưa có.',
      en: 'Import into an empty database: set DATABASE_URL and DATABASE_OWNER_URL to it, or --data to a folder that does not exist yet.',
    },
  }),
  'audit.not-whole': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} chỉ chứa một phần nhật ký (${thing}): không dựng lại được hệ thống từ đó.`,
      en: `${place} holds a part of a log only (${thing}): no system can be made of it.`,
    },
    mend: {
      vi: 'Nhập một bản xuất toàn bộ, không có --plan hay --unit.',
      en: 'Import an export of the whole log, without --plan or --unit.',
    },
  }),
  'audit.does-not-hold': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} không đúng như đã niêm phong (${thing}); không có gì được ghi.`,
      en: `${place} is not as it was sealed (${thing}); nothing was written.`,
    },
    mend: {
      vi: 'Chạy thac audit verify để biết chỗ khác biệt; chép lại tệp từ nơi lưu giữ.',
      en: 'Run thac audit verify to see where; copy the file again from where it is kept.',
    },
  }),
  'audit.not-equal': ({ place, thing = '' }) => ({
    what: {
      vi: `Nhật ký nhập vào ${place} cho gốc khác điểm kiểm (${thing}); không có gì được ghi.`,
      en: `The log imported into ${place} gives another root than its checkpoint (${thing}); nothing was written.`,
    },
    mend: {
      vi: 'Báo lỗi này: bản xuất đúng mà nhập không ra như cũ.',
      en: 'Report this: the export holds, and importing it does not give the same.',
    },
  }),
  'audit.not-understood': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} đúng như đã niêm phong, nhưng có sự kiện mà phiên bản này không hiểu (${thing}); không có gì được ghi.`,
      en: `${place} is as it was sealed, but this version does not understand all of its events (${thing}); nothing was written.`,
    },
    mend: {
      vi: 'Nhập bằng phiên bản đã xuất ra nó hoặc mới hơn. Bản xuất chỉ để minh họa thì kiểm chứng được, không nhập được.',
      en: 'Import it with the version that exported it, or a later one. An export that is there to be looked at can be verified, not imported.',
    },
  }),
  'audit.exists': ({ place }) => ({
    what: { vi: `Tệp ${place} đã có.`, en: `The file ${place} exists.` },
    mend: { vi: 'Chọn tên khác, hoặc xoá tệp cũ trước.', en: 'Choose another name, or remove the old file first.' },
  }),
};

/** Thrown when a log cannot be sealed, exported or proved; `code` says which of the ways. */
export class AuditFault extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  constructor(
    override readonly code: AuditFaultCode,
    readonly facts: AuditFacts,
    options?: ErrorOptions,
  ) {
    const { what, mend } = WORDING[code](facts);
    super(what.en, options);
    this.what = what;
    this.mend = mend;
  }
}
