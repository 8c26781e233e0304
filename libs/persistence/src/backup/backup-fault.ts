import { AppError, type Bilingual } from '#contracts';

/** Every way in which a backup or a restore can fail besides the database's own. */
export type BackupFaultCode =
  | 'backup.exists'
  | 'backup.no-tables'
  | 'backup.not-a-backup'
  | 'backup.version'
  | 'backup.newer'
  | 'backup.cut'
  | 'backup.damaged'
  | 'backup.not-empty'
  | 'backup.not-equal';

/** Names of the case, as the wording needs them. */
export interface BackupFacts {
  /** The file, or the database's address without its password. */
  readonly place: string;
  /** The table, the tenant, the version that it is about. */
  readonly thing?: string;
}

interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const ANOTHER_COPY: Bilingual = {
  vi: 'Dùng một bản sao lưu khác, hoặc chép lại tệp từ nơi lưu giữ; không có gì được ghi vào cơ sở dữ liệu.',
  en: 'Take another backup, or copy the file again from where it is kept; nothing was written to the database.',
};

const WORDING: Readonly<Record<BackupFaultCode, (facts: BackupFacts) => Wording>> = {
  'backup.exists': ({ place }) => ({
    what: { vi: `Tệp ${place} đã có.`, en: `The file ${place} exists.` },
    mend: { vi: 'Chọn tên khác, hoặc xoá tệp cũ trước.', en: 'Choose another name, or remove the old file first.' },
  }),
  'backup.no-tables': ({ place }) => ({
    what: { vi: `Cơ sở dữ liệu ${place} chưa có bảng nào.`, en: `The database at ${place} has no tables yet.` },
    mend: { vi: 'Kiểm tra DATABASE_URL hoặc --data.', en: 'Check DATABASE_URL, or --data.' },
  }),
  'backup.not-a-backup': ({ place }) => ({
    what: { vi: `${place} không phải tệp sao lưu của thac.`, en: `${place} is not a backup made by thac.` },
    mend: { vi: 'Kiểm tra tên tệp; tệp sao lưu do thac backup tạo ra.', en: 'Check the name; backups are made by thac backup.' },
  }),
  'backup.version': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} theo định dạng ${thing}, phiên bản này không đọc được.`,
      en: `${place} is of format ${thing}, which this version cannot read.`,
    },
    mend: { vi: 'Dùng phiên bản thac đã tạo ra nó, hoặc mới hơn.', en: 'Use the version of thac that made it, or a later one.' },
  }),
  'backup.newer': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} được tạo bởi phiên bản mới hơn (${thing}).`,
      en: `${place} was made by a later version (${thing}).`,
    },
    mend: { vi: 'Nâng cấp thac rồi khôi phục.', en: 'Upgrade thac, then restore.' },
  }),
  'backup.cut': ({ place }) => ({
    what: { vi: `${place} bị cắt: thiếu phần cuối.`, en: `${place} is cut off: its end is missing.` },
    mend: ANOTHER_COPY,
  }),
  'backup.damaged': ({ place, thing = '' }) => ({
    what: {
      vi: `${place} bị hỏng${thing && ` (${thing})`}: nội dung không khớp mã kiểm tra.`,
      en: `${place} is damaged${thing && ` (${thing})`}: its content does not match its checksums.`,
    },
    mend: ANOTHER_COPY,
  }),
  'backup.not-empty': ({ place, thing = '' }) => ({
    what: {
      vi: `Cơ sở dữ liệu ${place} không trống${thing && ` (bảng ${thing})`}.`,
      en: `The database at ${place} is not empty${thing && ` (table ${thing})`}.`,
    },
    mend: {
      vi: 'Khôi phục vào một cơ sở dữ liệu mới: đặt DATABASE_URL tới nó, hoặc --data tới một thư mục trống.',
      en: 'Restore into a new database: set DATABASE_URL to it, or --data to an empty folder.',
    },
  }),
  'backup.not-equal': ({ place, thing = '' }) => ({
    what: {
      vi: `Đã chép vào ${place} nhưng chạy lại nhật ký không cho cùng kết quả: ${thing}.`,
      en: `The copy at ${place} is whole, but replaying its log gives something else: ${thing}.`,
    },
    mend: {
      vi: 'Đừng đưa cơ sở dữ liệu này vào sử dụng. Nếu chỉ các bảng xem khác đi, chạy thac rebuild rồi thac rebuild --check; nếu nhật ký khác, dùng bản sao lưu khác.',
      en: 'Do not put this database into use. Where only read models differ, run thac rebuild and then thac rebuild --check; where the log does, take another backup.',
    },
  }),
};

/** Thrown when a backup cannot be made or a restore not be carried out; `code` says which of the ways. */
export class BackupFault extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  constructor(
    override readonly code: BackupFaultCode,
    readonly facts: BackupFacts,
    options?: ErrorOptions,
  ) {
    const { what, mend } = WORDING[code](facts);
    super(what.en, options);
    this.what = what;
    this.mend = mend;
  }
}
