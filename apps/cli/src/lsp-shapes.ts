import { pathToFileURL } from 'node:url';
import {
  CompletionItemKind,
  DiagnosticSeverity,
  SymbolKind,
  type CodeAction as LspAction,
  type CompletionItem,
  type Diagnostic as LspDiagnostic,
  type DocumentSymbol,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  describe,
  SEMANTIC_KINDS,
  type CodeAction,
  type Completion,
  type Diagnostic,
  type Edit,
  type Language,
  type OutlineEntry,
  type SemanticToken,
  type Span,
} from '#dsl';
import { codePage } from './code-help.js';

/** Answers of the language as the protocol writes them. */

/** Offsets as lines and characters from 0. */
export const rangeOf = ({ start, end }: Span, document: TextDocument): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

export function diagnosticShape(diagnostic: Diagnostic, document: TextDocument, language: Language): LspDiagnostic {
  const { message, hint } = describe(diagnostic);
  const { code, severity, place } = diagnostic;
  const said = hint ? `${message[language]}\n${hint[language]}` : message[language];
  return {
    range: rangeOf(place, document),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: pathToFileURL(codePage(code)).href },
    source: 'thac',
    message: said,
  };
}

const COMPLETION_KINDS = {
  keyword: CompletionItemKind.Keyword,
  unit: CompletionItemKind.Class,
  group: CompletionItemKind.Enum,
  task: CompletionItemKind.Reference,
  number: CompletionItemKind.Value,
} as const;

/** The editor filters by what stands there already: the language has matched it without marks. */
export function completionShape(completion: Completion, index: number, document: TextDocument): CompletionItem {
  const { kind, label, detail, text } = completion;
  const range = rangeOf(completion, document);
  return {
    label,
    detail,
    kind: COMPLETION_KINDS[kind],
    sortText: String(index).padStart(4, '0'),
    filterText: document.getText(range) || label,
    textEdit: { range, newText: text },
  };
}

export const editShape = (edit: Edit, document: TextDocument): TextEdit => ({
  range: rangeOf(edit, document),
  newText: edit.text,
});

export const actionShape = ({ title, edits }: CodeAction, document: TextDocument, language: Language): LspAction => ({
  title: title[language],
  kind: 'quickfix',
  edit: { changes: { [document.uri]: edits.map((edit) => editShape(edit, document)) } },
});

const SYMBOLS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  plan: SymbolKind.File,
  group: SymbolKind.Enum,
  section: SymbolKind.Namespace,
  task: SymbolKind.Function,
  duty: SymbolKind.Event,
  regime: SymbolKind.Interface,
  escalation: SymbolKind.Operator,
  part: SymbolKind.Object,
};

export const symbolShape = (entry: OutlineEntry, document: TextDocument): DocumentSymbol => ({
  name: entry.name || entry.kind,
  kind: SYMBOLS[entry.kind],
  range: rangeOf(entry, document),
  selectionRange: rangeOf(entry.head, document),
  children: entry.children.map((child) => symbolShape(child, document)),
});

const TOKEN_TYPES: Readonly<Record<SemanticToken['kind'], string>> = {
  keyword: 'keyword',
  label: 'property',
  unit: 'class',
  group: 'enum',
  text: 'string',
  number: 'number',
  date: 'enumMember',
  comment: 'comment',
  unread: 'operator',
};

/** Names of the types and modifiers that the numbers of {@link tokenData} stand for. */
export const TOKEN_LEGEND = { tokenTypes: SEMANTIC_KINDS.map((kind) => TOKEN_TYPES[kind]), tokenModifiers: ['definition'] };

/** Five numbers a token, each place told from the one before. */
export function tokenData(tokens: readonly SemanticToken[], document: TextDocument): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { start, end, kind, isDefinition } of tokens) {
    const at = document.positionAt(start);
    const isSameLine = at.line === last.line;
    const character = isSameLine ? at.character - last.character : at.character;
    data.push(at.line - last.line, character, end - start, SEMANTIC_KINDS.indexOf(kind), Number(isDefinition));
    last = at;
  }
  return data;
}
