import type { Page, PageRequest, UnitView } from '#contracts';
import type { Diagnostic } from '#dsl';
import type { DerivedDuty, DerivedItem, DerivedReport, PlanId, UnitPlanReplaced } from '#engine';
import { Query } from '@nestjs/cqrs';

/** What one unit would get. */
export interface PreviewUnit {
  readonly unit: UnitView;
  /** A new unit plan, or a change of the one that it has. */
  readonly change: 'derived' | 'replaced';
  readonly provisional: boolean;
  /** New ones only. */
  readonly items: readonly DerivedItem[];
  readonly reports: readonly DerivedReport[];
  readonly duties: readonly DerivedDuty[];
  readonly moved: UnitPlanReplaced['data']['moved'];
  readonly withdrawn: UnitPlanReplaced['data']['withdrawn'];
}

/** Numbers of new obligations. */
export interface PreviewCounts {
  readonly unitPlans: number;
  readonly items: number;
  readonly reports: number;
}

/** What issuing a text now would derive. Nothing of it is stored. */
export interface Preview {
  readonly hash: string;
  readonly plan: PlanId;
  readonly diagnostics: readonly Diagnostic[];
  readonly derived: number;
  readonly replaced: number;
  readonly items: number;
  readonly reports: number;
  readonly duties: number;
  readonly byTier: Readonly<Record<string, PreviewCounts>>;
  readonly byDeadlineKind: Readonly<Record<string, number>>;
  /** Days on which something falls due, in order. */
  readonly dueByDay: readonly { readonly day: string; readonly items: number; readonly reports: number }[];
  /** Groups that the text names without saying which units they are: only people can resolve them. */
  readonly open: readonly { readonly task: string; readonly role: 'lead' | 'support'; readonly text: string }[];
  readonly units: Page<PreviewUnit>;
}

/** What issuing a text now would derive, for whom; nothing is stored. */
export class PreviewRules extends Query<Preview> {
  constructor(
    readonly tenant: string,
    readonly text: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}
