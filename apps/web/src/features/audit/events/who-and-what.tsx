import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { outlineQuery } from '../../../api/audit-queries.js';
import { t } from '../../../i18n/locale.js';
import { setQuery } from '../../../router/location.js';
import { Named, useNames } from '../../../ui/doer.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { useFilter } from './filter.js';

const SORTS = ['item', 'report', 'duty'] as const;

/** Narrows the log to what names one obligation: its sort, and its number. */
export function AboutField(): ReactNode {
  const { about } = useFilter();
  const [kind = '', ...rest] = about?.split(' ') ?? [];
  const number = rest.join(' ');
  const [sort, setSort] = useState(kind);
  const [text, setText] = useState(number);
  useEffect(() => {
    setText(number);
    setSort((before) => (number === '' ? before : kind));
  }, [kind, number]);
  const take = (of: string): void => setQuery({ about: of === '' || text.trim() === '' ? null : `${of} ${text.trim()}` });
  return (
    <>
      <Select
        label={t('events.about')}
        value={sort}
        choose={(chosen) => {
          setSort(chosen);
          take(chosen);
        }}
        options={[['', t('items.any')], ...SORTS.map((each) => [each, t(`events.about.${each}`)] as const)]}
      />
      {sort !== '' && (
        <TextField
          label={t('events.number')}
          value={text}
          take={setText}
          className="date-input"
          placeholder={t('events.numberHint')}
          onBlur={() => take(sort)}
          onKeyDown={(event) => event.key === 'Enter' && take(sort)}
        />
      )}
    </>
  );
}

/** Narrows the log to what the engine did, what people did, or one of those who did what is shown. */
export function WhoField(): ReactNode {
  const { asked, who } = useFilter();
  const { who: _, ...ofAll } = asked;
  const outline = useAnswer(outlineQuery(ofAll));
  const people = outline.data?.people.map(({ person }) => person) ?? [];
  const all = who === null || who.startsWith('@') || people.includes(who) ? people : [who, ...people];
  return (
    <Named people={all}>
      <WhoSelect people={all} value={who ?? ''} />
    </Named>
  );
}

function WhoSelect({ people, value }: { readonly people: readonly string[]; readonly value: string }): ReactNode {
  const nameOf = useNames();
  return (
    <Select
      label={t('event.by')}
      value={value}
      choose={(who) => setQuery({ who })}
      options={[
        ['', t('items.any')],
        ['@people', t('events.people')],
        ['@engine', t('events.engine')],
        ...people.map((person) => [person, nameOf(person) ?? person] as const),
      ]}
    />
  );
}
