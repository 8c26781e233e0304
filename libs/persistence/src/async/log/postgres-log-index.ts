import type { Pool } from 'pg';
import type { RecordedEvent } from '#event-store';
import { ANYBODY, ENGINE, type LogFilter, type LogIndex, type LogOutline, type PersonCount } from '#read-models';
import { type EventRecord, recordedEvent } from '../../event-store/recorded-event.js';
import { COUNTED, FIRST_AFTER, OUTLINE, PEOPLE, readEntries } from './log-entries.sql.js';

type Stretch = Parameters<LogIndex['firstAfter']>[2];
type Page = Parameters<LogIndex['events']>[2];

/** People that an outline names at most. */
const MOST_PEOPLE = 100;
const NOWHERE = { generation: 0, position: 0 };

/** The log looked through by its rows in PostgreSQL, as far as whoever asks may see it. */
export class PostgresLogIndex implements LogIndex {
  constructor(private readonly pool: Pool) {}

  async counted(tenant: string): Promise<number> {
    return (await this.standing(tenant)).position;
  }

  async events(
    tenant: string,
    filter: LogFilter,
    { limit, newest = false, ...stretch }: Page,
  ): Promise<readonly RecordedEvent[]> {
    const values = await this.wanted(tenant, filter, stretch);
    return (await this.pool.query<EventRecord>(readEntries(newest), [...values, limit])).rows.map(recordedEvent);
  }

  async outline(
    tenant: string,
    filter: LogFilter,
    { every, ...stretch }: Stretch & { readonly every: number },
  ): Promise<LogOutline> {
    const values = await this.wanted(tenant, filter, stretch);
    const { rows } = await this.pool.query<{ position: number; total: number }>(OUTLINE, [...values, every]);
    return { count: rows[0]?.total ?? 0, pages: rows.map(({ position }) => position) };
  }

  async people(tenant: string, filter: LogFilter, stretch: Stretch): Promise<readonly PersonCount[]> {
    const values = await this.wanted(tenant, filter, stretch);
    return (await this.pool.query<PersonCount>(PEOPLE, [...values, MOST_PEOPLE])).rows;
  }

  async firstAfter(tenant: string, at: string, { first, last }: Stretch): Promise<number | undefined> {
    const { generation } = await this.standing(tenant);
    const { rows } = await this.pool.query<{ position: number }>(FIRST_AFTER, [tenant, generation, first, last, at]);
    return rows[0]?.position;
  }

  private async standing(tenant: string): Promise<{ readonly generation: number; readonly position: number }> {
    return (await this.pool.query<typeof NOWHERE>(COUNTED, [tenant])).rows[0] ?? NOWHERE;
  }

  private async wanted(tenant: string, filter: LogFilter, { first, last }: Stretch): Promise<readonly unknown[]> {
    const { generation } = await this.standing(tenant);
    const { plan, unit, kind, about, who, after, until } = filter;
    const isWord = who === ANYBODY || who === ENGINE;
    const of = [plan, unit, kind, about, isWord ? undefined : who, isWord ? who === ENGINE : undefined, after, until];
    return [tenant, generation, first, last, ...of.map((value) => value ?? null)];
  }
}
