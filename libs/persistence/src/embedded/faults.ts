import type { Bilingual } from '#contracts';
import { WordedFault } from '../worded-fault.js';

/** Every way in which a database cannot be opened. */
export type DatabaseFaultCode =
  | 'database.unreachable'
  | 'database.too-old'
  | 'database.no-rights'
  | 'database.no-tls'
  | 'database.in-use'
  | 'database.other-version'
  | 'database.not-owned'
  | 'database.not-a-data-folder'
  | 'database.no-access'
  | 'database.no-binaries'
  | 'database.start-failed'
  | 'database.stop-failed';

/** Names and numbers of the case, as the wording needs them. */
export interface DatabaseFaultFacts {
  /** Folder, or address without its password. */
  readonly place: string;
  /** What the system said, where it said something. */
  readonly reason?: string;
  readonly pid?: number;
  readonly found?: string;
  readonly needed?: string;
}

type Wording = (facts: DatabaseFaultFacts) => { readonly what: Bilingual; readonly mend: Bilingual };

const because = ({ reason }: DatabaseFaultFacts): string => (reason ? ` (${reason})` : '');

const WORDING: Readonly<Record<DatabaseFaultCode, Wording>> = {
  'database.unreachable': (facts) => ({
    what: {
      vi: `Không kết nối được cơ sở dữ liệu ${facts.place}${because(facts)}.`,
      en: `The database at ${facts.place} cannot be reached${because(facts)}.`,
    },
    mend: {
      vi: 'Hãy kiểm tra biến DATABASE_URL, máy chủ có đang chạy không và mật khẩu; hoặc bỏ DATABASE_URL để dùng PostgreSQL kèm sẵn.',
      en: 'Check DATABASE_URL, that the server runs, and the password; or unset DATABASE_URL to use the PostgreSQL that comes along.',
    },
  }),
  'database.too-old': ({ place, found, needed }) => ({
    what: {
      vi: `Máy chủ ${place} chạy PostgreSQL ${found}; cần từ ${needed} trở lên.`,
      en: `The server at ${place} runs PostgreSQL ${found}; ${needed} or newer is needed.`,
    },
    mend: {
      vi: 'Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng PostgreSQL kèm sẵn.',
      en: 'Upgrade the server, or unset DATABASE_URL to use the PostgreSQL that comes along.',
    },
  }),
  'database.no-rights': (facts) => ({
    what: {
      vi: `Không được phép lập bảng trong cơ sở dữ liệu ${facts.place}${because(facts)}.`,
      en: `Tables may not be made in the database at ${facts.place}${because(facts)}.`,
    },
    mend: {
      vi: 'Đặt DATABASE_OWNER_URL tới vai trò chủ cơ sở dữ liệu (ALTER DATABASE … OWNER TO …), hoặc chỉ đến một cơ sở dữ liệu ghi được. Cách làm: docs/how-to/roles.md.',
      en: 'Set DATABASE_OWNER_URL to the role that owns the database (ALTER DATABASE … OWNER TO …), or name a database that can be written to. How: docs/how-to/roles.md.',
    },
  }),
  'database.no-tls': ({ place }) => ({
    what: {
      vi: `Đường tới cơ sở dữ liệu ${place} không được bảo vệ bằng TLS.`,
      en: `The way to the database at ${place} is not kept by TLS.`,
    },
    mend: {
      vi: 'Thêm sslmode=verify-full (và sslrootcert=TỆP nếu dùng CA riêng) vào địa chỉ; hoặc đặt THAC_DATABASE_TLS=off nếu đường ấy được bảo vệ bằng cách khác. Cách làm: docs/how-to/tls.md.',
      en: 'Add sslmode=verify-full to the address (and sslrootcert=FILE with a CA of your own); or set THAC_DATABASE_TLS=off where the way is kept by other means. How: docs/how-to/tls.md.',
    },
  }),
  'database.in-use': ({ place, pid }) => ({
    what: {
      vi: `Thư mục dữ liệu ${place} đang được tiến trình ${pid} sử dụng.`,
      en: `The data folder ${place} is in use by process ${pid}.`,
    },
    mend: {
      vi: `Hãy dừng tiến trình ${pid} trước, hoặc chọn thư mục dữ liệu khác.`,
      en: `Stop process ${pid} first, or choose another data folder.`,
    },
  }),
  'database.other-version': ({ place, found, needed }) => ({
    what: {
      vi: `Thư mục dữ liệu ${place} thuộc PostgreSQL ${found}, không phải ${needed}.`,
      en: `The data folder ${place} belongs to PostgreSQL ${found}, not ${needed}.`,
    },
    mend: {
      vi: `Hãy chạy PostgreSQL ${found} trên thư mục đó và đặt DATABASE_URL, hoặc chọn thư mục dữ liệu khác.`,
      en: `Run PostgreSQL ${found} on that folder and set DATABASE_URL, or choose another data folder.`,
    },
  }),
  'database.not-owned': ({ place, found, needed }) => ({
    what: {
      vi: `Thư mục dữ liệu ${place} thuộc người dùng ${found}, không phải ${needed}.`,
      en: `The data folder ${place} belongs to user ${found}, not ${needed}.`,
    },
    mend: {
      vi: `Hãy chạy bằng người dùng ${found}, đổi chủ thư mục bằng chown, hoặc chọn thư mục dữ liệu khác.`,
      en: `Run as user ${found}, change the owner with chown, or choose another data folder.`,
    },
  }),
  'database.not-a-data-folder': ({ place }) => ({
    what: {
      vi: `${place} đã có nội dung nhưng không phải thư mục dữ liệu PostgreSQL.`,
      en: `${place} is not empty, and not a data folder of PostgreSQL.`,
    },
    mend: { vi: 'Hãy chọn một thư mục trống hoặc chưa có.', en: 'Choose a folder that is empty or does not exist yet.' },
  }),
  'database.no-access': (facts) => ({
    what: {
      vi: `Không ghi được vào ${facts.place}${because(facts)}.`,
      en: `${facts.place} cannot be written to${because(facts)}.`,
    },
    mend: {
      vi: 'Hãy cấp quyền ghi cho thư mục đó, hoặc chọn thư mục dữ liệu khác.',
      en: 'Grant write access to that folder, or choose another data folder.',
    },
  }),
  'database.no-binaries': (facts) => ({
    what: {
      vi: `Không chạy được PostgreSQL kèm sẵn cho ${facts.place}${because(facts)}.`,
      en: `The PostgreSQL that comes along does not run on ${facts.place}${because(facts)}.`,
    },
    mend: {
      vi: 'Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.',
      en: 'Run "npm ci" again, or set DATABASE_URL to a server with PostgreSQL 15 or newer.',
    },
  }),
  'database.start-failed': (facts) => ({
    what: {
      vi: `PostgreSQL không khởi động được trên ${facts.place}${because(facts)}.`,
      en: `PostgreSQL did not start on ${facts.place}${because(facts)}.`,
    },
    mend: {
      vi: 'Hãy xem nhật ký của máy chủ nằm cạnh thư mục dữ liệu; nếu đĩa đầy, hãy giải phóng chỗ trống.',
      en: "Read the server's log beside the data folder; if the disk is full, make room.",
    },
  }),
  'database.stop-failed': ({ place, pid }) => ({
    what: {
      vi: `Máy chủ PostgreSQL cũ (tiến trình ${pid}) của ${place} không dừng.`,
      en: `The old PostgreSQL server (process ${pid}) of ${place} does not stop.`,
    },
    mend: {
      vi: `Hãy dừng tiến trình ${pid} rồi khởi động lại.`,
      en: `Stop process ${pid}, then start again.`,
    },
  }),
};

/** Thrown when a database cannot be opened; `code` says which of the ways. Never holds a password. */
export class DatabaseFault extends WordedFault<DatabaseFaultCode, DatabaseFaultFacts> {
  constructor(code: DatabaseFaultCode, facts: DatabaseFaultFacts) {
    super(code, facts, WORDING[code](facts));
  }
}
