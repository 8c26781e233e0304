/** Ways to write a policy down: Citus takes none with a sub-query, and hands settings to its nodes by `SET LOCAL` alone. */
export type Dialect = 'postgres' | 'citus';

/** A policy of a table, for whoever asks. */
export interface Policy {
  readonly verb: 'all' | 'select' | 'insert' | 'update';
  /** Rows that are seen, and may be changed. */
  readonly using?: string;
  /** Rows that may be written; as `using` unless told. */
  readonly check?: string;
}

/** Settings that hold a scope for the length of a transaction, by its fields. All are texts; empty: nothing. */
export const SETTINGS = {
  tenant: 'thac.tenant',
  action: 'thac.action',
  user: 'thac.asker',
  units: 'thac.units',
  plan: 'thac.plan',
  followers: 'thac.followers',
  desk: 'thac.desk',
  actor: 'thac.actor',
  people: 'thac.people',
  grants: 'thac.grants',
} as const;

type Setting = keyof typeof SETTINGS;

/** A later day is asked for, and nobody has answered. */
const ASKED = 'extension_to is not null and extension_refusal is null';

/** Words of policies in one dialect. On PostgreSQL each is worked out once for a statement, not once for a row. */
class Words {
  constructor(private readonly dialect: Dialect) {}

  /** What does not depend on the row. */
  once(expression: string): string {
    return this.dialect === 'citus' ? `(${expression})` : `(select ${expression})`;
  }

  setting(name: Setting): string {
    return this.once(`nullif(current_setting('${SETTINGS[name]}', true), '')`);
  }

  isAll(name: Setting): string {
    return this.once(`coalesce(current_setting('${SETTINGS[name]}', true) = '*', false)`);
  }

  isAction(...actions: readonly string[]): string {
    const list = actions.map((action) => `'${action}'`).join(', ');
    return this.once(`coalesce(current_setting('${SETTINGS.action}', true) in (${list}), false)`);
  }

  /** True where a column, or an expression over columns, is among the ids of a setting. */
  isAmong(value: string, name: Setting): string {
    const ids = `coalesce(nullif(nullif(current_setting('${SETTINGS[name]}', true), ''), '*'), '{}')::text[]`;
    return this.dialect === 'citus' ? `${value} = any (${ids})` : `${value} in (select unnest(${ids}))`;
  }

  isAllOrAmong(value: string, name: Setting): string {
    return `(${this.isAll(name)} or ${this.isAmong(value, name)})`;
  }

  get isOfTenant(): string {
    return `tenant = ${this.setting('tenant')}`;
  }

  /** Something was reached at all. */
  get isReached(): string {
    return this.once(`coalesce(current_setting('${SETTINGS.action}', true) <> '', false)`);
  }

  /** Work of a unit: of one that is seen, or under a plan that is seen as a whole. @param plan, unit expressions over columns */
  isWork(plan: string, unit: string): string {
    return `(${this.isAllOrAmong(unit, 'units')} or ${plan} = ${this.setting('plan')} and ${this.isAllOrAmong(unit, 'followers')})`;
  }

  /** An item that waits for the unit whose desk is looked at: handed in, or with a later day that is asked for. */
  get isOnDesk(): string {
    return `${this.setting('desk')} is not null and (status = 'submitted' or ${ASKED}) and ${this.isJudgedBy('receiver')}`;
  }

  /** A report that waits for the unit whose desk is looked at: sent, or with a later day that is asked for. */
  get isSentToDesk(): string {
    const sent = `status = 'submitted' and ${this.setting('desk')} in (to_unit, via_unit)`;
    return `${this.setting('desk')} is not null and (${sent} or ${ASKED} and ${this.isJudgedBy('to_unit')})`;
  }

  /**
   * For the desk to judge: handed in to it, or under a unit plan that it may judge. Those are looked up once for a statement, not for a
   * row. Citus takes no look-up in a policy: there whose it is to judge is the statement's to say.
   */
  private isJudgedBy(receiver: string): string {
    if (this.dialect === 'citus') return 'true';
    const judged = `select j.plan, j.unit from public.unit_plan j where j.tenant = ${this.setting('tenant')} and ${this.setting('desk')} = any (j.acceptors)`;
    return `(${receiver} = ${this.setting('desk')} or (plan, unit) in (${judged}))`;
  }

  get isSelf(): string {
    return this.setting('user');
  }
}

const DOCUMENTS = ['rules_document', 'plan', 'task', 'unit', 'tenant_head', 'projection_cursor'];
const OF_UNITS = ['duty', 'escalation', 'daily_figure'];
const SEALS = ['seal_head', 'seal_tile', 'seal_checkpoint'];
const OF_PEOPLE: Readonly<Record<string, string>> = {
  account: 'id',
  person: 'id',
  person_key: 'person',
  session: 'account',
  api_token: 'account',
  one_time_link: 'account',
  outside_identity: 'account',
};

/** The policies of every table on which whoever asks has any right; a table without one shows and takes nothing. */
export function policiesIn(dialect: Dialect): ReadonlyMap<string, readonly Policy[]> {
  const words = new Words(dialect);
  const of = (condition: string): string => `${words.isOfTenant} and (${condition})`;
  const seen = (condition: string): Policy => ({ verb: 'select', using: of(condition) });
  return new Map<string, readonly Policy[]>([
    ...DOCUMENTS.map((table) => [table, [seen(words.isReached)]] as const),
    ['tenant_head', [seen(words.isReached), ...headPolicies(of(words.isReached))]],
    ['command_record', [{ verb: 'insert', check: of(words.isReached) }]],
    ...OF_UNITS.map((table) => [table, [seen(words.isWork('plan', 'unit'))]] as const),
    ['unit_plan', [seen(`${words.isWork('plan', 'unit')} or ${acceptedBy(words)}`)]],
    ['item', [seen(`${words.isWork('plan', 'unit')} or ${words.isOnDesk}`)]],
    ['report', [seen(`${words.isWork('plan', 'unit')} or ${words.isSentToDesk}`)]],
    ['event', [seen(isSeenEvent(words)), { verb: 'insert', check: of(isWrittenEvent(words)) }]],
    ['wake_up', [seen(words.isAll('units'))]],
    ['log_entry', [seen(words.isAll('units'))]],
    ...SEALS.map((table) => [table, [seen(words.isAction('log.prove', 'log.read'))]] as const),
    [
      'delivery',
      [seen(words.isAction('delivery.read', 'delivery.retry')), { verb: 'update', using: of(words.isAction('delivery.retry')) }],
    ],
    ...Object.entries(OF_PEOPLE).map(([table, id]) => [table, peoplePolicies(words, table, id)] as const),
    ['sign_in_failure', [{ verb: 'all', using: of(words.isReached) }]],
  ]);
}

const headPolicies = (condition: string): readonly Policy[] => [
  { verb: 'insert', check: condition },
  { verb: 'update', using: condition },
];

/** Whoever looks at a desk sees whose submissions it may judge: no more of their unit plans than that they are there. */
const acceptedBy = (words: Words): string => `${words.setting('desk')} = any (acceptors)`;

/** One's own, and those of the people whom one looks after; whoever lets somebody in, or grants, or lends, finds them. */
function peoplePolicies(words: Words, table: string, id: string): readonly Policy[] {
  const own = `${id} = ${words.isSelf}`;
  const after = words.isAllOrAmong(id, 'people');
  const granting = `${words.isAction('people.change')} and ${words.setting('grants')} is not null`;
  const kept = `${words.isOfTenant} and (${own} or ${after} or ${granting})`;
  const found: Policy = { verb: 'select', using: `${words.isOfTenant} and ${words.isAction('role.delegate')}` };
  return [{ verb: 'all', using: kept }, ...(table === 'account' ? [found] : [])];
}

const part = (index: number): string => `split_part(stream, '/', ${index}) collate "C"`;
const begins = (prefix: string): string => `starts_with(stream, '${prefix}')`;

/** Streams of unit plans as the work of their units; of people as those people; all others are documents of the house. */
const isSeenEvent = (words: Words): string => `${words.isReached} and case
  when ${begins('unit-plan/')} then ${words.isWork(part(2), part(3))}
  when ${begins('user/')} or ${begins('person/')} then
    ${words.isAll('units')} or ${part(2)} = ${words.isSelf} or ${words.isAllOrAmong(part(2), 'people')}
  else true end`;

/**
 * Facts of the house are changed by whoever may change them. What a person does is recorded in the name of a unit for which that person
 * acts. What the engine makes of it names no unit, comes with the rule that brought it, and only beside such an act. Rights are changed
 * by who looks after the people concerned, or lends their own.
 */
const isWrittenEvent = (words: Words): string => `case
  when ${begins('user/')} then ${isRightsEvent(words)}
  when stream = 'organisation' then ${words.isAction('organisation.change')} and ${isFact(words)} and ${words.setting('actor')} is not null
  when stream = 'calendar' then ${words.isAction('calendar.publish')} and ${isFact(words)}
  when actor is not null then actor = ${words.setting('actor')} and ${isOwnDeed(words)}
  else because is not null and ${words.setting('actor')} is not null and (${begins('unit-plan/')} or ${begins('plan/')}) end`;

/** Whoever is named as having done it is whoever asks. */
const isOwnDeed = (words: Words): string => `coalesce(because::jsonb #>> '{by,person}', ${words.isSelf}) = ${words.isSelf}`;

/** No unit's deed, and brought by no rule: all that may stand beside it is who did it. */
const isFact = (words: Words): string => `actor is null and coalesce(because::jsonb - 'by', '{}') = '{}' and ${isOwnDeed(words)}`;

function isRightsEvent(words: Words): string {
  const grants = words.setting('grants');
  const granted = `type = 'UserAdmitted' or type = 'RoleGranted' and (${grants} = '*' or data::jsonb -> 'grant' ->> 'unit' = ${grants})`;
  const lends = `data::jsonb ->> 'giver' = ${words.isSelf} or type = 'LoanEnded' and data::jsonb ->> 'by' = ${words.isSelf}`;
  return `${words.isAction('people.change')} and
      case when type in ('UserAdmitted', 'RoleGranted') then ${grants} is not null and (${granted})
      else ${words.isAllOrAmong(part(2), 'people')} end
    or ${words.isAction('role.delegate')} and type in ('RoleLent', 'RoleBorrowed', 'LoanEnded') and (${lends})`;
}
