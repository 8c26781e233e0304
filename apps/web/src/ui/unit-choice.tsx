import type { UnitView } from '#contracts';
import { useQuery as useAnswer, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { unitQuery, unitsQuery } from '../api/queries.js';
import { foldText } from '../format/collate.js';
import { t } from '../i18n/locale.js';
import { tierText } from '../i18n/words.js';

interface UnitChoiceProps {
  readonly label: string;
  /** Told where the pointer rests. */
  readonly note?: string;
  /** Id of the unit; null where none is chosen. */
  readonly value: string | null;
  readonly choose: (unit: string) => void;
  /** Units that the server does not know yet, offered before those that it does. */
  readonly others?: readonly Offered[];
}

type Offered = Pick<UnitView, 'id' | 'name' | 'tier'>;
const NO_OTHERS: readonly Offered[] = [];

/** Chooses a unit by a part of its name, with or without marks. */
export function UnitChoice({ label, note, value, choose, others = NO_OTHERS }: UnitChoiceProps): ReactNode {
  const client = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const name = useNameOf(value, others);
  const search = typed === null || typed === name ? '' : typed;
  const found = useAnswer({ ...unitsQuery(search), placeholderData: (before) => before });
  // Until the answer for what was typed is there, only what fits of the earlier one is offered: nobody chooses what he did not mean.
  const fits = (unit: Offered): boolean => foldText(unit.name).includes(foldText(search));
  const answered = (found.data?.items ?? []).filter((unit) => !found.isPlaceholderData || fits(unit));
  const offered: readonly Offered[] = [...others.filter(fits), ...answered];
  /** Its name is known before it is chosen: were it to come later, the list would take it for something typed, and open again. */
  const take = (unit: string): void => {
    const chosen: UnitView | undefined = found.data?.items.find(({ id }) => id === unit);
    if (chosen) client.setQueryData(unitQuery(unit).queryKey, chosen);
    choose(unit);
    setTyped(null);
  };
  return (
    <ComboBox
      menuTrigger="focus"
      allowsEmptyCollection
      items={offered}
      inputValue={typed ?? name}
      onInputChange={setTyped}
      value={value}
      onChange={(key) => {
        if (key !== null) take(String(key));
      }}
      onOpenChange={(open) => {
        if (!open) setTyped(null);
      }}
    >
      <Label>{label}</Label>
      <span className="combo">
        <Input placeholder={t('acting.choose')} title={note} />
        <Button className="button" aria-label={t('acting.choose')}>
          <span className="arrow" aria-hidden="true" />
        </Button>
      </span>
      <Found label={label} />
    </ComboBox>
  );
}

/** The name of a unit that is chosen; empty as long as it is not known. */
function useNameOf(value: string | null, others: readonly Offered[]): string {
  const other = others.find(({ id }) => id === value);
  const known = useAnswer({ ...unitQuery(value ?? ''), enabled: value !== null && !other });
  return value === null ? '' : (other?.name ?? known.data?.name ?? '');
}

/** The units that were found, each with its tier. */
const Found = ({ label }: { readonly label: string }): ReactNode => (
  <Popover className="popover">
    <ListBox className="options" aria-label={label} renderEmptyState={() => <p className="option">{t('acting.none')}</p>}>
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
