import type { CalendarView } from '#contracts';
import { type ReactNode, useState } from 'react';
import { post } from '../../../api/client.js';
import { useAct } from '../../../api/system-queries.js';
import { formatDate } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { DateField } from '../../../ui/date-field.js';
import { Dialog } from '../../../ui/dialog.js';
import { FaultNotice } from '../../../ui/state.js';
import { TextField } from '../../../ui/text-field.js';
import { type CalendarFile, isWorked, withDay } from '../../audit/what-if/other-calendar.js';

/** Days that are to be otherwise are gathered, shown, and published together. */
export function NextCalendar({ calendar }: { readonly calendar: CalendarView }): ReactNode {
  const [next, setNext] = useState<CalendarFile>(calendar);
  const [days, setDays] = useState<readonly string[]>([]);
  const turn = (day: string): void => {
    const other = withDay(next, day, !isWorked(next, day), next.version);
    if (!other) return;
    setNext(other);
    setDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day].toSorted());
  };
  return (
    <section className="panel stack">
      <h2>{t('calendar.next')}</h2>
      <p className="hint">{t('calendar.nextHint')}</p>
      <Turn next={next} turn={turn} />
      {days.length > 0 && (
        <ul className="plain-list" aria-label={t('calendar.turned')}>
          {days.map((day) => (
            <li key={day} className="row">
              <span>
                {formatDate(day)}: {t(isWorked(next, day) ? 'whatIf.works' : 'whatIf.off')}
              </span>
              <button
                type="button"
                className="button small"
                aria-label={t('calendar.leaveOut', { day: formatDate(day) })}
                onClick={() => turn(day)}
              >
                {t('whatIf.drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Publish
        next={next}
        count={days.length}
        done={(file) => {
          setNext(file);
          setDays([]);
        }}
      />
    </section>
  );
}

/** Turns one day: off into worked, worked into off. */
function Turn({ next, turn }: { readonly next: CalendarFile; readonly turn: (day: string) => void }): ReactNode {
  const [day, setDay] = useState<string | null>(null);
  return (
    <div className="row filters">
      <DateField label={t('calendar.day')} value={day} take={setDay} />
      <button
        type="button"
        className="button"
        disabled={day === null}
        onClick={() => {
          if (day !== null) turn(day);
          setDay(null);
        }}
      >
        {t(day !== null && !isWorked(next, day) ? 'calendar.makeWorked' : 'calendar.makeOff')}
      </button>
    </div>
  );
}

interface PublishProps {
  readonly next: CalendarFile;
  /** Days that differ from what holds. */
  readonly count: number;
  readonly done: (published: CalendarFile) => void;
}

/** Names it and publishes it, once somebody has said so twice. */
function Publish({ next, count, done }: PublishProps): ReactNode {
  const [version, setVersion] = useState('');
  const [asks, setAsks] = useState(false);
  const publish = useAct((file: CalendarFile) =>
    post('/api/v1/calendars', { body: { calendar: file as never }, key: crypto.randomUUID() }),
  );
  const go = (): void => {
    setAsks(false);
    const file = { version: version.trim(), years: next.years };
    publish.mutate(file, { onSuccess: () => done(file) });
  };
  return (
    <>
      <div className="row filters">
        <TextField label={t('calendar.version')} value={version} take={setVersion} />
        <button
          type="button"
          className="button main"
          disabled={count === 0 || version.trim() === '' || publish.isPending}
          onClick={() => setAsks(true)}
        >
          {t('calendar.publish')}
        </button>
      </div>
      {publish.isError && <FaultNotice fault={publish.error} />}
      {publish.isSuccess && <p role="status">{t('calendar.done')}</p>}
      {asks && (
        <Dialog title={t('calendar.confirm')} role="alertdialog" close={() => setAsks(false)}>
          <p>{t('calendar.confirmHint', { count })}</p>
          <p>
            <button type="button" className="button main" onClick={go}>
              {t('calendar.publish')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
