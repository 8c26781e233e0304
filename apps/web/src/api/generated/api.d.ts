/** Made by `node dist/test/web/make-api-types.js` from the description of the API. Not to be edited. */

export interface paths {
    readonly "/api/v1/rules/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.check"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/surroundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.surroundings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.publish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/{hash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Rules.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.list"];
        readonly put?: never;
        readonly post: operations["Plans.issue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/cascade": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.cascade"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/late-list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.lateList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["UnitPlans.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["UnitPlans.draft"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["UnitPlans.receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/own-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["UnitPlans.issueOwnPlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Items.history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.start"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.sendBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.extend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/completeness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.table"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/missing-reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.missing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/trend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Trend.trend"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.sendBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.extend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{unit}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{unit}/desk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.desk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Lists.items"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events/stream": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Live.follow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Session.one"];
        readonly put?: never;
        readonly post: operations["Session.signIn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly BilingualDto: {
            readonly vi: string;
            readonly en: string;
        };
        readonly RulesTextBody: {
            readonly text: string;
        };
        readonly PlaceDto: {
            readonly start: number;
            readonly end: number;
            readonly line: number;
            readonly column: number;
        };
        readonly DiagnosticDto: {
            readonly code: string;
            /** @enum {string} */
            readonly severity: "error" | "warning" | "info";
            readonly place: components["schemas"]["PlaceDto"];
            readonly message: components["schemas"]["BilingualDto"];
            readonly hint: components["schemas"]["BilingualDto"] | null;
        };
        readonly CheckDto: {
            readonly valid: boolean;
            readonly hash: string;
            /** @enum {string} */
            readonly language: "vi" | "en";
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
        };
        readonly DirectoryDto: {
            /** Format: date */
            readonly date: string;
            readonly version: string;
            readonly units: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly SurroundingsDto: {
            /** Format: date */
            readonly today: string;
            readonly directory: components["schemas"]["DirectoryDto"];
            readonly calendar: {
                readonly [key: string]: unknown;
            };
            readonly above: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly UnitDto: {
            readonly id: string;
            readonly name: string;
            readonly tier: string;
            readonly kind: string;
            readonly superior: string | null;
        };
        readonly PreviewUnitDto: {
            readonly unit: components["schemas"]["UnitDto"];
            /** @enum {string} */
            readonly change: "derived" | "replaced";
            readonly provisional: boolean;
            readonly items: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly reports: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly duties: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly moved: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly withdrawn: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly PreviewPageDto: {
            readonly items: readonly components["schemas"]["PreviewUnitDto"][];
            readonly next: string | null;
        };
        readonly PreviewDto: {
            readonly hash: string;
            readonly plan: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
            readonly duties: number;
            readonly byTier: {
                readonly [key: string]: {
                    readonly [key: string]: number;
                };
            };
            readonly byDeadlineKind: {
                readonly [key: string]: number;
            };
            readonly dueByDay: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly open: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly units: components["schemas"]["PreviewPageDto"];
        };
        readonly PublishRulesBody: {
            readonly text: string;
            readonly actor: string;
        };
        readonly PublicationDto: {
            readonly hash: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
            readonly position: number;
        };
        readonly RulesDto: {
            readonly hash: string;
            readonly text: string;
            readonly rules: {
                readonly [key: string]: unknown;
            };
        };
        readonly PlanDto: {
            readonly id: string;
            readonly root: string;
            readonly parent: string | null;
            readonly number: string;
            readonly issuer: components["schemas"]["UnitDto"];
            /** Format: date */
            readonly issuedOn: string;
            readonly title: string;
            readonly rules: string;
            /** @enum {string} */
            readonly status: "issued" | "cascaded" | "replaced" | "repealed" | "withdrawn";
            readonly unitPlans: number;
        };
        readonly PlanPageDto: {
            readonly items: readonly components["schemas"]["PlanDto"][];
            readonly next: string | null;
        };
        readonly IssuePlanBody: {
            readonly rules: string;
            readonly actor: string;
        };
        readonly IssuedDto: {
            readonly plan: string;
            readonly position: number;
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
        };
        readonly CountsDto: {
            readonly total: number;
            readonly onTime: number;
            readonly late: number;
            readonly overdue: number;
            readonly open: number;
        };
        readonly CascadeNodeDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly source: string | null;
            readonly provisional: boolean;
            readonly ownPlan: string | null;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
            readonly children: readonly components["schemas"]["CascadeNodeDto"][];
        };
        readonly TierProgressDto: {
            readonly unitPlans: number;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
        };
        readonly LateDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly task: string;
            /** Format: date */
            readonly due: string;
            readonly daysLate: number;
            readonly done: boolean;
        };
        readonly ProgressDto: {
            readonly plan: components["schemas"]["PlanDto"];
            readonly asOf: string;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
            readonly byTier: {
                readonly [key: string]: components["schemas"]["TierProgressDto"];
            };
            readonly escalations: {
                readonly [key: string]: number;
            };
            readonly late: readonly components["schemas"]["LateDto"][];
        };
        readonly LateActionDto: {
            readonly action: string;
            readonly target: string | null;
        };
        readonly LateStepDto: {
            readonly step: string;
            readonly at: string;
            readonly actions: readonly components["schemas"]["LateActionDto"][];
        };
        readonly LateExplanationDto: {
            readonly item: string;
            /** Format: date */
            readonly due: string | null;
            readonly status: string;
            readonly submittedAt: string | null;
        };
        readonly LateEntryDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly obligation: string;
            readonly title: string | null;
            /** Format: date */
            readonly due: string;
            readonly dueTime: string | null;
            readonly daysLate: number;
            readonly steps: readonly components["schemas"]["LateStepDto"][];
            readonly explanation: components["schemas"]["LateExplanationDto"] | null;
        };
        readonly LateListDto: {
            readonly plan: components["schemas"]["PlanDto"];
            readonly asOf: string;
            readonly late: readonly components["schemas"]["LateEntryDto"][];
        };
        readonly ItemDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly id: string;
            readonly task: string;
            readonly title: string;
            readonly source: string;
            readonly period: string | null;
            readonly deadlineKind: string;
            /** Format: date */
            readonly due: string | null;
            readonly dueTime: string | null;
            readonly awaits: string | null;
            /** Format: date */
            readonly estimate: string | null;
            readonly resolver: string | null;
            readonly explains: string | null;
            readonly inheritedFrom: readonly string[];
            readonly status: string;
            readonly receivedAt: string | null;
            readonly submittedAt: string | null;
            readonly completedAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly daysLate: number;
            readonly escalated: readonly string[];
        };
        readonly ReportInputsDto: {
            readonly expected: number;
            readonly received: number;
            readonly missing: readonly string[];
        };
        readonly ClosedDto: {
            readonly at: string;
            readonly received: readonly string[];
            readonly late: readonly string[];
            readonly missing: readonly string[];
            readonly cameAfter: readonly string[];
        };
        readonly ReportDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly id: string;
            readonly period: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
            /** Format: date */
            readonly due: string | null;
            readonly to: components["schemas"]["UnitDto"];
            readonly via: components["schemas"]["UnitDto"] | null;
            readonly viaNext: readonly components["schemas"]["UnitDto"][];
            readonly copies: readonly components["schemas"]["UnitDto"][];
            readonly serves: string | null;
            readonly into: string | null;
            readonly asked: string | null;
            readonly dueTime: string | null;
            readonly status: string;
            readonly submittedAt: string | null;
            readonly consolidated: boolean;
            readonly inputs: components["schemas"]["ReportInputsDto"];
            readonly closed: components["schemas"]["ClosedDto"] | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly daysLate: number;
        };
        readonly DutyDto: {
            readonly id: string;
            /** Format: date */
            readonly due: string | null;
            readonly sendTo: components["schemas"]["UnitDto"] | null;
            readonly plan: string | null;
            readonly fulfilledAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
        };
        readonly JointTaskDto: {
            readonly task: string;
            readonly source: string;
            readonly title: string;
            readonly accountable: string;
        };
        readonly SupportedTaskDto: {
            readonly task: string;
            readonly source: string;
            readonly title: string;
        };
        readonly UnitPlanDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly source: string;
            readonly provisional: boolean;
            readonly ownPlan: string | null;
            readonly version: number;
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["ReportDto"][];
            readonly duties: readonly components["schemas"]["DutyDto"][];
            readonly joint: readonly components["schemas"]["JointTaskDto"][];
            readonly supports: readonly components["schemas"]["SupportedTaskDto"][];
        };
        readonly ActorBody: {
            readonly actor: string;
        };
        readonly WrittenDto: {
            readonly version: number;
            readonly position: number;
        };
        readonly OwnPlanBody: {
            readonly text: string;
            readonly actor: string;
        };
        readonly OwnPlanIssuedDto: {
            readonly plan: string;
            readonly position: number;
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
            readonly rules: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
        };
        readonly RuleLineDto: {
            readonly rules: string;
            readonly rule: string;
            readonly place: components["schemas"]["PlaceDto"] | null;
            readonly line: string | null;
        };
        readonly HistoryEntryDto: {
            readonly position: number;
            readonly stream: string;
            readonly version: number;
            readonly type: string;
            readonly at: string;
            readonly recordedAt: string;
            readonly actor: string | null;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly because: {
                readonly [key: string]: unknown;
            } | null;
            readonly rule: components["schemas"]["RuleLineDto"] | null;
            readonly task: components["schemas"]["RuleLineDto"] | null;
        };
        readonly HistoryDto: {
            readonly items: readonly components["schemas"]["HistoryEntryDto"][];
            readonly next: string | null;
        };
        readonly SubmitItemBody: {
            readonly actor: string;
            readonly note?: string;
        };
        readonly ReturnBody: {
            readonly actor: string;
            readonly reason: string;
        };
        readonly DocumentBody: {
            readonly number: string;
            /** Format: date */
            readonly date: string;
            readonly issuer: string;
        };
        readonly ExtendDeadlineBody: {
            readonly actor: string;
            /** Format: date */
            readonly to: string;
            readonly document: components["schemas"]["DocumentBody"];
        };
        readonly ReportRateDto: {
            readonly expected: number;
            readonly received: number;
            readonly onTime: number;
            readonly completeness: number | null;
            readonly timeliness: number | null;
        };
        readonly CompletenessPeriodDto: {
            readonly period: string;
            readonly label: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
            /** Format: date */
            readonly due: string;
            readonly rate: components["schemas"]["ReportRateDto"];
        };
        readonly CompletenessRowDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly withBelow: boolean;
            readonly rate: components["schemas"]["ReportRateDto"];
            readonly periods: {
                readonly [key: string]: components["schemas"]["ReportRateDto"];
            };
        };
        readonly CompletenessDto: {
            readonly plan: string;
            readonly within: components["schemas"]["UnitDto"];
            readonly asOf: string;
            readonly rate: components["schemas"]["ReportRateDto"];
            readonly periods: readonly components["schemas"]["CompletenessPeriodDto"][];
            readonly rows: readonly components["schemas"]["CompletenessRowDto"][];
        };
        readonly MissingReportDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly report: string;
            readonly period: string;
            readonly label: string;
            /** Format: date */
            readonly due: string;
            readonly daysLate: number;
            readonly to: components["schemas"]["UnitDto"];
        };
        readonly MissingReportsDto: {
            readonly total: number;
            readonly reports: readonly components["schemas"]["MissingReportDto"][];
        };
        readonly TrendCountedDto: {
            readonly position: number;
            readonly head: number;
        };
        readonly TrendFiguresDto: {
            readonly due: number;
            readonly onTime: number;
            readonly late: number;
            readonly open: number;
            readonly overdue: number;
            readonly escalations: number;
        };
        readonly TrendDayDto: {
            /** Format: date */
            readonly day: string;
            readonly items: components["schemas"]["TrendFiguresDto"];
            readonly reports: components["schemas"]["TrendFiguresDto"];
            readonly duties: components["schemas"]["TrendFiguresDto"];
        };
        readonly TrendDto: {
            readonly plan: string;
            readonly within: components["schemas"]["UnitDto"];
            readonly counted: components["schemas"]["TrendCountedDto"];
            readonly days: readonly components["schemas"]["TrendDayDto"][];
        };
        readonly SubmitReportBody: {
            readonly actor: string;
            readonly content: string;
        };
        readonly UnitPageDto: {
            readonly items: readonly components["schemas"]["UnitDto"][];
            readonly next: string | null;
        };
        readonly DeskDutyDto: {
            readonly id: string;
            /** Format: date */
            readonly due: string | null;
            readonly sendTo: components["schemas"]["UnitDto"] | null;
            readonly plan: string | null;
            readonly fulfilledAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly planId: string;
        };
        readonly WaitingDto: {
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["ReportDto"][];
        };
        readonly DeskDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly asOf: string;
            readonly overdue: readonly components["schemas"]["ItemDto"][];
            readonly dueSoon: readonly components["schemas"]["ItemDto"][];
            readonly open: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["ReportDto"][];
            readonly duties: readonly components["schemas"]["DeskDutyDto"][];
            readonly waitingForMe: components["schemas"]["WaitingDto"];
        };
        readonly ItemPageDto: {
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly next: string | null;
        };
        readonly SignInBody: {
            readonly name: string;
            readonly password: string;
            readonly code?: string;
        };
        readonly RightDto: {
            readonly grant: string;
            readonly role: string;
            readonly unit: string | null;
            /** @enum {string} */
            readonly reach: "unit" | "subtree";
            /** Format: date */
            readonly from: string;
            readonly until: string | null;
            /** @enum {string} */
            readonly state: "now" | "later" | "over";
            readonly lentBy: string | null;
            readonly delegation: string | null;
        };
        readonly SessionDto: {
            readonly user: string;
            readonly name: string | null;
            readonly shownName: string | null;
            /** @enum {string} */
            readonly by: "session" | "token" | "door";
            readonly strong: boolean;
            readonly mayWrite: boolean;
            readonly csrf: string | null;
            readonly rights: readonly components["schemas"]["RightDto"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "Rules.check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckDto"];
                };
            };
        };
    };
    readonly "Rules.surroundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SurroundingsDto"];
                };
            };
        };
    };
    readonly "Rules.preview": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewDto"];
                };
            };
        };
    };
    readonly "Rules.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishRulesBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicationDto"];
                };
            };
        };
    };
    readonly "Rules.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly hash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RulesDto"];
                };
            };
        };
    };
    readonly "Plans.list": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanPageDto"];
                };
            };
        };
    };
    readonly "Plans.issue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IssuePlanBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuedDto"];
                };
            };
        };
    };
    readonly "Plans.cascade": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CascadeNodeDto"];
                };
            };
        };
    };
    readonly "Plans.progress": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressDto"];
                };
            };
        };
    };
    readonly "Plans.lateList": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LateListDto"];
                };
            };
        };
    };
    readonly "UnitPlans.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitPlanDto"];
                };
            };
        };
    };
    readonly "UnitPlans.draft": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly language?: "vi" | "en";
                readonly number?: string;
                readonly issuedOn?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly "UnitPlans.receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "UnitPlans.issueOwnPlan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OwnPlanBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnPlanIssuedDto"];
                };
            };
        };
    };
    readonly "Items.history": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
                readonly item: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HistoryDto"];
                };
            };
        };
    };
    readonly "Items.receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubmitItemBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.sendBack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReturnBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtendDeadlineBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Completeness.table": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompletenessDto"];
                };
            };
        };
    };
    readonly "Completeness.missing": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
                readonly period?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MissingReportsDto"];
                };
            };
        };
    };
    readonly "Trend.trend": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly within?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrendDto"];
                };
            };
        };
    };
    readonly "Reports.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubmitReportBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.sendBack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReturnBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtendDeadlineBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Units.list": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly superior?: string;
                readonly search?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitPageDto"];
                };
            };
        };
    };
    readonly "Units.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitDto"];
                };
            };
        };
    };
    readonly "Units.desk": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskDto"];
                };
            };
        };
    };
    readonly "Lists.items": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly asOf?: string;
                readonly plan?: string;
                readonly unit?: string;
                readonly status?: "dormant" | "assigned" | "received" | "in-progress" | "submitted" | "completed" | "returned" | "suspended" | "transferred" | "cancelled";
                readonly within?: string;
                readonly standing?: "onTime" | "late" | "overdue" | "open";
                readonly overdue?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ItemPageDto"];
                };
            };
        };
    };
    readonly "Live.follow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly "Session.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
    readonly "Session.signIn": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignInBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
}
