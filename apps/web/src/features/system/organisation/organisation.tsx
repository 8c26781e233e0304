import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AnswerOf } from '../../../api/client.js';
import { organisationChangesQuery, unitsOnQuery } from '../../../api/system-queries.js';
import { compareNames } from '../../../format/collate.js';
import { dayInVietnam, formatDate } from '../../../format/dates.js';
import { number, t } from '../../../i18n/locale.js';
import { tierText } from '../../../i18n/words.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { Loaded } from '../../../ui/state.js';
import { Record } from './record/record.js';
import { type Change, said } from './said.js';

/** The units as they stand on any day, also one to come, and what becomes otherwise from then on. */
export function Organisation(): ReactNode {
  const on = /^\d{4}-\d{2}-\d{2}$/.exec(useQuery().get('on') ?? '')?.[0] ?? dayInVietnam(Date.now());
  return (
    <>
      <Record />
      <section className="panel stack">
        <div className="row filters">
          <DateField label={t('organisation.on')} value={on} take={(day) => setQuery({ on: day })} />
        </div>
        <h2>{t('organisation.title', { day: formatDate(on) })}</h2>
        <Below on={on} superior={null} key={on} />
      </section>
      <Changes from={on} />
    </>
  );
}

/** The units directly below one; each with units below it opens by itself. */
function Below({ on, superior }: { readonly on: string; readonly superior: string | null }): ReactNode {
  const units = useAnswer(unitsOnQuery(on, superior));
  return (
    <Loaded of={units}>
      {(found) =>
        found.length === 0 ? (
          <p className="soft">{t('organisation.empty')}</p>
        ) : (
          <ul className="branch">
            {found
              .toSorted((a, b) => compareNames(a.unit.name, b.unit.name))
              .map(({ unit, below }) => (
                <li key={unit.id}>
                  <Unit on={on} unit={unit} below={below} isOpen={superior === null} />
                </li>
              ))}
          </ul>
        )
      }
    </Loaded>
  );
}

type OnDay = AnswerOf<'/api/v1/organisation/units'>['units'][number];

function Unit({ on, unit, below, isOpen }: OnDay & { readonly on: string; readonly isOpen: boolean }): ReactNode {
  const [open, setOpen] = useState(isOpen);
  const name = (
    <>
      {unit.name} <span className="soft">· {tierText(unit.tier)}</span>
    </>
  );
  if (below === 0) return <p className="branch-leaf">{name}</p>;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name} <span className="soft">· {t('organisation.below', { count: below })}</span>
      </summary>
      {open && <Below on={on} superior={unit.id} />}
    </details>
  );
}

function Changes({ from }: { readonly from: string }): ReactNode {
  const changes = useAnswer(organisationChangesQuery(from));
  return (
    <section className="panel">
      <h2>{t('organisation.changes', { day: formatDate(from) })}</h2>
      <p className="hint">{t('organisation.how')}</p>
      <Loaded of={changes}>
        {({ total, changes: found }) =>
          total === 0 ? (
            <p className="soft">{t('organisation.noChanges')}</p>
          ) : (
            <>
              <p className="soft">{t('organisation.total', { total: number(total), shown: number(found.length) })}</p>
              <Rows
                label={t('organisation.changes', { day: formatDate(from) })}
                columns={columnsOf()}
                rows={found}
                keyOf={({ unit, from: day, kind }) => `${unit.id} ${day} ${kind}`}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const columnsOf = (): readonly Column<Change>[] => [
  {
    key: 'from',
    title: t('organisation.from'),
    width: '7rem',
    figure: true,
    order: (a, b) => a.from.localeCompare(b.from),
    cell: ({ from }) => formatDate(from),
  },
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    heads: true,
    order: (a, b) => compareNames(a.unit.name, b.unit.name),
    cell: ({ unit }) => unit.name,
  },
  { key: 'what', title: t('organisation.what'), width: 'minmax(12rem, 2fr)', plain: true, cell: said },
];
