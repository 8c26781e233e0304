import { createConnection } from 'vscode-languageserver/node';
import { EXIT } from './exit-codes.js';
import { environmentsOf } from './lsp-environments.js';
import { serveLanguage } from './lsp-server.js';
import type { Run } from './verb.js';

/** `thac lsp`: speaks the Language Server Protocol over standard input and output until the editor ends it. */
export const runLsp: Run = async (typed, terminal) => {
  const connection = createConnection(process.stdin, process.stdout);
  const ended = Promise.withResolvers<void>();
  process.stdin.once('end', ended.resolve);
  connection.onExit(ended.resolve);
  serveLanguage(connection, { environments: environmentsOf(typed), language: terminal.language });
  connection.listen();
  await ended.promise;
  return EXIT.ok;
};
