/** All of the language that runs anywhere: what browsers are given, too. */
export type { Severity } from './diagnostics/catalogue/entry.js';
export { check, compile, type CheckResult } from './check.js';
export { CATALOGUE, type Code } from './diagnostics/codes.js';
export { describe, type Description } from './diagnostics/describe.js';
export type { Argument, Diagnostic, Fix } from './diagnostics/diagnostic.js';
export { draftOwnPlan, type DraftInput } from './draft/own-plan.js';
export { amendingText, newPlanText, replacingText, type Beginning } from './draft/starting-texts.js';
export { diff, type ChangedFor, type DutyChange, type TextDiff } from './diff/diff.js';
export { diffLines } from './diff/diff-text.js';
export type { RuleChange } from './diff/rule-changes.js';
export { explain, explanationText, type ExplainedRule, type Explanation } from './explain/explain.js';
export type { UnitsSaid } from './explain/units-said.js';
export { format, type Formatted } from './format/format.js';
export { Lines, type Span } from './lexer/lines.js';
export { peekHeader, type PlanHeader, type PlanName } from './header.js';
export { parse, type Parsed } from './parser/parse.js';
export { previewPlan, type PlanPreview, type PreviewOptions, type PreviewedDue, type PreviewedUnit } from './preview/preview.js';
export type { CheckEnv } from './semantics/env.js';
export { environment, plansDownTo, type PlanAbove, type Surroundings } from './surroundings.js';
export type {
  CodeAction,
  Completion,
  Edit,
  Fold,
  Hover,
  OutlineEntry,
  Renaming,
  SemanticToken,
} from './service/answers.js';
export { SEMANTIC_KINDS } from './service/answers.js';
export { createLanguageService, type LanguageService } from './service/language-service.js';
export { COLUMNS, type Column } from './table/columns.js';
export { gridOfHtml, gridOfText, type Grid } from './table/grid.js';
export type { CellRead } from './table/read-cell.js';
export { unreadCells, type Cell, type Row } from './table/rows.js';
export { taskTable, type TaskTable } from './table/table.js';
export { translate, type Translation } from './translate/translate.js';
export {
  conceptOf,
  phraseOf,
  VOCABULARY,
  type Concept,
  type ConceptId,
  type ConceptRole,
  type Language,
} from './vocabulary/concepts.js';
export * from './reader/index.js';
