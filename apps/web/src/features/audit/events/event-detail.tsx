import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressOf, type AnswerOf } from '../../../api/client.js';
import { eventQuery } from '../../../api/audit-queries.js';
import { formatInstant } from '../../../format/dates.js';
import { t, textOf } from '../../../i18n/locale.js';
import { obligationText } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { Named, peopleIn, useDoerText } from '../../../ui/doer.js';
import { Empty, Loaded } from '../../../ui/state.js';
import { WhyButton } from '../../why/why-button.js';
import { Proof } from '../verify/proof.js';
import { obligationOf, placeOf } from './place-of.js';
import { UnitName } from './unit-name.js';

type Event = NonNullable<AnswerOf<'/api/v1/events'>['items'][number]>;

/** One event with everything that is recorded of it, the way to its reasons, and its proof. */
export function EventDetail({ position }: { readonly position: number }): ReactNode {
  const event = useAnswer(eventQuery(position));
  return (
    <Loaded of={event}>
      {(of) =>
        of ? (
          <Named people={peopleIn(of.by)}>
            <Shown of={of} />
          </Named>
        ) : (
          <Empty title={t('event.none')} />
        )
      }
    </Loaded>
  );
}

function Shown({ of }: { readonly of: Event }): ReactNode {
  const { plan, unit } = placeOf(of.stream);
  const obligation = obligationOf(of.data);
  return (
    <>
      <dl className="facts">
        <Fact name={t('events.what')}>
          {textOf('event', of.type)}
          {plan && unit && obligation && (
            <>
              {' '}
              <WhyButton of={{ plan, unit, obligation, at: of.at }} about={obligationText(obligation)} />
            </>
          )}
        </Fact>
        {unit && <Place plan={plan} unit={unit} obligation={obligation} />}
        <Fact name={t('events.at')}>{formatInstant(of.at)}</Fact>
        <Fact name={t('event.recordedAt')}>{formatInstant(of.recordedAt)}</Fact>
        <Fact name={t('event.by')}>
          <Doer of={of} plan={plan} />
        </Fact>
        <Fact name={t('event.stream')}>
          <code className="breakable" translate="no">
            {of.stream}
          </code>{' '}
          · {t('event.version', { version: of.version })}
        </Fact>
      </dl>
      <Json title={t('event.data')} value={of.data} />
      {of.because !== null && <Json title={t('event.because')} value={of.because} />}
      <Proof position={of.position} />
      <p className="row">
        <a className="button" href={addressOf('/api/v1/audit/export', {}, { event: of.position })} download>
          {t('verify.downloadEvent')}
        </a>
        <Link to={{ name: 'audit', view: 'verify' }} query={{ position: of.position }}>
          {t('verify.howElsewhere')}
        </Link>
      </p>
    </>
  );
}

interface PlaceProps {
  readonly plan: string | null;
  readonly unit: string;
  readonly obligation: string | null;
}

/** Whose plan the event belongs to, and what in it. */
const Place = ({ plan, unit, obligation }: PlaceProps): ReactNode => (
  <>
    <Fact name={t('column.unit')}>
      <UnitName unit={unit} plan={plan} />
    </Fact>
    {plan && obligation && (
      <Fact name={t('column.obligation')}>
        <Subject plan={plan} unit={unit} obligation={obligation} />
      </Fact>
    )}
  </>
);

interface SubjectProps {
  readonly plan: string;
  readonly unit: string;
  readonly obligation: string;
}

/** What the event is about, and the way to how it stands now. */
function Subject({ obligation, ...place }: SubjectProps): ReactNode {
  const [, kind, id] = /^(item|report) (.+)$/.exec(obligation) ?? [];
  const text = obligationText(obligation);
  if (kind === 'item' && id) return <Link to={{ name: 'item', ...place, item: id }}>{text}</Link>;
  return kind === 'report' && id ? <Link to={{ name: 'report', ...place, report: id }}>{text}</Link> : text;
}

/** A unit and the person in its name, or the engine; what people do who act for no unit says in its data who it was. */
function Doer({ of: { actor, because, by }, plan }: { readonly of: Event; readonly plan: string | null }): ReactNode {
  const doerText = useDoerText();
  if (actor === null) return t(because === null ? 'event.noUnit' : 'history.engine');
  return (
    <>
      <UnitName unit={actor} plan={plan} />
      {by && (
        <>
          {' · '}
          <Link to={{ name: 'audit', view: 'events' }} query={{ who: by.person }} title={t('events.allOf')}>
            {doerText(by)}
          </Link>
        </>
      )}
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Data as they are recorded: whoever reads them here knows what a field is. */
const Json = ({ title, value }: { readonly title: string; readonly value: unknown }): ReactNode => (
  <details>
    <summary>{title}</summary>
    <pre className="source json" tabIndex={0} role="region" aria-label={title} translate="no">
      {JSON.stringify(value, null, 2)}
    </pre>
  </details>
);
