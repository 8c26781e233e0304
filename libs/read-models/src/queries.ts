import type {
  CascadeNode,
  Completeness,
  Counts,
  Desk,
  ItemView,
  LateList,
  MissingReports,
  StepsTaken,
  Page,
  PageRequest,
  PlanView,
  Progress,
  ReportView,
  TaskTable,
  Trend,
  UnitPlanView,
  UnitView,
} from '#contracts';

/** An instant as text, `+07:00`: the moment that "late" and "overdue" are judged for. */
type AsOf = string;

/** A moment, and the unit that is meant with all below it; all of a plan unless told. */
export interface BranchFilter {
  readonly asOf: AsOf;
  readonly within?: string;
}

/** Which items. What is absent does not matter. */
export interface ItemFilter {
  /** Of the unit plans that follow this plan, or one below it. */
  readonly plan?: string;
  readonly unit?: string;
  /** Of this unit and all below it. */
  readonly within?: string;
  /** Of tasks with this number. */
  readonly task?: string;
  /** Of units of this tier. */
  readonly tier?: string;
  readonly status?: string;
  /** Those that counts count as this. */
  readonly standing?: Exclude<keyof Counts, 'total'>;
  readonly overdue?: boolean;
  /** With this last allowed day to keep: not those that are suspended, cancelled or transferred. */
  readonly due?: string;
  /** In since this day. */
  readonly inOn?: string;
  /** Of these units: those whose work the asker may see; null: of all. */
  readonly among?: readonly string[] | null;
  readonly asOf: AsOf;
  /** By last allowed day, the earliest or the latest first, those without one last; by plan, unit and number unless told. */
  readonly order?: 'due' | '-due';
}

/** Which reports. What is absent does not matter. */
export interface ReportFilter extends Pick<ItemFilter, 'plan' | 'unit' | 'within' | 'tier' | 'due' | 'inOn' | 'among' | 'asOf'> {
  readonly period?: string;
  /** Of the period that bears this label in tables: `2022-9M`. */
  readonly label?: string;
  /** Those that counts count as this: `total` those that they count at all. */
  readonly standing?: keyof Counts;
}

/** What can be asked of the read models. Every answer but one is as fresh as the last recorded event. Unknown ids give undefined. */
export interface ReadModels {
  plans(tenant: string, page: PageRequest): Promise<Page<PlanView>>;
  plan(tenant: string, plan: string): Promise<PlanView | undefined>;
  rulesText(tenant: string, hash: string): Promise<{ readonly text: string; readonly rules: unknown } | undefined>;
  units(
    tenant: string,
    /** `on`: a day; units that ended before it, or on it, are left out. */
    filter: { readonly superior?: string; readonly search?: string; readonly on: string },
    page: PageRequest,
  ): Promise<Page<UnitView>>;
  unit(tenant: string, unit: string): Promise<UnitView | undefined>;
  cascade(tenant: string, plan: string, filter: BranchFilter): Promise<CascadeNode | undefined>;
  unitPlan(tenant: string, plan: string, unit: string, asOf: AsOf): Promise<UnitPlanView | undefined>;
  desk(tenant: string, unit: string, asOf: AsOf): Promise<Desk | undefined>;
  progress(tenant: string, plan: string, filter: BranchFilter): Promise<Progress | undefined>;
  /** Who is late, 1000 on a page unless told. */
  lateList(tenant: string, plan: string, filter: BranchFilter & PageRequest): Promise<LateList | undefined>;
  /** Rates of reports by unit and period; below the plan's issuer, or below `within`. */
  completeness(
    tenant: string,
    plan: string,
    filter: { readonly within?: string; readonly asOf: AsOf },
  ): Promise<Completeness | undefined>;
  /** How items stand by unit and task; below the plan's issuer, or below `within`. */
  taskTable(
    tenant: string,
    plan: string,
    filter: { readonly within?: string; readonly asOf: AsOf },
  ): Promise<TaskTable | undefined>;
  /**
   * Figures of each day from `from` to `until` (days, 366 at most: the last ones), of the plan's issuer and all below it, or of
   * `within` and all below that. The one answer that is not as fresh as the log: it says how far it has counted.
   */
  trend(
    tenant: string,
    plan: string,
    filter: { readonly within?: string; readonly from: string; readonly until: string },
  ): Promise<Trend | undefined>;
  /** Reports that are overdue, 1000 on a page unless told. */
  missingReports(
    tenant: string,
    plan: string,
    filter: { readonly within?: string; readonly label?: string; readonly asOf: AsOf } & PageRequest,
  ): Promise<MissingReports | undefined>;
  /** Where steps have been taken, 1000 on a page unless told: those that `progress` counts, or of one day those that `trend` counts. */
  stepsTaken(
    tenant: string,
    plan: string,
    filter: {
      readonly step?: string;
      /** Only those of this day. */
      readonly on?: string;
      readonly kind?: 'item' | 'report';
      readonly within?: string;
      readonly asOf: AsOf;
    } & PageRequest,
  ): Promise<StepsTaken | undefined>;
  items(tenant: string, filter: ItemFilter, page: PageRequest): Promise<Page<ItemView>>;
  reports(tenant: string, filter: ReportFilter, page: PageRequest): Promise<Page<ReportView>>;
}
