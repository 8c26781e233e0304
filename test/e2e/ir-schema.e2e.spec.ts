import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { EXAMPLES, rulesFilesOf } from '../../examples/folders.js';
import { cliHere, ROOT } from './cli.js';

const SCHEMA = path.join(ROOT, 'docs/reference/language/ir.schema.json');
const RULES = EXAMPLES.flatMap((example) => rulesFilesOf(example).map((file) => `examples/${example}/${file}`));
const LONG_MS = 120_000;

describe('What the compiler prints', () => {
  const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

  it.each(RULES)(
    'of %s is what the schema says',
    async (file) => {
      const { code, stdout, stderr } = await cliHere(['compile', file, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      isValid(JSON.parse(stdout));
      expect(isValid.errors).toBeNull();
    },
    LONG_MS,
  );

  it('is where its help says that the schema is', async () => {
    const { stdout } = await cliHere(['help', 'compile', '--language', 'en']);
    expect(stdout).toContain(path.relative(ROOT, SCHEMA));
  });
});
