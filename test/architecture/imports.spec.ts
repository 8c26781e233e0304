import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { circlesIn, graphOf } from './circles.js';
import { breachesOf, modulesOf } from './imports.js';
import { LAYERS } from './layers.js';
import { filesBelow, ROOT } from './sources.js';

describe('The import direction', () => {
  const files = ['apps', 'libs', 'dsl', 'examples', 'test'].flatMap(filesBelow);

  it('is kept by every source', () => {
    expect(files.flatMap((file) => breachesOf(file, readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it('is judged on sources of every library', () => {
    const libraries = readdirSync(path.join(ROOT, 'libs')).filter((name) => filesBelow(`libs/${name}`).length > 0);
    expect(libraries).toEqual(expect.arrayContaining(['engine', 'organisation', 'event-store', 'persistence', 'application']));
    expect(libraries.filter((name) => !LAYERS.some(({ folder }) => folder === `libs/${name}`))).toEqual([]);
  });
});

describe('A forbidden import is caught', () => {
  it.each<[string, string, string]>([
    ['libs/engine/src/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['libs/engine/src/a.ts', "import 'reflect-metadata';", 'reflect-metadata'],
    ['libs/engine/src/a.ts', "import type { Bilingual } from '#contracts';", '#contracts'],
    ['libs/engine/src/a.ts', "import {\n  one,\n  // from './fine.js'\n  two,\n} from\n  '#organisation';", '#organisation'],
    ['libs/engine/src/a.ts', "export { pool } from 'pg';", 'pg'],
    ['libs/engine/src/a.ts', "export * from 'typeorm';", 'typeorm'],
    ['libs/engine/src/a.ts', "export const fs = () => import('node:fs');", 'node:fs'],
    ['libs/engine/src/a.ts', 'export const fs = () => import(/* why */ `node:fs`);', '(computed)'],
    ['libs/engine/src/a.ts', "const fs = require('node:fs');", 'node:fs'],
    ['libs/engine/src/a.ts', "import fs = require('node:fs');", 'node:fs'],
    ['libs/engine/src/a.ts', "export type Stats = import('node:fs').Stats;", 'node:fs'],
    ['libs/engine/src/a.ts', "export { x } from './index.js';", './index.js'],
    ['libs/engine/src/time/a.ts', "export { x } from '../index.js';", '../index.js'],
    ['libs/engine/src/a.ts', "export { x } from '#engine';", '#engine'],
    ['libs/engine/src/a.ts', "export { x } from '../../organisation/src/names.js';", '../../organisation/src/names.js'],
    ['libs/organisation/src/a.ts', "import { Injectable } from '@nestjs/common';", '@nestjs/common'],
    ['libs/event-store/src/a.ts', "import pg from 'pg';", 'pg'],
    ['libs/read-models/src/a.ts', "import { DataSource } from 'typeorm';", 'typeorm'],
    ['libs/persistence/src/a.ts', "import { IssuePlan } from '#application';", '#application'],
    ['libs/application/src/a.ts', "import { createPool } from '#persistence';", '#persistence'],
    ['libs/application/src/a.ts', "import { createPool } from '#testing';", '#testing'],
    ['libs/contracts/src/a.ts', "import type { UnitId } from '#engine';", '#engine'],
    ['libs/testing/src/a.ts', "import { it } from '@jest/globals';", '@jest/globals'],
    ['dsl/src/a.ts', "import { snapshot } from '#organisation';", '#organisation'],
    ['dsl/src/a.ts', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['apps/web/src/a.tsx', "export const View = () => <b>{x}</b>; import { x } from '#engine';", '#engine'],
    ['apps/api/src/a.ts', "import pg from 'pg';", 'pg'],
    ['apps/api/src/a.ts', "import { x } from '../../cli/src/a.js';", '../../cli/src/a.js'],
    ['apps/api/src/a.ts', "import { x } from '../../../libs/engine/src/index.js';", '../../../libs/engine/src/index.js'],
    ['libs/engine/src/a.ts', "import { x } from '../../../apps/api/src/a.js';", '../../../apps/api/src/a.js'],
    ['libs/engine/src/a.spec.ts', "import { x } from '../../organisation/src/names.js';", '../../organisation/src/names.js'],
    ['libs/unheard-of/src/a.ts', '', ''],
  ])('in %s: %s', (file, source, imported) => {
    expect(breachesOf(file, source)).toEqual([{ file, imported, reason: expect.stringMatching(/\w/) }]);
  });
});

describe('An allowed import passes', () => {
  it.each<[string, string]>([
    ['libs/engine/src/a.ts', "import { x } from './time/b.js';"],
    ['libs/engine/src/time/a.ts', "import { x } from '../ir/b.js';"],
    ['libs/engine/src/a.ts', "// import pg from 'pg';\nexport const text = \"import 'pg'\";"],
    ['libs/engine/src/a.spec.ts', "import fc from 'fast-check'; import { founded } from '#testing';"],
    ['libs/testing/src/a.ts', "import type * as Jest from '@jest/globals';"],
    ['libs/organisation/src/a.ts', "import type { UnitId } from '#engine';"],
    ['apps/cli/src/a.ts', "import { serve } from '../../api/src/serve.js';"],
    ['dsl/src/a.ts', "import { CstParser } from 'chevrotain'; import type { Place } from '#engine';"],
  ])('in %s: %s', (file, source) => {
    expect(breachesOf(file, source)).toEqual([]);
  });

  it('is told as a type or a value', () => {
    expect(modulesOf("import type { A } from './a.js'; import { b } from './b.js';")).toEqual([
      { module: './a.js', typeOnly: true },
      { module: './b.js', typeOnly: false },
    ]);
  });
});

const graphWith = (sources: Readonly<Record<string, string>>) => graphOf(new Map(Object.entries(sources)));

describe('Imports between files', () => {
  it('never lead back to where they began', () => {
    const files = ['apps', 'libs', 'dsl', 'test'].flatMap(filesBelow);
    const graph = graphOf(new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')])));
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
    expect(circlesIn(graph)).toEqual([]);
  });

  it('that do are caught, also as types, and where a file is loaded later', () => {
    const graph = graphWith({
      'a/a.ts': "import type { B } from './b.js';",
      'a/b.ts': "export const c = () => import('../c.js');",
      'c.tsx': "export { A } from './a/a.js';",
      'd.ts': "import './a/a.js';",
      'e.ts': "import { e } from './e.js';",
    });
    expect(circlesIn(graph)).toEqual([['a/a.ts', 'a/b.ts', 'c.tsx'], ['e.ts']]);
  });
});
