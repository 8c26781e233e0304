import type { Type } from '@nestjs/common';
import { AskAuditHandler } from './audit/ask-audit.handler.js';
import { AcceptItemHandler } from './commands/accept-item.handler.js';
import { AcceptReportHandler } from './commands/accept-report.handler.js';
import { AmendPlanHandler } from './commands/amend-plan.handler.js';
import { ChangeOrganisationHandler } from './commands/change-organisation.handler.js';
import { DeclareEventHandler } from './commands/declare-event.handler.js';
import { EndPlanHandler } from './commands/end-plan.handler.js';
import { ExtendReportHandler } from './commands/extend-report.handler.js';
import { ResumeItemHandler } from './commands/resume-item.handler.js';
import { SuspendItemHandler } from './commands/suspend-item.handler.js';
import { WithdrawItemHandler } from './commands/withdraw-item.handler.js';
import { ExtendDeadlineHandler } from './commands/extend-deadline.handler.js';
import { IssueOwnPlanHandler } from './commands/issue-own-plan.handler.js';
import { IssuePlanHandler } from './commands/issue-plan.handler.js';
import { PublishCalendarHandler } from './commands/publish-calendar.handler.js';
import { PublishRulesHandler } from './commands/publish-rules.handler.js';
import { ReceiveItemHandler } from './commands/receive-item.handler.js';
import { ReceiveUnitPlanHandler } from './commands/receive-unit-plan.handler.js';
import { RaiseCaseHandler } from './commands/raise-case.handler.js';
import { RefuseExtensionHandler } from './commands/refuse-extension.handler.js';
import { RequestExtensionHandler } from './commands/request-extension.handler.js';
import { RequestReportHandler } from './commands/request-report.handler.js';
import { RequestReportsHandler } from './commands/request-reports.handler.js';
import { ResolveDeadlineHandler } from './commands/resolve-deadline.handler.js';
import { ReturnItemHandler } from './commands/return-item.handler.js';
import { ReturnReportHandler } from './commands/return-report.handler.js';
import { StartItemHandler } from './commands/start-item.handler.js';
import { SubmitItemHandler } from './commands/submit-item.handler.js';
import { SubmitReportHandler } from './commands/submit-report.handler.js';
import { CheckRulesHandler } from './queries/check-rules.handler.js';
import { GetCascadeHandler } from './queries/get-cascade.handler.js';
import { GetCompletenessHandler } from './queries/get-completeness.handler.js';
import { GetMissingReportsHandler } from './queries/get-missing-reports.handler.js';
import { GetStepsTakenHandler } from './queries/get-steps-taken.handler.js';
import { GetDeskHandler } from './queries/get-desk.handler.js';
import { GetDraftHandler } from './queries/get-draft.handler.js';
import { GetItemHistoryHandler } from './queries/get-item-history.handler.js';
import { GetItemHandler } from './queries/get-item.handler.js';
import { GetLateListHandler } from './queries/get-late-list.handler.js';
import { GetOrganisationChangesHandler } from './queries/get-organisation-changes.handler.js';
import { GetPlanHandler } from './queries/get-plan.handler.js';
import { GetProgressHandler } from './queries/get-progress.handler.js';
import { GetRulesHandler } from './queries/get-rules.handler.js';
import { GetSurroundingsHandler } from './queries/get-surroundings.handler.js';
import { GetTaskTableHandler } from './queries/get-task-table.handler.js';
import { GetTrendHandler } from './queries/get-trend.handler.js';
import { GetUnitPlanHandler } from './queries/get-unit-plan.handler.js';
import { GetWhyHandler } from './why/get-why.handler.js';
import { GetUnitHandler } from './queries/get-unit.handler.js';
import { GetUnitsOnDayHandler } from './queries/get-units-on-day.handler.js';
import { ListCalendarsHandler } from './queries/list-calendars.handler.js';
import { ListEventsHandler } from './queries/list-events.handler.js';
import { ListItemsHandler } from './queries/list-items.handler.js';
import { ListPlansHandler } from './queries/list-plans.handler.js';
import { ListReportsHandler } from './queries/list-reports.handler.js';
import { ListUnitsHandler } from './queries/list-units.handler.js';
import { PreviewOrganisationHandler } from './queries/preview-organisation.handler.js';
import { PreviewRulesHandler } from './queries/preview-rules.handler.js';

/** Every handler of a command. */
export const COMMAND_HANDLERS: readonly Type[] = [
  AcceptItemHandler,
  AcceptReportHandler,
  AmendPlanHandler,
  ChangeOrganisationHandler,
  DeclareEventHandler,
  EndPlanHandler,
  ExtendReportHandler,
  ResumeItemHandler,
  SuspendItemHandler,
  WithdrawItemHandler,
  ExtendDeadlineHandler,
  IssueOwnPlanHandler,
  IssuePlanHandler,
  PublishCalendarHandler,
  PublishRulesHandler,
  ReceiveItemHandler,
  ReceiveUnitPlanHandler,
  RaiseCaseHandler,
  RefuseExtensionHandler,
  RequestExtensionHandler,
  RequestReportHandler,
  RequestReportsHandler,
  ResolveDeadlineHandler,
  ReturnItemHandler,
  ReturnReportHandler,
  StartItemHandler,
  SubmitItemHandler,
  SubmitReportHandler,
];

/** Every handler of a query. */
export const QUERY_HANDLERS: readonly Type[] = [
  AskAuditHandler,
  CheckRulesHandler,
  GetCascadeHandler,
  GetCompletenessHandler,
  GetMissingReportsHandler,
  GetStepsTakenHandler,
  GetDeskHandler,
  GetDraftHandler,
  GetItemHistoryHandler,
  GetItemHandler,
  GetLateListHandler,
  GetOrganisationChangesHandler,
  GetPlanHandler,
  GetProgressHandler,
  GetRulesHandler,
  GetSurroundingsHandler,
  GetTaskTableHandler,
  GetTrendHandler,
  GetUnitPlanHandler,
  GetUnitHandler,
  GetWhyHandler,
  GetUnitsOnDayHandler,
  ListCalendarsHandler,
  ListEventsHandler,
  ListItemsHandler,
  ListPlansHandler,
  ListReportsHandler,
  ListUnitsHandler,
  PreviewOrganisationHandler,
  PreviewRulesHandler,
];
