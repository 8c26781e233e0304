import { WordedFault, type Wording } from '../worded-fault.js';

/** Every way in which the roles of a database are not as they have to be. */
export type RoleFaultCode =
  | 'database.as-owner'
  | 'database.not-migrated'
  | 'database.not-granted'
  | 'database.no-roles'
  | 'database.no-row-security';

/** Names of the case, as the wording needs them. */
export interface RoleFacts {
  /** Address without its password. */
  readonly place: string;
  /** The role, or the roles. */
  readonly role?: string;
  /** What the role could do, or what is missing. */
  readonly thing?: string;
}

const GUIDE = 'docs/how-to/roles.md';

const WORDING: Readonly<Record<RoleFaultCode, (facts: RoleFacts) => Wording>> = {
  'database.as-owner': ({ place, role = '', thing = '' }) => ({
    what: {
      vi: `Không chạy bằng vai trò “${role}” của ${place}: vai trò này sửa được những gì đã ghi (${thing}).`,
      en: `This does not run as the role “${role}” of ${place}: it could change what is recorded (${thing}).`,
    },
    mend: {
      vi: `Đặt DATABASE_URL tới vai trò ứng dụng (thac_app); chỉ thac migrate dùng vai trò chủ, trong DATABASE_OWNER_URL. Cách làm: ${GUIDE}.`,
      en: `Set DATABASE_URL to the application's role (thac_app); only thac migrate uses the owner's, in DATABASE_OWNER_URL. How: ${GUIDE}.`,
    },
  }),
  'database.not-migrated': ({ place, thing = '' }) => ({
    what: {
      vi: `Các bảng của ${place} chưa đủ cho phiên bản này (thiếu: ${thing}).`,
      en: `The tables at ${place} are not those of this version (missing: ${thing}).`,
    },
    mend: {
      vi: `Chạy thac migrate với DATABASE_OWNER_URL là vai trò chủ các bảng. Cách làm: ${GUIDE}.`,
      en: `Run thac migrate with DATABASE_OWNER_URL set to the role that owns the tables. How: ${GUIDE}.`,
    },
  }),
  'database.not-granted': ({ place, role = '' }) => ({
    what: {
      vi: `Vai trò “${role}” chưa được cấp quyền nào trên các bảng của ${place}.`,
      en: `The role “${role}” was granted nothing on the tables at ${place}.`,
    },
    mend: {
      vi: `Chạy thac migrate bằng vai trò chủ, với THAC_ROLE_APP=${role}. Cách làm: ${GUIDE}.`,
      en: `Run thac migrate as the owner, with THAC_ROLE_APP=${role}. How: ${GUIDE}.`,
    },
  }),
  'database.no-roles': ({ place, thing = '' }) => ({
    what: {
      vi: `Máy chủ ${place} chưa có vai trò ${thing}.`,
      en: `The server at ${place} lacks the roles ${thing}.`,
    },
    mend: {
      vi: `Nhờ người quản trị máy chủ tạo vai trò (CREATE ROLE … LOGIN PASSWORD …), hoặc đặt THAC_ROLE_APP, THAC_ROLE_ASKER, THAC_ROLE_READ theo tên đã có. Cách làm: ${GUIDE}.`,
      en: `Have the server's administrator make them (CREATE ROLE … LOGIN PASSWORD …), or set THAC_ROLE_APP, THAC_ROLE_ASKER and THAC_ROLE_READ to the names that there are. How: ${GUIDE}.`,
    },
  }),
  'database.no-row-security': ({ place, role = '', thing = '' }) => ({
    what: {
      vi: `${place} chưa giữ được từng dòng theo phạm vi của người hỏi (thiếu: ${thing}).`,
      en: `${place} does not yet hold whoever asks to the rows of their scope (missing: ${thing}).`,
    },
    mend: {
      vi: `Người quản trị máy chủ cho “${role}” quyền BYPASSRLS và vai trò của người hỏi (thac_asker), rồi chạy thac migrate bằng vai trò chủ. Cách làm: ${GUIDE}.`,
      en: `Have the server's administrator give “${role}” BYPASSRLS and the role of whoever asks (thac_asker), then run thac migrate as the owner. How: ${GUIDE}.`,
    },
  }),
};

/** Thrown when a program would run with more rights than it needs, or without those that it needs. Never holds a password. */
export class RoleFault extends WordedFault<RoleFaultCode, RoleFacts> {
  constructor(code: RoleFaultCode, facts: RoleFacts) {
    super(code, facts, WORDING[code](facts));
  }
}
