import { useQuery as useAnswer, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { unitQuery, unitsQuery } from '../api/queries.js';
import { t } from '../i18n/locale.js';
import { tierText } from '../i18n/words.js';
import { useActFor, useActingUnit } from './acting.js';

/** Chooses the unit that the person acts for, by a part of its name, with or without marks. */
export function ActingUnit(): ReactNode {
  const acting = useActingUnit();
  const actFor = useActFor();
  const client = useQueryClient();
  const known = useAnswer({ ...unitQuery(acting ?? ''), enabled: acting !== null });
  const [typed, setTyped] = useState<string | null>(null);
  const name = known.data?.name ?? '';
  const search = typed === null || typed === name ? '' : typed;
  const found = useAnswer({ ...unitsQuery(search), placeholderData: (before) => before });
  /** Its name is known before it is chosen: were it to come later, the list would take it for something typed, and open again. */
  const choose = (unit: string): void => {
    const chosen = found.data?.items.find(({ id }) => id === unit);
    if (chosen) client.setQueryData(unitQuery(unit).queryKey, chosen);
    actFor(unit);
    setTyped(null);
  };
  return (
    <div className="acting">
      <ComboBox
        menuTrigger="focus"
        allowsEmptyCollection
        items={found.data?.items ?? []}
        inputValue={typed ?? name}
        onInputChange={setTyped}
        value={acting}
        onChange={(key) => {
          if (key !== null) choose(String(key));
        }}
        onOpenChange={(open) => {
          if (!open) setTyped(null);
        }}
      >
        <Label>{t('acting.label')}</Label>
        <span className="combo">
          <Input placeholder={t('acting.choose')} title={t('acting.note')} />
          <Button className="button" aria-label={t('acting.choose')}>
            <span aria-hidden="true">▾</span>
          </Button>
        </span>
        <Found />
      </ComboBox>
    </div>
  );
}

/** The units that were found, each with its tier. */
const Found = (): ReactNode => (
  <Popover className="popover">
    <ListBox
      className="options"
      aria-label={t('acting.label')}
      renderEmptyState={() => <p className="option">{t('acting.none')}</p>}
    >
      {({ id, name, tier }: { id: string; name: string; tier: string }) => (
        <ListBoxItem id={id} className="option" textValue={name}>
          <Text slot="label">{name}</Text>
          <Text slot="description" className="hint">
            {tierText(tier)}
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  </Popover>
);
