import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { operationsQuery } from '../../../api/system-queries.js';
import type { AnswerOf } from '../../../api/client.js';
import { formatInstant } from '../../../format/dates.js';
import { number, t, textOf } from '../../../i18n/locale.js';
import { Loaded } from '../../../ui/state.js';
import { DeadLetters } from './dead-letters.js';
import { Stuck } from './stuck.js';

type Operations = AnswerOf<'/api/v1/operations'>;

/** How the clock, the projections, the sealing and the deliveries stand, with what can be done about it. */
export function Now(): ReactNode {
  const operations = useAnswer(operationsQuery());
  return (
    <Loaded of={operations}>
      {(of) => (
        <>
          <Figures of={of} />
          {of.stuck + of.dead === 0 && <p className="told">{t('system.nothingStuck')}</p>}
          <Stuck count={of.stuck} />
          <DeadLetters count={of.dead} />
          <div className="columns">
            <Lateness of={of} />
            <Lags of={of} />
          </div>
          <Workers of={of} />
        </>
      )}
    </Loaded>
  );
}

/** Above these somebody has to look: the same that the alert rules go by. */
const LATE_S = 60;
const MEGABYTE = 1_048_576;

function Figures({ of }: { readonly of: Operations }): ReactNode {
  const { workers, lateness, projections, seal, databaseBytes } = of;
  const late = lateness.minute + lateness.minutes + lateness.longer;
  const lag = Math.max(0, ...projections.map(({ seconds }) => seconds));
  return (
    <section className="key-figures" aria-label={t('system.figures')}>
      <Figure value={number(workers.length)} label={t('system.workers')} isBad={workers.length === 0}>
        {t(workers.length === 0 ? 'system.noWorker' : 'system.workersHint')}
      </Figure>
      <Figure value={number(late)} label={t('system.lateWakeUps')} isBad={late > 0}>
        {t('system.lateHint')}
      </Figure>
      <Figure value={t('system.seconds', { count: Math.round(lag) })} label={t('system.lag')} isBad={lag > LATE_S}>
        {t('system.lagHint')}
      </Figure>
      <Figure
        value={seal === null ? '–' : number(seal.events)}
        label={t('system.unsealed')}
        isBad={seal === null || seal.seconds > LATE_S}
      >
        {seal === null ? t('system.notSealed') : t('system.sealHint', { count: Math.round(seal.seconds) })}
      </Figure>
      <Figure value={t('system.megabytes', { count: Math.round(databaseBytes / MEGABYTE) })} label={t('system.database')}>
        {t('system.databaseHint')}
      </Figure>
    </section>
  );
}

interface FigureProps {
  readonly value: string;
  readonly label: string;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

const Figure = ({ value, label, isBad = false, children }: FigureProps): ReactNode => (
  <div className={isBad ? 'key-figure bad' : 'key-figure'}>
    <p className="key-value">{value}</p>
    <p className="key-label">{label}</p>
    <p className="key-note soft">{children}</p>
  </div>
);

const CLASSES = ['second', 'seconds', 'minute', 'minutes', 'longer'] as const;

const Lateness = ({ of: { lateness } }: { readonly of: Operations }): ReactNode => (
  <section className="panel">
    <h2>{t('system.lateness')}</h2>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('system.howLate')}</th>
          <th scope="col" className="figure">
            {t('system.wakeUps')}
          </th>
        </tr>
      </thead>
      <tbody>
        {CLASSES.map((each) => (
          <tr key={each}>
            <th scope="row">{t(`system.late.${each}`)}</th>
            <td className="figure">{number(lateness[each])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Lags = ({ of: { projections } }: { readonly of: Operations }): ReactNode => (
  <section className="panel">
    <h2>{t('system.projections')}</h2>
    {projections.length === 0 ? (
      <p className="soft">{t('system.noProjections')}</p>
    ) : (
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('system.projection')}</th>
            <th scope="col" className="figure">
              {t('system.behind')}
            </th>
            <th scope="col" className="figure">
              {t('system.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {projections.map(({ projection, generation, positions, seconds }) => (
            <tr key={`${projection} ${generation}`}>
              <th scope="row">{textOf('projection', projection)}</th>
              <td className="figure">{number(positions)}</td>
              <td className="figure">{t('system.seconds', { count: Math.round(seconds) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

/** A worker calls itself by the number of its process, and by something that no other has. */
function workerText(worker: string): string {
  const process = /^(\d+)\//.exec(worker)?.[1];
  return process === undefined ? worker : t('system.worker', { number: process });
}

const Workers = ({ of: { workers } }: { readonly of: Operations }): ReactNode => (
  <section className="panel">
    <h2>{t('system.workersTitle')}</h2>
    {workers.length === 0 ? (
      <p className="soft">{t('system.noWorkerMend')}</p>
    ) : (
      <ul className="plain-list">
        {workers.map(({ worker, until }) => (
          <li key={worker} className="row spread">
            <span title={worker}>{workerText(worker)}</span>
            <span className="soft">{t('system.aliveUntil', { time: formatInstant(until) })}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
