import type { ItemView } from '#contracts';
import type { ReactNode } from 'react';
import { periodText } from '../i18n/words.js';
import { Link } from '../router/location.js';

/** An item as lists name it: its task by number and title, and its period; leads to its page. */
export const ItemLink = ({ of: { plan, unit, id, task, title, period } }: { readonly of: ItemView }): ReactNode => (
  <Link to={{ name: 'item', plan, unit: unit.id, item: id }}>
    <span className="task-no">{task} </span>
    {title}
    {period !== null && <span className="soft"> ({periodText(period)})</span>}
  </Link>
);
