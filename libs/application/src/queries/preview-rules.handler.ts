import type { Page, PageRequest } from '#contracts';
import { localDateOf, planIdOf, type CascadeWrite, type Directory } from '#engine';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { checkedRules } from '../workflow/rules-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { cursorOf, DEFAULT_LIMIT, keyOfCursor } from './cursor.js';
import { addedBy, countsOf, openActors } from './preview-counts.js';
import { type Preview, PreviewRules, type PreviewUnit } from './preview-rules.query.js';

const LIST = 'preview';

@QueryHandler(PreviewRules)
export class PreviewRulesHandler implements IQueryHandler<PreviewRules> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ tenant, text, page }: PreviewRules): Promise<Preview> {
    const at = this.clock.now();
    const checked = await this.workflow.rules.check(tenant, text, at);
    const document = checkedRules(text, checked);
    const cascade = await this.workflow.plans.preview(tenant, document, at);
    const directory = await this.workflow.knowledge.of(tenant).directory(localDateOf(at));
    return {
      hash: document.hash,
      plan: planIdOf(document.rules.plan),
      diagnostics: checked.diagnostics,
      ...countsOf(cascade, directory),
      open: openActors(document.rules),
      units: pageOf(cascade, directory, page),
    };
  }
}

/** A cascade is in the order of unit ids: the cursor is the last id of a page. */
function pageOf(cascade: readonly CascadeWrite[], directory: Directory, page: PageRequest): Page<PreviewUnit> {
  const after = page.after === undefined ? '' : keyOfCursor(LIST, page.after);
  const rest = cascade.filter(({ unit }) => unit > after);
  const shown = rest.slice(0, page.limit ?? DEFAULT_LIMIT);
  const last = shown.at(-1);
  const next = last && rest.length > shown.length ? cursorOf(LIST, last.unit) : null;
  return { items: shown.map((write) => unitOf(write, directory)), next };
}

function unitOf(write: CascadeWrite, directory: Directory): PreviewUnit {
  const { unit: id, event } = write;
  const entry = directory.units.get(id);
  const { items, reports, duties } = addedBy(write);
  const replaced = event.type === 'UnitPlanReplaced';
  return {
    unit: { id, name: entry?.name ?? id, tier: entry?.tier ?? '', kind: entry?.kind ?? '', superior: entry?.superior ?? null },
    change: replaced ? 'replaced' : 'derived',
    provisional: event.data.provisional,
    items,
    reports,
    duties,
    moved: replaced ? event.data.moved : [],
    withdrawn: replaced ? event.data.withdrawn : [],
  };
}
