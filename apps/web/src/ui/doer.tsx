import type { Doer } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { namesQuery, type PersonName } from '../api/names.js';
import { useHolds } from '../api/session.js';
import { t, textOf } from '../i18n/locale.js';

type NameOf = (person: string) => PersonName | undefined;
const Names = createContext<NameOf>(() => undefined);

interface NamedProps {
  /** Opaque ids, as they come. */
  readonly people: Iterable<string | null | undefined>;
  readonly children: ReactNode;
}

/** Finds the names of all the people on a part of the page in one question, where whoever looks may see names. */
export function Named({ people, children }: NamedProps): ReactNode {
  const seesNames = useHolds('auditor', 'system-administrator');
  const ids = [...new Set(people)].filter((id) => typeof id === 'string').toSorted();
  const names = useAnswer({ ...namesQuery(ids), enabled: seesNames && ids.length > 0, retry: false });
  return <Names.Provider value={(person) => names.data?.get(person)}>{children}</Names.Provider>;
}

/** Everybody whom somebody's deed names. */
export const peopleIn = (by: Doer | null | undefined): readonly (string | undefined)[] => (by ? [by.person, by.lender] : []);

/** What somebody is called: the name, or that it was erased; null where it is not for whoever looks. */
export function useNames(): (person: string) => string | null {
  const nameOf = useContext(Names);
  return (person) => {
    const found = nameOf(person);
    return found?.isErased ? t('doer.erased') : (found?.name ?? null);
  };
}

/** Who did something, and by what right: as far as whoever looks may see it. */
export function useDoerText(): (by: Doer) => string {
  const nameOf = useNames();
  return ({ person, role, lender }) => {
    const right = role === null ? null : textOf('role', role);
    const lent = lender === undefined ? null : t('doer.lent', { lender: nameOf(lender) ?? t('doer.hidden') });
    const said = [nameOf(person), right, lent].filter((part) => part !== null);
    return said.length === 0 ? t('doer.hidden') : said.join(', ');
  };
}
