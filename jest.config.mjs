/** One set of settings, three projects: the suffix of a spec says what it needs. */
const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { sourceMaps: 'inline' }] },
  moduleNameMapper: {
    '^#dsl$': '<rootDir>/dsl/src/index.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/dist-browser/', '/.thac/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist-browser/'],
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
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.(int|e2e)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'int',
      testMatch: ['**/*.int.spec.ts'],
      globalSetup: '<rootDir>/test/postgres/setup.mjs',
      globalTeardown: '<rootDir>/test/postgres/teardown.mjs',
    },
    { ...shared, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
  ],
};
