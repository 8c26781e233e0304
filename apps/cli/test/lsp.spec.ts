import { PassThrough } from 'node:stream';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CodeActionRequest,
  CompletionRequest,
  createConnection,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { environmentsOf } from '../src/lsp-environments.js';
import { serveLanguage } from '../src/lsp-server.js';

const PLAN = path.resolve(import.meta.dirname, '../../../examples/lao-cai-2022/239-kh-ubnd.thac');
const uri = pathToFileURL(PLAN).href;
const textDocument = { uri };

/** An editor and a server on two pipes, with the example open. */
class Session {
  readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: (() => void)[] = [];
  private constructor(
    readonly client: ProtocolConnection,
    private readonly server: Connection,
    readonly text: string,
  ) {
    client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
  }

  static async open(): Promise<Session> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const typed = { words: [], flag: () => false, value: () => undefined };
    serveLanguage(server, { environments: environmentsOf(typed), language: 'vi' });
    server.listen();
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const session = new Session(client, server, await readFile(PLAN, 'utf8'));
    client.listen();
    await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: {}, locale: 'en' });
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'thac', version: 1, text: session.text },
    });
    await session.diagnosticsOf(1);
    return session;
  }

  /** Diagnostics of a version of the document. */
  async diagnosticsOf(version: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find((params) => params.version === version);
      if (found) return found;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  /** The place right after the first such words. */
  after(words: string): Position {
    const lines = this.text.slice(0, this.text.indexOf(words) + words.length).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  close(): void {
    this.client.dispose();
    this.server.dispose();
  }
}

let session: Session;
beforeEach(async () => {
  session = await Session.open();
});
afterEach(() => session.close());

describe('A language server', () => {
  it('publishes what is wrong, anew after each change, in the language of the editor', async () => {
    const first = await session.diagnosticsOf(1);
    expect(first.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    const at = session.after('chủ trì: [Sở Nội');
    await session.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: { ...at, character: at.character + 3 } }, text: ' vu' }],
    });
    const errors = (await session.diagnosticsOf(2)).diagnostics.filter(({ severity }) => severity === 1);
    expect(errors).toMatchObject([
      {
        code: 'KH3001',
        range: { start: { line: at.line } },
        message: expect.stringContaining('Is [Sở Nội vụ] meant?'),
        codeDescription: { href: expect.stringMatching(/^file:.*\/docs\/reference\/diagnostics\/KH3001\.md$/) },
      },
    ]);
    const range = errors[0]!.range;
    const actions = await session.client.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    expect(actions).toMatchObject([{ edit: { changes: { [uri]: [{ newText: '[Sở Nội vụ]' }] } } }]);
  });

  it('completes, hovers, and goes to where a group is defined', async () => {
    const names = await session.client.sendRequest(CompletionRequest.type, {
      textDocument,
      position: session.after('phối hợp: mỗi [UBND cấp h'),
    });
    expect(names).toMatchObject({
      isIncomplete: true,
      items: expect.arrayContaining([
        expect.objectContaining({
          label: 'UBND cấp huyện',
          detail: 'ủy ban nhân dân cấp huyện',
          textEdit: expect.objectContaining({ newText: '[UBND cấp huyện]' }),
        }),
      ]),
    });
    const hover = await session.client.sendRequest(HoverRequest.type, {
      textDocument,
      position: session.after('hạn: trước ngày 05/7'),
    });
    expect(hover).toMatchObject({ contents: { value: expect.stringContaining('Last day that counts: 04/7/2022 (Monday)') } });
    const position = session.after('phối hợp: mỗi [UBND cấp');
    const definition = await session.client.sendRequest(DefinitionRequest.type, { textDocument, position });
    expect(definition).toMatchObject({ uri, range: { start: { line: session.after('nhóm [UBND cấp huyện]').line } } });
    const found = await session.client.sendRequest(ReferencesRequest.type, {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    expect(found).toHaveLength(session.text.split('[UBND cấp huyện]').length - 1);
  });

  it('renames, and says why it does not', async () => {
    const position = session.after('nhóm [UBND cấp');
    const edit = await session.client.sendRequest(RenameRequest.type, { textDocument, position, newName: 'Các huyện' });
    expect(edit?.changes?.[uri]).toHaveLength(session.text.split('[UBND cấp huyện]').length - 1);
    const taken = session.client.sendRequest(RenameRequest.type, { textDocument, position, newName: 'UBND cấp xã' });
    await expect(taken).rejects.toThrow('is taken');
  });

  it('outlines, folds, marks and lays out the document', async () => {
    const symbols = await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.map(({ name }) => name)).toContain('nội dung 1 "Tham gia của người dân"');
    const folds = await session.client.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toContainEqual({ startLine: 0, endLine: 2, kind: 'comment' });
    const marks = await session.client.sendRequest(SemanticTokensRequest.type, { textDocument });
    expect(marks?.data.length).toBeGreaterThan(1000);
    expect((marks?.data.length ?? 1) % 5).toBe(0);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await session.client.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    expect(edits?.every(({ newText }) => newText.includes('nhiệm vụ 1.1'))).toBe(true);
  });

  it('knows nothing of a document that is not open', async () => {
    const unknown = { textDocument: { uri: 'file:///none.thac' }, position: { line: 0, character: 0 } };
    expect(await session.client.sendRequest(HoverRequest.type, unknown)).toBeNull();
  });
});
