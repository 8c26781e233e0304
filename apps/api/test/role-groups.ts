import type { Role } from '#identity';

/** Roles that the tables of rights name together, as docs/explanation/permissions.md has them; nothing here is read from the policy. */
export const ALL: readonly Role[] = ['rules-author', 'official', 'unit-head', 'leader', 'auditor', 'system-administrator'];
export const WATCH: readonly Role[] = ['official', 'unit-head', 'leader', 'auditor'];
export const WRITE: readonly Role[] = ['rules-author', 'official', 'unit-head', 'leader'];
export const WORK: readonly Role[] = ['official', 'unit-head', 'leader'];
export const HEAD: readonly Role[] = ['unit-head', 'leader'];
export const AUDIT: readonly Role[] = ['auditor'];
export const ADMIN: readonly Role[] = ['system-administrator'];
