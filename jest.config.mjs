/** One set of settings, three projects: the suffix of a spec says what it needs. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/plain-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { sourceMaps: 'inline' }] },
  moduleNameMapper: {
    '^#dsl$': '<rootDir>/dsl/src/index.ts',
    '^#workflow$': '<rootDir>/libs/application/src/workflow.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/dist-browser/', '/.thac/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist-browser/'],
};

/** The specs that need a database, once more on the Citus cluster whose coordinator THAC_CITUS_URL names. */
const onCitus = {
  ...shared,
  displayName: 'citus',
  testMatch: ['**/*.citus.spec.ts', '**/*.int.spec.ts'],
  // What is about the server that comes along, or about one plain server.
  testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '/embedded/', '\\.plain\\.int\\.spec\\.ts$'],
  globals: { thacTestsOnCitus: true },
  globalSetup: '<rootDir>/test/citus/setup.mjs',
  globalTeardown: '<rootDir>/test/citus/teardown.mjs',
};

export default {
  reporters: ['default', '<rootDir>/test/summary-reporter.mjs'],
  // The specs of the language and of the database wait for different things: every core has work.
  maxWorkers: '100%',
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.(int|e2e|citus)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'int',
      testMatch: ['**/*.int.spec.ts'],
      globalSetup: '<rootDir>/test/postgres/setup.mjs',
      globalTeardown: '<rootDir>/test/postgres/teardown.mjs',
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/test/e2e/setup.mjs',
      globalTeardown: '<rootDir>/test/e2e/teardown.mjs',
    },
    ...(process.env.THAC_CITUS_URL ? [onCitus] : []),
  ],
};
