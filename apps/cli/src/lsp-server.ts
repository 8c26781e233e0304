import {
  ResponseError,
  ErrorCodes,
  TextDocumentSyncKind,
  TextDocuments,
  type Connection,
  type InitializeResult,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, type Language, type LanguageService } from '#dsl';
import type { Environments } from './lsp-environments.js';
import {
  actionShape,
  completionShape,
  diagnosticShape,
  editShape,
  rangeOf,
  symbolShape,
  tokenData,
  TOKEN_LEGEND,
} from './lsp-shapes.js';

/** What a language server is made from. */
export interface LanguageServerOptions {
  readonly environments: Environments;
  /** Language of messages where the editor names none of ours. */
  readonly language: Language;
}

/** Answers an editor over a connection that the caller listens on. What a document is checked against is looked up anew when it is saved. */
export function serveLanguage(connection: Connection, options: LanguageServerOptions): void {
  new LanguageServer(connection, options).start();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: ['[', ':', ' '] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  semanticTokensProvider: { legend: TOKEN_LEGEND, full: true },
};

/** A document open in the editor, and the language against what it is checked. */
interface Open {
  readonly document: TextDocument;
  readonly service: LanguageService;
}

class LanguageServer {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly services = new Map<string, Promise<LanguageService>>();
  private language: Language;

  constructor(
    private readonly connection: Connection,
    private readonly options: LanguageServerOptions,
  ) {
    this.language = options.language;
  }

  start(): void {
    const { connection, documents } = this;
    connection.onInitialize(({ locale }) => {
      if (locale?.startsWith('vi')) this.language = 'vi';
      else if (locale?.startsWith('en')) this.language = 'en';
      return { capabilities: CAPABILITIES, serverInfo: { name: 'thac' } };
    });
    documents.onDidSave(({ document }) => {
      this.services.delete(document.uri);
      return this.publish(document);
    });
    documents.onDidChangeContent(({ document }) => this.publish(document));
    documents.onDidClose(({ document: { uri } }) => {
      this.services.delete(uri);
      return connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    this.answerPlaces();
    this.answerDocuments();
    documents.listen(connection);
  }

  /** Questions about a place. */
  private answerPlaces(): void {
    const { connection } = this;
    connection.onCompletion((params) =>
      this.at(params, ({ document, service }, offset) => ({
        isIncomplete: true,
        items: service.complete(document.getText(), offset).map((found, index) => completionShape(found, index, document)),
      })),
    );
    connection.onHover((params) =>
      this.at(params, ({ document, service }, offset) => {
        const found = service.hover(document.getText(), offset);
        const value = found?.lines.map((line) => line[this.language]).join('\n');
        return found && { contents: { kind: 'plaintext', value: value ?? '' }, range: rangeOf(found, document) };
      }),
    );
    connection.onDefinition((params) =>
      this.at(params, ({ document, service }, offset) => {
        const found = service.definition(document.getText(), offset);
        return found && { uri: document.uri, range: rangeOf(found, document) };
      }),
    );
    connection.onReferences((params) =>
      this.at(params, ({ document, service }, offset) =>
        service.references(document.getText(), offset).map((span) => ({ uri: document.uri, range: rangeOf(span, document) })),
      ),
    );
    connection.onPrepareRename((params) =>
      this.at(params, ({ document, service }, offset) => {
        const found = service.renamable(document.getText(), offset);
        return found && rangeOf(found, document);
      }),
    );
    connection.onRenameRequest((params) =>
      this.at(params, ({ document, service }, offset) => {
        const answer = service.rename(document.getText(), offset, params.newName);
        if (!answer.ok) return new ResponseError<void>(ErrorCodes.InvalidParams, answer.why[this.language]);
        return { changes: { [document.uri]: answer.edits.map((edit) => editShape(edit, document)) } };
      }),
    );
  }

  /** Questions about a whole document. */
  private answerDocuments(): void {
    const { connection } = this;
    connection.onDocumentSymbol(({ textDocument }) =>
      this.open(textDocument.uri, ({ document, service }) =>
        service.outline(document.getText()).map((entry) => symbolShape(entry, document)),
      ),
    );
    connection.onFoldingRanges(({ textDocument }) =>
      this.open(textDocument.uri, ({ document, service }) =>
        service
          .folds(document.getText())
          .map(({ from, to, kind }) => ({ startLine: from - 1, endLine: to - 1, ...(kind === 'comment' && { kind }) })),
      ),
    );
    connection.onDocumentFormatting(({ textDocument }) =>
      this.open(textDocument.uri, ({ document, service }) => {
        const text = document.getText();
        const tidy = service.format(text).text;
        return tidy === text ? [] : [editShape({ start: 0, end: text.length, text: tidy }, document)];
      }),
    );
    connection.onCodeAction(({ textDocument, range }) =>
      this.open(textDocument.uri, ({ document, service }) => {
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return service.codeActions(document.getText(), span).map((action) => actionShape(action, document, this.language));
      }),
    );
    connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const data = await this.open(textDocument.uri, ({ document, service }) =>
        tokenData(service.semanticTokens(document.getText()), document),
      );
      return { data: data ?? [] };
    });
  }

  private async open<T>(uri: string, answer: (open: Open) => T): Promise<T | null> {
    const document = this.documents.get(uri);
    return document ? answer({ document, service: await this.serviceOf(uri) }) : null;
  }

  private at<T>(
    { textDocument, position }: TextDocumentPositionParams,
    answer: (open: Open, offset: number) => T,
  ): Promise<T | null> {
    return this.open(textDocument.uri, (open) => answer(open, open.document.offsetAt(position)));
  }

  private serviceOf(uri: string): Promise<LanguageService> {
    const known = this.services.get(uri) ?? this.createService(uri);
    this.services.set(uri, known);
    return known;
  }

  private async createService(uri: string): Promise<LanguageService> {
    const { env, trouble } = await this.options.environments(uri);
    if (trouble) this.connection.window.showWarningMessage(trouble[this.language]);
    return createLanguageService(env);
  }

  private async publish({ uri }: TextDocument): Promise<void> {
    await this.open(uri, ({ document, service }) => {
      const found = service.diagnostics(document.getText());
      const diagnostics = found.map((diagnostic) => diagnosticShape(diagnostic, document, this.language));
      return this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    });
  }
}
