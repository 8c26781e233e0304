import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/client.js';
import { historyQuery, plansQuery } from '../../api/queries.js';
import { formatInstant } from '../../format/dates.js';
import { type Detail, detailsOf, explanationIn, readRule } from '../../format/event-details.js';
import { hasText, t, textOf } from '../../i18n/locale.js';
import { stepText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { Named, peopleIn, useDoerText } from '../../ui/doer.js';
import { LogPlace } from '../../ui/log-place.js';
import { Loaded } from '../../ui/state.js';
import { useUnitNames } from '../../ui/unit-names.js';

type Entry = AnswerOf<'/api/v1/plans/{plan}/units/{unit}/items/{item}/history'>['items'][number];
type RuleLine = NonNullable<Entry['rule']>;

interface Place {
  readonly plan: string;
  readonly unit: string;
  readonly item: string;
}

/** Everything that happened to an item, with the rules behind it and the lines where they stand. */
export function History({ plan, unit, item }: Place): ReactNode {
  const history = useAnswer(historyQuery(plan, unit, item));
  const names = useUnitNames((history.data ?? []).flatMap(unitsIn));
  return (
    <section className="panel">
      <h2>{t('history.title')}</h2>
      <Loaded of={history}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="soft">{t('history.empty')}</p>
          ) : (
            <Named people={entries.flatMap(({ by }) => peopleIn(by))}>
              <ol className="events">
                {entries.map((entry) => (
                  <Event key={entry.position} entry={entry} names={names} of={{ plan, unit, item }} />
                ))}
              </ol>
            </Named>
          )
        }
      </Loaded>
    </section>
  );
}

/** Units that an event names: who acted, and whom it concerns. */
const unitsIn = (entry: Entry): readonly string[] => [
  ...(entry.actor === null ? [] : [entry.actor]),
  ...detailsOf(entry).flatMap(({ args }) =>
    Object.values(args).flatMap((value) => (typeof value === 'object' && 'unit' in value ? [value.unit] : [])),
  ),
];

interface EventProps {
  readonly of: Place;
  readonly entry: Entry;
  readonly names: ReadonlyMap<string, string>;
}

function Event({ entry, names, of: { item, ...place } }: EventProps): ReactNode {
  const name = (unit: string): string => names.get(unit) ?? unit;
  const doerText = useDoerText();
  const explanation = explanationIn(entry);
  const rules = [entry.rule, entry.task].filter((rule) => rule !== null);
  return (
    <li className={entry.actor === null ? 'event by-engine' : 'event'}>
      <p className="event-time soft">
        <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
      </p>
      <div>
        <p className="event-name">{textOf('event', entry.type)}</p>
        {detailsOf(entry, `item ${item}`).map((detail) => (
          <p key={`${detail.key} ${JSON.stringify(detail.args)}`}>{sentence(detail, name)}</p>
        ))}
        {explanation !== null && (
          <p>
            <Link to={{ name: 'item', ...place, item: explanation }}>{t('history.explanation')}</Link>
          </p>
        )}
        <p className="soft">
          {entry.actor === null ? t('history.engine') : t('history.by', { unit: name(entry.actor) })}
          {entry.by && ` (${doerText(entry.by)})`} · <LogPlace position={entry.position} />
        </p>
        {rules.map((rule) => (
          <Rule key={rule.rule} of={rule} />
        ))}
      </div>
    </li>
  );
}

function sentence({ key, args }: Detail, name: (unit: string) => string): string {
  const said = Object.entries(args).map(([slot, value]): [string, string] => {
    if (typeof value === 'string') return [slot, value];
    return [slot, 'unit' in value ? name(value.unit) : t('detail.undated')];
  });
  return hasText(key) ? t(key, Object.fromEntries(said)) : key;
}

/** The rule behind an event, its place as a link, and the line itself. */
function Rule({ of: { rules, rule, place, line } }: { readonly of: RuleLine }): ReactNode {
  const plans = useAnswer(plansQuery());
  const plan = plans.data?.find((each) => each.rules === rules);
  const label = place && t('history.line', { line: String(place.line), plan: plan?.number ?? rules.slice(0, 12) });
  return (
    <div className="rule">
      <p>
        {t('history.rule', { rule: ruleText(rule) })}{' '}
        {place && (
          <span className="rule-place">
            (
            {plan ? (
              <Link to={{ name: 'plan', plan: plan.id, view: 'rules' }} query={{ line: place.line }}>
                {label}
              </Link>
            ) : (
              label
            )}
            )
          </span>
        )}
      </p>
      {line !== null && line.trim() !== '' && <code className="rule-line">{line.trim()}</code>}
    </div>
  );
}

function ruleText(rule: string): string {
  const { kind, name } = readRule(rule);
  if (kind === 'task') return t('rule.task', { no: name });
  if (kind === 'step') return t('rule.step', { step: stepText(name) });
  return textOf('rule', name);
}
