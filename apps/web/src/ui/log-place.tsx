import type { ReactNode } from 'react';
import { useHolds } from '../api/session.js';
import { t } from '../i18n/locale.js';
import { Link } from '../router/location.js';

/** An event by its place in the log; leads there whoever may read the log. */
export function LogPlace({ position }: { readonly position: number }): ReactNode {
  const reads = useHolds('auditor');
  const place = t('history.position', { position: String(position) });
  if (!reads) return <span className="soft">{place}</span>;
  return (
    <Link to={{ name: 'audit', view: 'events' }} query={{ event: position }}>
      {place}
    </Link>
  );
}
