import type { News } from './journal.js';
import type { Sight } from './sight.js';
import { changesSight, type Told, toldOf } from './telling.js';

/** What a feed of changes reads, and how it lets time pass. */
export interface ChangeSource {
  /** What has been recorded since it was last asked. */
  news(): Promise<News>;
  /** What the reader sees now; undefined where they may read no more. Asked before anything is told. */
  sight(): Promise<Sight | undefined>;
  /** Waits one turn; ends early where the reader has gone. */
  turn(): Promise<void>;
  /** True once nobody reads any more. */
  readonly isOver: boolean;
}

/** Turns without a message after which a sign of life is sent: proxies close connections that say nothing. */
export const BEAT_TURNS = 15;
/** Signs of life after which it is asked what the reader sees, though nothing has happened: roles begin and end with days. */
const CHECK_BEATS = 4;
/** Turns between messages: twice as many each time, while there is always more to tell. */
const REST_TURNS = { least: 2, most: 8 } as const;
const RETRY_MS = 3_000;

const ALIVE = ': alive\n\n';
const MISSED = 'event: missed\ndata: {}\n\n';
const changed = (told: Told): string => `event: changed\ndata: ${JSON.stringify(told)}\n\n`;

/**
 * Where something changes of what somebody sees, as server-sent events: `changed`, gathered, and `missed` for whoever took too long to
 * read on. Nothing that is not theirs makes a message, and none has a number. Ends where the reader may no longer read.
 */
export async function* changeFeed(source: ChangeSource, first: Sight): AsyncGenerator<string> {
  const beats = new Beats();
  let sight = first;
  let rest: number = REST_TURNS.least;
  yield `retry: ${RETRY_MS}\n\n`;
  while (!source.isOver) {
    await source.turn();
    if (source.isOver) return;
    const news = await source.news();
    const isBeat = beats.next();
    if (concerns(news, sight) || (isBeat && beats.isCheck)) {
      const now = await source.sight();
      if (!now || source.isOver) return;
      sight = now;
    }
    const message = messageOf(news, sight);
    if (message === undefined) {
      rest = REST_TURNS.least;
      if (isBeat) yield ALIVE;
      continue;
    }
    yield message;
    beats.begin();
    for (let turns = 1; turns < rest && !source.isOver; turns++) await source.turn();
    rest = Math.min(rest * 2, REST_TURNS.most);
  }
}

const concerns = ({ touched, isMissed }: News, sight: Sight): boolean =>
  isMissed || touched.some((each) => changesSight(each, sight)) || toldOf(touched, sight) !== undefined;

function messageOf({ touched, isMissed }: News, sight: Sight): string | undefined {
  if (isMissed) return MISSED;
  const told = toldOf(touched, sight);
  return told && changed(told);
}

/** Counts turns between signs of life. */
class Beats {
  private turns = 0;

  /** A turn has passed: whether it is time for a sign of life. */
  next(): boolean {
    this.turns += 1;
    return this.turns % BEAT_TURNS === 0;
  }

  get isCheck(): boolean {
    return this.turns % (BEAT_TURNS * CHECK_BEATS) === 0;
  }

  begin(): void {
    this.turns = 0;
  }
}
