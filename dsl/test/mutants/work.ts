import { Session, type Profiler } from 'node:inspector/promises';

/** Parts of the path of a script whose work is counted: the language, the engine's arithmetic, and the parser below. */
const COUNTED = /\/(?:dsl\/src|libs\/engine\/src|chevrotain|@chevrotain)\//;

/**
 * Counts the work of doing something: how often the engine of this machine entered a block of the language's code. Unlike time it
 * is the same on every machine and however busy that is, so a bound on it can be exact. Costs speed: not for a hundred thousand.
 * Only what is compiled while it runs is counted block by block: start it before the first use of the language.
 */
export class WorkCounter {
  private constructor(private readonly session: Session) {}

  static async start(): Promise<WorkCounter> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new WorkCounter(session);
  }

  async count(act: () => void): Promise<number> {
    await this.session.post('Profiler.takePreciseCoverage');
    act();
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    return result.reduce((sum, script) => (COUNTED.test(script.url) ? sum + entriesOf(script) : sum), 0);
  }

  async stop(): Promise<void> {
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}

const entriesOf = ({ functions }: Profiler.ScriptCoverage): number =>
  functions.reduce((sum, { ranges }) => sum + ranges.reduce((own, { count }) => own + count, 0), 0);
