import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { t } from '../../../i18n/locale.js';
import { ChangeList } from './change-list.js';
import { EventDetail } from './event-detail.js';
import { Filters, Reading } from './filters.js';
import { useFilter } from './filter.js';

/** The log: every event, narrowed as one likes, and each of them in detail. */
export function Events(): ReactNode {
  const filter = useFilter();
  const event = Number(useQuery().get('event') ?? 0);
  const close = (): void => setQuery({ event: null });
  return (
    <section className="panel">
      <div className="row filters dense">
        <Filters />
        <Reading />
      </div>
      <ChangeList {...filter} key={JSON.stringify(filter.asked)} />
      {event > 0 && (
        <Dialog title={t('event.title', { position: String(event) })} isWide close={close}>
          <EventDetail position={event} />
        </Dialog>
      )}
    </section>
  );
}
