import { type Bilingual, SettingFault } from '#contracts';
import { type Role, ROLES } from '#identity';

const ALL = 'all';
const SETTING = 'THAC_SECOND_FACTOR';
const WANTED: Bilingual = {
  vi: `Đặt “${ALL}”, hoặc các vai trò cách nhau bằng dấu phẩy: ${ROLES.join(', ')}.`,
  en: `Set “${ALL}”, or roles by commas: ${ROLES.join(', ')}.`,
};

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/**
 * The roles of which an installation wants a second factor (`THAC_SECOND_FACTOR`), besides those that need one everywhere.
 * @throws SettingFault where it names no role
 */
export function readGuardedRoles(environment: NodeJS.ProcessEnv): readonly Role[] {
  const named = (environment[SETTING] ?? '').split(',').map((each) => each.trim());
  const roles = named.filter((each) => each !== '');
  if (roles.includes(ALL)) return ROLES;
  if (!roles.every(isRole)) throw new SettingFault(SETTING, WANTED);
  return roles;
}
