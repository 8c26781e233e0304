import { writeFileSync } from 'node:fs';
import { schemaOf, type Schema } from './ir-schema/schema-of-types.js';

/** The JSON Schema of what `thac compile` prints, made from the engine's types: `npm run build && node dist/dsl/test/ir-schema.js`. */
export const SCHEMA_FILE = 'docs/reference/language/ir.schema.json';

const STRINGS = {
  LocalDate: { type: 'string', pattern: String.raw`^(19\d\d|2[01]\d\d|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$` },
  ClockTime: { type: 'string', pattern: String.raw`^([01]\d|2[0-3]):[0-5]\d$` },
  UnitId: { type: 'string', minLength: 1 },
} as const;

/** The schema, as an object. */
export const irSchema = (): Schema => ({
  title: 'The rules of a plan, as the engine runs them',
  ...schemaOf({ file: 'libs/engine/src/ir/plan-rules.ts', type: 'PlanRules', strings: STRINGS }),
});

/** The schema, as its file holds it. */
export const irSchemaText = (): string => `${JSON.stringify(irSchema(), null, 2)}\n`;

if (import.meta.main) writeFileSync(SCHEMA_FILE, irSchemaText());
