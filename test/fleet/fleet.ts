import { canonicalLog, type RecordedEvent } from '#event-store';
import { createHash, type Hash } from 'node:crypto';
import { violationsOf } from './checks.js';
import { FaultCount, type Fault } from './faults.js';
import type { Conditions } from './house.js';
import { live, type Lived } from './life.js';
import { REAL, type Parts } from './parts.js';
import { isSame } from './same.js';

export interface FleetOptions {
  readonly seed: number;
  /** The lives to live: from one number, so many. */
  readonly from: number;
  readonly years: number;
  readonly parts?: Parts;
  /** Ends at the first life that breaks something. */
  readonly untilBroken?: boolean;
  readonly progress?: (lived: number) => void;
  /** Told of each violation when it is found. */
  readonly broken?: (violation: Violation) => void;
}

/** What did not hold in one life. */
export interface Violation {
  readonly life: number;
  readonly text: string;
}

/** What a fleet has lived through. */
export interface FleetResult {
  readonly years: number;
  readonly events: number;
  readonly faults: Readonly<Record<Fault, number>>;
  readonly violations: readonly Violation[];
  /** SHA-256 of each life's log, one after another: the same seed gives the same bytes. */
  readonly hashes: readonly string[];
}

/**
 * One life in so many, and each in which several facts came before the clock, is lived a second time with nothing failing: each unit
 * plan's log must be the same to the byte.
 */
const TWIN_OF = 10;
const SEVERAL = 2;

/** Lives plan-years one after another. */
export async function runFleet({
  seed,
  from,
  years,
  parts = REAL,
  untilBroken = false,
  progress,
  broken,
}: FleetOptions): Promise<FleetResult> {
  const faults = new FaultCount();
  const violations: Violation[] = [];
  const hashes: string[] = [];
  let events = 0;
  for (let life = from; life < from + years; life++) {
    const passed = await liveThrough({ seed, life, faults, parts });
    events += passed.events;
    hashes.push(passed.hash);
    for (const text of passed.broken) {
      violations.push({ life, text });
      broken?.({ life, text });
    }
    progress?.(life - from + 1);
    if (untilBroken && violations.length > 0) break;
  }
  return { years: hashes.length, events, faults: Object.fromEntries(faults.of) as FleetResult['faults'], violations, hashes };
}

interface Passed {
  readonly events: number;
  readonly hash: string;
  readonly broken: readonly string[];
}

async function liveThrough(conditions: Conditions): Promise<Passed> {
  const { seed, life, parts } = conditions;
  try {
    const lived = await live(conditions);
    const log = await lived.house.log();
    const broken = [...(await violationsOf(lived, parts))];
    if (life % TWIN_OF === 0 || lived.lateFacts >= SEVERAL)
      broken.push(...(await unlike(lived, await live({ seed, life, faults: null, parts }))));
    return { events: log.length, hash: hashOf(log), broken };
  } catch (error) {
    return {
      events: 0,
      hash: '',
      broken: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  }
}

function hashOf(log: readonly RecordedEvent[]): string {
  const lines = log.map((event) => `${JSON.stringify(event)}\n`);
  return sha256().update(lines.join('')).digest('hex');
}

/** One hash of all lives, in their order. */
export const hashOfAll = (hashes: readonly string[]): string => sha256().update(hashes.join('\n')).digest('hex');

const sha256 = (): Hash => createHash('sha256');

/** Where faults have left a trace in what was recorded of a unit plan. */
async function unlike(shaken: Lived, calm: Lived): Promise<readonly string[]> {
  const [a, b] = [await streamsOf(shaken), await streamsOf(calm)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((stream) => {
    const [ours = [], theirs = []] = [a.get(stream), b.get(stream)];
    const index = ours.findIndex((event, at) => !isAlike(event, theirs[at]));
    if (index === -1 && ours.length === theirs.length) return [];
    const at = index === -1 ? ours.length : index;
    return [
      `${stream}: another course than without faults from event ${at + 1}: ${lineOf(ours[at])} instead of ${lineOf(theirs[at])}`,
    ];
  });
}

/** All but where in the log they stand. */
function isAlike(ours: RecordedEvent, theirs: RecordedEvent | undefined): boolean {
  return theirs !== undefined && isSame({ ...ours, position: 0 }, { ...theirs, position: 0 });
}

const lineOf = (event: RecordedEvent | undefined): string | undefined => event && canonicalLog([event]).trimEnd();

const streamsOf = async ({ house }: Lived): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> =>
  Map.groupBy(await house.log(), ({ stream }) => stream);
