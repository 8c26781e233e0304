import type { ReportState, UnitPlanCommand } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Lived } from './life.js';

/** What people were told had been done stands in the log, once, as they did it. */
export function promises({ acknowledged }: Lived, streams: ReadonlyMap<string, readonly RecordedEvent[]>): readonly string[] {
  return acknowledged.flatMap(({ request: { plan, unit, actor, command }, at, position }) => {
    const type = EVENT_OF[command.type];
    const events = streams.get(`unit-plan/${plan}/${unit}`) ?? [];
    const own = events.filter((event) => event.type === type && event.at === at && event.actor === actor);
    const mayBeNothing = IDLE.has(command.type) && own.length === 0;
    const orders = own.every(({ data }) => isAsOrdered(command, data));
    if (mayBeNothing || (own.length === 1 && orders && (own[0]?.position ?? 0) <= position)) return [];
    return [`${command.type} of ${unit} at ${at} stands in the log ${own.length} times`];
  });
}

function isAsOrdered(command: UnitPlanCommand, data: unknown): boolean {
  if (command.type === 'RequestReport') return (data as { report: ReportState }).report.due === command.due;
  return 'to' in command ? (data as { to: string }).to === command.to : true;
}

/** As many units as were told of have been asked, each once, for the day that was said. */
export function requests({ asked }: Lived, log: readonly RecordedEvent[]): readonly string[] {
  return asked.flatMap(({ title, due, units }) => {
    const found = log.filter(
      ({ type, data }) => type === 'ReportRequested' && (data as { report: ReportState }).report.asked === title,
    );
    const streams = new Set(found.map(({ stream }) => stream));
    const isRight = found.every(({ data }) => (data as { report: ReportState }).report.due === due);
    return found.length === units && streams.size === units && isRight
      ? []
      : [`${title} for ${due} was asked of ${streams.size} units in ${found.length} events, not of ${units}`];
  });
}

const EVENT_OF: Readonly<Record<string, string>> = {
  ReceiveUnitPlan: 'UnitPlanReceived',
  ReceiveItem: 'ItemReceived',
  StartItem: 'ItemStarted',
  SubmitItem: 'ItemSubmitted',
  AcceptItem: 'ItemAccepted',
  ReturnItem: 'ItemReturned',
  ExtendDeadline: 'DeadlineExtended',
  ResolveDeadline: 'DeadlineResolved',
  SuspendItem: 'ItemSuspended',
  ResumeItem: 'ItemResumed',
  WithdrawItem: 'ItemWithdrawn',
  ExtendReport: 'ReportExtended',
  SubmitReport: 'ReportSubmitted',
  AcceptReport: 'ReportAccepted',
  ReturnReport: 'ReportReturned',
  RequestReport: 'ReportRequested',
};
const IDLE: ReadonlySet<string> = new Set(['ReceiveUnitPlan', 'ReceiveItem', 'StartItem']);
