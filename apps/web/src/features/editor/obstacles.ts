import { type Diagnostic, peekHeader } from '#dsl';
import { formatDate } from '../../format/dates.js';
import { isUnset } from '../../format/plan-number.js';
import { t } from '../../i18n/locale.js';
import { useHeads } from '../../api/session.js';
import { useActingUnit, useMayWrite } from '../../ui/acting.js';
import { errorsIn } from './check-panel.js';
import type { Language } from './surroundings.js';

/** Why a text cannot be issued as it stands; empty where it can. */
export function useObstacles(text: string, language: Language | null, diagnostics: readonly Diagnostic[]): readonly string[] {
  const acting = useActingUnit();
  const mayWrite = useMayWrite();
  const heads = useHeads();
  if (!language) return [];
  const header = peekHeader(text);
  if (!header) return [t('editor.whyHead')];
  const found: string[] = [];
  const errors = errorsIn(diagnostics);
  if (errors > 0) found.push(t('editor.whyErrors', { count: errors }));
  if (isUnset(header.number)) found.push(t('editor.whyNumber', { number: header.number }));
  if (header.issuedOn > language.told.today) found.push(t('editor.whyAhead', { today: formatDate(language.told.today) }));
  const issuer = language.env.directory.find(header.issuerName);
  if (issuer && issuer.id !== acting) found.push(t('editor.whyUnit', { unit: issuer.name }));
  if (mayWrite && !heads) found.push(t('editor.whyRole'));
  return found;
}
