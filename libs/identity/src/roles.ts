import type { Bilingual } from '#contracts';

/** What a person may be, of a unit or of the whole house. */
export type Role = 'rules-author' | 'official' | 'unit-head' | 'leader' | 'auditor' | 'system-administrator';

interface RoleFacts {
  readonly name: Bilingual;
  /** Counts only where the person has shown a second factor. */
  readonly isGuarded: boolean;
  /** May be lent to somebody else for an absence. */
  readonly isDelegable: boolean;
}

const FACTS: Readonly<Record<Role, RoleFacts>> = {
  'rules-author': { name: { vi: 'người soạn quy tắc', en: 'rules author' }, isGuarded: false, isDelegable: true },
  official: { name: { vi: 'công chức', en: 'official' }, isGuarded: false, isDelegable: true },
  'unit-head': { name: { vi: 'thủ trưởng đơn vị', en: 'unit head' }, isGuarded: false, isDelegable: true },
  leader: { name: { vi: 'lãnh đạo', en: 'leader' }, isGuarded: false, isDelegable: true },
  auditor: { name: { vi: 'kiểm toán viên', en: 'auditor' }, isGuarded: true, isDelegable: false },
  'system-administrator': {
    name: { vi: 'quản trị hệ thống', en: 'system administrator' },
    isGuarded: true,
    isDelegable: false,
  },
};

/** All roles. */
export const ROLES: readonly Role[] = Object.keys(FACTS) as Role[];

/** What a role is called. */
export const roleName = (role: Role): Bilingual => FACTS[role].name;

/** True for roles that count only with a second factor: those who see or change what others rely on. */
export const isGuarded = (role: Role): boolean => FACTS[role].isGuarded;

/** True for roles that may be lent for an absence. */
export const isDelegable = (role: Role): boolean => FACTS[role].isDelegable;
