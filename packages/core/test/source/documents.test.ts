import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../src/contract/index.js';
import { SyncError } from '../../src/errors.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import { writeDocuments } from '../../src/source/documents/write.js';
import { openSource } from '../../src/source/open.js';
import { documentContext, documentDriver } from './support/documents.js';
import { failureOf } from './support/failure.js';
import { folderOf } from './support/folder.js';
import { contextFor } from './support/sqlite.js';

function compile(files: Readonly<Record<string, string>>, more: Parameters<typeof contextFor>[1] = {}) {
  const directory = folderOf(files);
  return openSource('.', { directory, protocols: [] }).compile(contextFor(directory, { ...documentContext, ...more }));
}

const table = (name: string, columns = 'a') => `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: ${name}, labels: { any: thing } }
spec:
  database: db
  name: ${name}
  requires: [x]
  schema:
    postgres: { anything: 1 }
    sqlite:
      columns: [${columns}]
`;

describe('documents', () => {
  it('are read wrapped, bare, without a kind, several a file, as JSON, and next to SQL', async () => {
    const compiled = await compile({
      'a.yaml': `${table('one')}---\n---\n${table('two')}`,
      'b.yml': 'name: bare\nschema:\n  sqlite:\n    columns: [a]\n',
      'c.json': '{\n\t"spec": {"name": "json", "schema": {"sqlite": {"columns": ["a"]}}}\n}',
      'd.sql': 'CREATE INDEX i ON one (a);',
    });
    expect([...compiled.catalogue].map((object) => object.address)).toEqual([
      'index:i',
      'table:bare',
      'table:json',
      'table:one',
      'table:two',
    ]);
    expect(compiled.normalisedBy).toBe('server');
    expect(compiled.warnings).toEqual([]);
  });

  it('merge and repeat parts', async () => {
    const text = `${table('one').replace('columns: [a]', '<<: &base { columns: [a], strict: yes }')}---\nname: two\nschema: &s { sqlite: &t { columns: &c [a, b] } }\n`;
    expect((await compile({ 'a.yaml': text })).catalogue.size).toBe(2);
    const shared = 'name: two\nschema: { sqlite: &t { columns: [a, b] }, postgres: *t }\n';
    expect((await compile({ 'a.yaml': shared })).catalogue.size).toBe(1);
  });

  it.each([
    [
      'of other engines',
      'name: x\nschema:\n  postgres: {}',
      'a.yaml:1:1',
      'this Table says nothing for sqlite, only for postgres: left out',
    ],
    [
      'of kinds the engine lacks',
      'kind: DataType\nspec: { name: x }',
      'a.yaml:1:1',
      'sqlite has no DataType documents: left out',
    ],
    [
      'about operation',
      'apiVersion: databases.schemahero.io/v1alpha4\nkind: Database\nspec: { any: 1 }',
      'a.yaml:1:1',
      'Database documents carry no schema: left out',
    ],
    [
      'of migrations',
      'apiVersion: schemas.schemahero.io/v1alpha4\nkind: Migration\nspec: { any: 1 }',
      'a.yaml:1:1',
      'Migration documents carry no schema: left out',
    ],
    [
      'of other systems',
      'apiVersion: apps/v1\nkind: Deployment\nspec: { any: 1 }',
      'a.yaml:1:1',
      'a document of apps/v1 is not about a schema: left out',
    ],
  ])('%s are left out with a warning', async (_, text, at, message) => {
    expect((await compile({ 'a.yaml': `${text}\n---\n${table('t')}` })).warnings).toEqual([{ at, message }]);
  });

  it.each([
    [
      'an unknown field',
      table('t').replace('columns:', 'colums:'),
      '11:7',
      'colums is no field of sqlite',
      'Did you mean columns?',
    ],
    [
      'an unknown field of the frame',
      table('t').replace('metadata:', 'metdata:'),
      '3:1',
      'metdata is no field of this document',
      'Did you mean metadata?',
    ],
    [
      'an unknown kind',
      table('t').replace('kind: Table', 'kind: Tabel'),
      '1:1',
      'Tabel is no kind of document',
      'Did you mean Table?',
    ],
    [
      'an unknown version',
      table('t').replace('v1alpha4', 'v1alpha9'),
      '1:1',
      'apiVersion schemas.schemahero.io/v1alpha9 is not known',
      'schemas.schemahero.io/v1alpha4',
    ],
    ['a list in place of a mapping', '- a', '1:1', 'a document is expected here', undefined],
    ['something else altogether', 'image: x\nports: [1]', '1:1', 'this is no document of a schema', 'apiVersion'],
    ['a document without spec', 'kind: Table', '1:1', 'the Table document has no spec', undefined],
    [
      'a text in place of a list',
      table('t').replace('[a]', 'a'),
      '11:16',
      'columns: a list is expected here',
      undefined,
    ],
    [
      'a word in place of a number',
      `${table('t')}      count: many\n`,
      '12:14',
      'count: a whole number is expected here',
      undefined,
    ],
    [
      'a number that is too large',
      `${table('t')}      count: 9007199254740993\n`,
      '12:14',
      '9007199254740993 is too large',
      'in quotes',
    ],
    [
      'a text in place of a boolean',
      `${table('t')}      strict: "true"\n`,
      '12:15',
      'strict: true or false is expected here',
      undefined,
    ],
    [
      'a value that is none of its choices',
      `${table('t')}      action: cascad\n`,
      '12:15',
      'action: cascad is none of cascade, restrict',
      'Did you mean cascade?',
    ],
    ['bad indentation', 'a:\n  b: 1\n c: 2', '3:1', 'same column', undefined],
    ['a tab as indentation', 'a:\n\tb: 1', '2:1', 'Tabs are not allowed', 'spaces'],
    ['a name given twice', 'name: a\nname: b', '2:1', 'unique', 'keep one'],
    ['an alias without an anchor', 'name: *nobody', '1:7', 'nobody', undefined],
    ['an alias that contains itself', 'name: &a [*a]', '1:11', 'contains itself', undefined],
  ])('refuse %s with its place', async (_, text, place, message, hint) => {
    const error = await failureOf(() => compile({ 'a.yaml': text }));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toMatch(new RegExp(`^a\\.yaml:${place}: `));
    expect(error.message).toContain(message);
    if (hint) expect(error.hint).toContain(hint);
  });

  it('refuse a bomb of aliases', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    const error = await failureOf(() => compile({ 'a.yaml': ['a0: &a0 x', ...lines].join('\n') }));
    expect(error.message).toContain('repeat its parts too many times');
  });

  it('refuse a long row of aliases', async () => {
    const text = `${table('t')}\nlist: &a x\nmore:\n${' - *a\n'.repeat(50_000)}`;
    expect((await failureOf(() => compile({ 'a.yaml': text }))).message).toContain('a.yaml');
  });

  it('tell unknown fields as warnings where the reading is lenient', async () => {
    const { warnings, catalogue } = await compile(
      { 'a.yaml': `${table('t')}      colour: red\n  also: this\n` },
      { lenient: true },
    );
    expect(catalogue.size).toBe(1);
    expect(warnings).toEqual([
      { at: 'a.yaml:13:3', message: 'also is no field of spec: left out' },
      { at: 'a.yaml:12:7', message: 'colour is no field of sqlite: left out' },
    ]);
  });

  it('name both places of an object that is declared twice', async () => {
    const two = await failureOf(() => compile({ 'a.yaml': table('t'), 'b.yaml': `# again\n${table('T')}` }));
    expect(two.message).toBe('b.yaml:2: table T is declared twice: at a.yaml:1 and at b.yaml:2');
    const mixed = await failureOf(() => compile({ 'a.yaml': table('t'), 'b.sql': 'CREATE TABLE t (x);' }));
    expect(mixed.message).toBe('a.yaml:1: t is defined twice: at b.sql:1 and at a.yaml:1');
  });

  it('report what the server refuses at their own place', async () => {
    const error = await failureOf(() => compile({ 'a.yaml': `${table('fine')}---\n${table('t', 'a, A')}` }));
    expect(error.message).toBe('a.yaml:13: duplicate column name: A, in: CREATE TABLE t (a, A)');
  });

  it('are normalised by the driver where there is no scratch, and SQL is not', async () => {
    const scratch = () =>
      Promise.reject(new SyncError({ code: 'SCRATCH_UNAVAILABLE', op: 'scratch', message: 'none' }));
    const compiled = await compile({ 'a.yaml': table('t') }, { scratch });
    expect([compiled.normalisedBy, compiled.catalogue.size, compiled.server]).toEqual(['driver', 1, undefined]);
    expect(compiled.warnings[0]?.message).toContain('no scratch database was to be had');
    expect(
      (await failureOf(() => compile({ 'a.yaml': table('t'), 'b.sql': 'CREATE TABLE u (x)' }, { scratch }))).code,
    ).toBe('SCRATCH_UNAVAILABLE');
  });
});

describe('what no document can be', () => {
  it.each([
    ['lists', '['.repeat(20_000)],
    ['mappings', '{a: '.repeat(20_000)],
    ['indented mappings', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['lists in lists', '- '.repeat(20_000)],
    ['lists that are closed', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['keys', '? '.repeat(20_000)],
  ])('is nested without end: %s', async (_, text) => {
    const error = await failureOf(() => compile({ 'a.yaml': text }));
    expect(error.message).toMatch(/^a\.yaml:\d+:\d+: this is nested more than 100 levels deep/);
  });
});

describe('what is declared as deleted', () => {
  const deleting: DocumentKind = {
    document: 'Gone',
    read: (spec) => ({ objects: [], deleted: [[spec.fields(['name']).name?.text() ?? '']] }),
    write: () => [],
  };
  const driver = { ...documentDriver, documents: [...(documentDriver.documents ?? []), deleting] };
  const gone = 'kind: Gone\nspec: { name: Users }\n';

  it('is meant to be nothing', async () => {
    expect((await compile({ 'a.yaml': gone }, { driver })).catalogue.size).toBe(0);
  });

  it.each([
    ['a document', table('users')],
    ['SQL', 'CREATE TABLE users (a);'],
  ])('is refused where %s defines it', async (_, text) => {
    const isSql = text.startsWith('CREATE');
    const files = isSql ? { 'a.yaml': gone, 'b.sql': text } : { 'a.yaml': gone, 'b.yaml': text };
    const error = await failureOf(() => compile(files, { driver }));
    expect(error.message).toBe(
      `a.yaml:1: Users is declared as deleted, and it is defined at ${isSql ? 'b.sql' : 'b.yaml'}:1`,
    );
  });
});

describe('writing', () => {
  it('gives each document a file of its own and names what it leaves out', async () => {
    const { catalogue } = await compile({
      'a.sql': 'CREATE TABLE "A/b" (x); CREATE TABLE a_b (x); CREATE INDEX i ON a_b (x); CREATE TABLE "..x" (y)',
    });
    const { files, uncovered } = writeDocuments(catalogue, documentDriver);
    expect(files.map((file) => file.path)).toEqual(['tables/A_b.yaml', 'tables/_x.yaml', 'tables/a_b-2.yaml']);
    expect(uncovered.map((object) => object.address)).toEqual(['index:i']);
    expect(files.at(-1)?.text).toBe(`apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata:
  name: a-b
spec:
  name: a_b
  schema:
    sqlite:
      columns:
        - "no"
        - x
`);
    expect(writeDocuments(createCatalogue([]), documentDriver)).toEqual({
      files: [{ path: 'empty.yaml', text: '# @empty\n' }],
      uncovered: [],
    });
  });
});
