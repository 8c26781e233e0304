import type { ItemView } from '#contracts';
import type { ReactNode } from 'react';
import { itemTitle, periodText } from '../i18n/words.js';
import { Link } from '../router/location.js';

/** An item as lists name it: its task by number and title, and its period; leads to its page. */
export const ItemLink = ({ of }: { readonly of: ItemView }): ReactNode => (
  <Link to={{ name: 'item', plan: of.plan, unit: of.unit.id, item: of.id }}>
    {of.explains === null && <span className="task-no">{of.task} </span>}
    {itemTitle(of)}
    {of.period !== null && <span className="soft"> ({periodText(of.period)})</span>}
  </Link>
);
