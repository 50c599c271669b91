import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { checkConfig } from '../../src/config/load-config.js';
import { execute, project, schemaSync } from './support.js';

const folder = resolve(import.meta.dirname, '../../schemas');
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
});
const names = readdirSync(folder).map((file) => basename(file, '.json'));

/** What a published schema leaves open for later, a test closes: no field goes undescribed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return 'properties' in inner && 'type' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}

beforeAll(() => {
  for (const name of names)
    ajv.addSchema(closed(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))) as object);
});

function problems(name: string, value: unknown): readonly ErrorObject[] {
  const validate = ajv.getSchema(`${name}.json`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(value) ? [] : (validate.errors ?? []);
}

async function check(
  directory: string,
  argv: readonly string[],
  expectedCode = 0,
  name = argv[0] ?? '',
): Promise<Record<string, unknown>> {
  const { stdout, stderr, code } = await schemaSync(directory, [...argv, '--format', 'json']);
  expect(code, stderr).toBe(expectedCode);
  const document = JSON.parse(stdout) as Record<string, unknown>;
  expect(problems(name, document)).toEqual([]);
  return document;
}

describe('JSON documents are as their schemas say', () => {
  test('for a state in the words of an engine', async () => {
    const rqlite = resolve(import.meta.dirname, '../../../driver-rqlite/dist/index.js');
    const directory = await project({
      'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b DATE); CREATE VIEW v AS SELECT id FROM t;',
      'schema-sync.config.json': JSON.stringify({ drivers: { use: { rqlite } } }),
    });
    const document = await check(directory, ['generate', './schema.sql', '--engine', 'sqlite', '--for', 'rqlite']);
    expect(document).toMatchObject({
      columns: [{ column: 'id' }, { column: 'a' }, { column: 'b', carriage: 'values', reason: expect.any(String) }],
      notCarried: [{ what: 'view v', reason: expect.any(String) }],
    });
  });

  test('for every command, over a whole journey', async () => {
    const directory = await project({
      'schema/a.sql':
        "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL DEFAULT ''); CREATE INDEX users_email ON users (email); CREATE VIEW v AS SELECT id FROM users;",
      'base.sql': 'CREATE TABLE t (a TEXT);',
      'ours.sql': 'CREATE TABLE t (a INTEGER);',
      'theirs.sql': 'CREATE TABLE t (a REAL);',
      'schema/b.sql': 'INSERT INTO users VALUES (1);',
      'm/1_one.sql': '-- +goose Up\nCREATE TABLE one (x);\n-- +goose Down\nDROP TABLE one;',
    });
    await execute(
      directory,
      'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)',
      'CREATE TABLE old (x)',
      'CREATE TABLE _prisma_migrations (id)',
      "INSERT INTO users VALUES (1, 'x')",
    );
    const url = ['--url', 'sqlite:./app.db'];
    const goal = [...url, '--to', './schema'];
    await check(directory, ['version']);
    await check(directory, ['drivers', 'list'], 0, 'drivers-list');
    await check(directory, ['drivers', 'doctor'], 0, 'drivers-doctor');
    await check(directory, ['inspect', 'sqlite:./app.db']);
    await check(directory, ['lint', './schema']);
    await check(directory, ['fixtures', './schema']);
    expect(await check(directory, ['diff', ...goal])).toMatchObject({ inSync: false });
    expect(await check(directory, ['validate', ...goal], 3)).toMatchObject({
      inSync: false,
      unmanaged: [{ name: '_prisma_migrations' }],
    });
    const asked = await check(directory, ['plan', ...goal, '--check-data']);
    expect(asked).toMatchObject({ data: { asked: expect.any(Number), inTheWay: [], unasked: [] } });
    const { plan } = await check(directory, ['plan', ...goal, '-o', 'plan.json']);
    expect(problems('plan-file', plan)).toEqual([]);
    expect(JSON.parse(readFileSync(join(directory, 'plan.json'), 'utf8'))).toEqual(plan);
    const large = [{ address: 'table:users', rows: 120_000 }];
    const swept = { atomic: false, settings: {}, steps: [], sweeps: true };
    for (const more of [{ online: { asked: true } }, { online: { fromRows: 100_000, large } }, { up: [swept] }]) {
      expect(problems('plan-file', { ...(plan as object), ...more })).toEqual([]);
    }
    for (const more of [{ online: { asked: false } }, { online: { large: [{ rows: 1 }] } }, { online: { rows: 1 } }]) {
      expect(problems('plan-file', { ...(plan as object), ...more })).not.toEqual([]);
    }
    expect(await check(directory, ['sync', ...goal, '--dry-run'], 1)).toHaveProperty('refused');
    await check(directory, ['sync', ...goal, '--dry-run', '--allow', 'all']);
    await check(directory, ['apply', 'plan.json', ...url, '--yes', '--allow', 'all']);
    expect(await check(directory, ['down', 'last', ...url, '--dry-run'], 1)).toHaveProperty('refused');
    expect(await check(directory, ['down', 'last', ...url, '--dry-run', '--allow', 'all'])).toHaveProperty('hazards');
    await check(directory, ['down', 'last', ...url, '--yes', '--allow', 'all']);
    expect(await check(directory, ['sync', ...goal, '--yes', '--allow', 'all'])).toMatchObject({ inSync: true });
    expect(await check(directory, ['sync', ...goal, '--yes'])).toMatchObject({ inSync: true, changes: [] });
    await check(directory, ['audit', ...url]);
    writeFileSync(join(directory, 'trail.jsonl'), '{"follows":[],"type":"run"}\n{"follows":["00"],"type":"run"}\n{"a');
    await check(directory, ['audit', 'verify', 'trail.jsonl', '--head', 'f'.repeat(64)], 3, 'audit-verify');
    await check(directory, ['audit', 'verify', ...url], 0, 'audit-verify');
    await check(directory, ['history', ...url]);
    expect(await check(directory, ['drift', ...url])).toMatchObject({ drifted: false });
    await execute(directory, 'CREATE TABLE intruder (x)');
    expect(await check(directory, ['drift', ...url, '--revert', '--dry-run'], 1)).toHaveProperty('refused');
    expect(await check(directory, ['drift', ...url], 3)).toMatchObject({ added: ['table:intruder'] });
    expect(await check(directory, ['drift', ...url, '--adopt', '--yes'])).toHaveProperty('report');
    await check(directory, ['baseline', ...url, '--again']);
    const folder = ['--dir', './m', ...url];
    expect(await check(directory, ['migrate', 'up', ...folder, '--dry-run'], 0, 'migrate-up')).toMatchObject({
      ran: [],
    });
    expect(await check(directory, ['migrate', 'up', ...folder, '--yes'], 0, 'migrate-up')).toHaveProperty('report');
    await check(directory, ['migrate', 'status', ...folder], 0, 'migrate-status');
    expect(await check(directory, ['adopt', ...url, '--again'])).toMatchObject({ books: [{ tool: 'goose' }] });
    await check(directory, ['migrate', 'down', ...folder, '--yes'], 0, 'migrate-down');
    await execute(directory, 'DROP TABLE intruder');
    await check(directory, ['history', 'prune', ...url, '--keep', '1', '--yes'], 0, 'history-prune');
    await check(directory, ['snapshot', 'save', 'one', ...url], 0, 'snapshot-save');
    await check(directory, ['snapshot', 'save', '-o', 'state.json', ...url], 0, 'snapshot-save');
    expect(problems('snapshot-file', JSON.parse(readFileSync(join(directory, 'state.json'), 'utf8')))).toEqual([]);
    expect(
      problems(
        'snapshot-file',
        JSON.parse(readFileSync(join(directory, '.schema-sync/snapshots/one/000001.json'), 'utf8')),
      ),
    ).toEqual([]);
    await check(directory, ['snapshot', 'list'], 0, 'snapshot-list');
    await check(directory, ['snapshot', 'show', 'one'], 0, 'snapshot-show');
    await check(directory, ['snapshot', 'diff', 'one', 'state.json'], 0, 'snapshot-diff');
    const sides = ['--base', './schema/a.sql', '--ours', './schema/a.sql', '--theirs', './ours.sql'];
    expect(await check(directory, ['merge', ...sides])).toMatchObject({ conflicts: [], merged: { format: 1 } });
    const split = ['--base', './base.sql', '--ours', './ours.sql', '--theirs', './theirs.sql'];
    expect(await check(directory, ['merge', ...split], 3)).not.toHaveProperty('merged');
    await check(directory, ['merge', ...split, '--prefer', 'ours']);
    await check(directory, ['init']);
  });

  test('with all warnings that are told to people', async () => {
    const directory = await project({
      'schema.sql':
        'CREATE TABLE t (a); CREATE VIEW v AS SELECT of_the_application(a) FROM t; CREATE TABLE left_out (a);',
    });
    await execute(directory, 'CREATE TABLE t (a, b)', 'CREATE VIEW w AS SELECT 1 FROM gone');
    const goal = ['--to', 'schema.sql', '--url', 'sqlite:app.db'];
    const excluded = ['--exclude', 'left_*', '--exclude', 'w', '--exclude', 'none'];
    for (const argv of [['diff'], ['validate'], ['plan'], ['sync', '--dry-run'], ['sync', '--yes', '--allow', 'all']]) {
      const given = [...argv, ...goal, ...excluded];
      const [code] = argv[0] === 'validate' ? [3] : argv.includes('--dry-run') ? [1] : [0];
      const { warnings } = await check(directory, given, code, argv[0]);
      const told = (warnings as { readonly at: string; readonly message: string }[]).map((each) => each.message);
      expect(told, argv[0]).toEqual([
        expect.stringContaining('no such function: of_the_application'),
        '1 object of the desired state is excluded and left out: table left_out',
        'meets no name: it excludes nothing',
      ]);
    }
  });

  test('for rows in the way', async () => {
    const directory = await project({ 'schema.sql': 'CREATE TABLE t (a INT NOT NULL);' });
    await execute(directory, 'CREATE TABLE t (a INT)', 'INSERT INTO t VALUES (NULL)');
    const goal = ['--to', 'schema.sql', '--url', 'sqlite:app.db', '--check-data'];
    const data = { asked: 1, inTheWay: [{ step: 1, table: 't', rows: 1, first: ['rowid 1'] }], unasked: [] };
    expect(await check(directory, ['plan', ...goal], 3)).toMatchObject({ data });
    expect(await check(directory, ['sync', ...goal, '--dry-run'], 3)).toMatchObject({
      data,
      refused: { code: 'CHECK_FAILED' },
    });
  });

  test('for a plan beside what is left alone', async () => {
    const directory = await project({ 'schema.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);' });
    await execute(
      directory,
      'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)',
      'CREATE VIEW tmp_mails AS SELECT mail FROM users',
    );
    const flags = ['--url', 'sqlite:./app.db', '--to', './schema.sql', '--exclude', 'tmp_*'];
    const { plan } = await check(directory, ['plan', ...flags, '--rename', 'users.mail=users.email']);
    expect(problems('plan-file', plan)).toEqual([]);
    expect(plan).toMatchObject({ goal: { kept: { 'view:tmp_mails': null } } });
  });

  test('for errors', async () => {
    const directory = await project();
    for (const argv of [
      ['inspect', 'nope:./x'],
      ['diff', '--nope'],
      ['validate', '--url', 'sqlite:./none.db', '--to', './none'],
    ]) {
      const { stdout, stderr, code } = await schemaSync(directory, [...argv, '--format', 'json']);
      const document = JSON.parse(stdout) as { error: { exitCode: number } };
      expect(problems('error', document)).toEqual([]);
      expect(document.error.exitCode).toBe(code);
      expect(stderr).toContain('error[');
    }
  });

  test('for tenants of a fleet', async () => {
    const fleets =
      '{ "to": "./s", "fleets": { "all": { "file": "{tenant}.db", "groups": { "g": { "tenants": ["a"] } } } } }';
    const directory = await project({
      's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);',
      'm/1_one.sql': '-- +goose Up\nCREATE TABLE one (x);\n-- +goose Down\nDROP TABLE one;',
      'schema-sync.config.json': fleets,
      'a.db': '',
      'b.db': '',
      'broken.db': 'no database at all',
    });
    expect(await check(directory, ['tenants', 'list'], 0, 'tenants-list')).toMatchObject({
      fleet: 'all',
      tenants: [{ tenant: 'a', group: 'g', labels: {} }, { tenant: 'b' }, { tenant: 'broken' }],
    });
    expect(await check(directory, ['tenants', 'show', 'a'], 0, 'tenants-show')).toMatchObject({ group: 'g', runs: 0 });
    const all = ['--all-tenants'];
    // What is told of them is in the order in which they came to their ends.
    const inTurn = ['--yes', '--parallel', '1'];
    const validated = await check(directory, ['validate', ...all], 3, 'validate-fleet');
    expect(validated).toMatchObject({ classes: [{ tenants: ['a', 'b'] }], failed: [{ tenant: 'broken' }] });
    const shown = await check(directory, ['sync', ...all, '--dry-run'], 2, 'sync-fleet');
    expect(shown).toMatchObject({ inSync: false, classes: [{ plan: { format: 1 } }], done: [] });
    const synced = await check(directory, ['sync', ...all, ...inTurn], 4, 'sync-fleet');
    expect(synced).toMatchObject({ done: [{ tenant: 'a' }, { tenant: 'b' }], failed: [{ tenant: 'broken' }] });
    expect(await check(directory, ['runs', 'list'], 0, 'runs-list')).toMatchObject({ runs: [{ run: synced.run }] });
    const run = await check(directory, ['runs', 'show'], 0, 'runs-show');
    expect(run).toMatchObject({ run: { state: 'failed' }, counts: { done: 2, failed: 1 } });
    expect(await check(directory, ['runs', 'resume'], 4, 'runs-resume')).toMatchObject({ done: [] });
    expect(await check(directory, ['runs', 'retry', '--failed'], 4, 'runs-retry')).toMatchObject({
      run: synced.run,
      failed: [{ tenant: 'broken' }],
    });
    await check(directory, ['audit', 'verify', ...all], 4, 'audit-verify');
    expect(await check(directory, ['audit', ...all, '--exit-code'], 4, 'audit-fleet')).toMatchObject({
      tenants: [{ tenant: 'a', drifted: false, runs: 1 }, { tenant: 'b' }],
      failed: [{ tenant: 'broken' }],
    });
    expect(await check(directory, ['drift', ...all], 4, 'drift-fleet')).toMatchObject({
      classes: [{ tenants: ['a', 'b'], drifted: false }],
      failed: [{ tenant: 'broken' }],
    });
    const folder = ['--dir', './m', ...all];
    const up = await check(directory, ['migrate', 'up', ...folder, ...inTurn], 4, 'migrate-up-fleet');
    expect(up).toMatchObject({
      classes: [{ tenants: ['a', 'b'], migrations: [{ state: 'pending' }], pending: [{}] }],
      done: [{ tenant: 'a', ran: [{}], report: {} }, { tenant: 'b' }],
      failed: [{ tenant: 'broken' }],
    });
    const standing = await check(directory, ['migrate', 'status', ...folder], 4, 'migrate-status-fleet');
    expect(standing).toMatchObject({ classes: [{ tenants: ['a', 'b'], migrations: [{ state: 'applied' }] }] });
    const down = await check(directory, ['migrate', 'down', ...folder, '--yes'], 4, 'migrate-down-fleet');
    expect(down).toMatchObject({ done: [{ ran: [{}] }, {}], failed: [{ tenant: 'broken' }] });
    expect(await check(directory, ['tenants', 'add', 'new', '--yes'], 0, 'tenants-add')).toMatchObject({
      tenant: 'new',
    });
    const drop = ['tenants', 'drop', 'new', '--yes', '--allow', 'data-loss'];
    expect(await check(directory, drop, 0, 'tenants-drop')).toMatchObject({ tenant: 'new', objects: 1 });
    expect(await check(directory, ['validate', '--group', 'g'], 0, 'validate-fleet')).toMatchObject({ inSync: true });
  });

  test('every command that prints JSON has a schema, and every schema is of something', async () => {
    const printing: string[] = [];
    for (const entry of commands) {
      const { format } = (await entry.load()).flags;
      if (format && format.type !== 'switch' && format.choices?.includes('json'))
        printing.push(entry.name.replace(' ', '-'));
    }
    const parts = ['common', 'config', 'error', 'plan-file', 'snapshot-file'];
    const ofFleets = printing.map((name) => `${name}-fleet`);
    expect(names.filter((name) => ![...parts, ...ofFleets].includes(name)).sort()).toEqual(printing.sort());
  });
});

describe('the schema of the config', () => {
  const configs: readonly unknown[] = [
    {},
    {
      $schema: 'x',
      engine: 'a',
      url: 'a:b',
      password: 'env:P',
      settings: { a: [1, null, { b: true }] },
      to: './schema',
    },
    {
      targets: { t: { url: 'a:b' } },
      profiles: { p: { target: 't', confirm: 'name', allow: ['slow'], lockWaitMs: 0 } },
    },
    {
      runs: { url: 'env:CONTROL', password: 'env:P' },
      fleets: {
        a: { url: 'a:b', database: 'app_*', except: ['x'], labels: { a: 'b' }, to: './s', exclude: ['y'] },
        b: { file: '*.db', tenants: ['a', { id: 'b', url: 'a:c', name: 'B', group: 'g', labels: {} }] },
        c: {
          schema: 's_{tenant}',
          tenants: 'file:./list.txt',
          groups: { g: { tenants: ['*'], to: './s', exclude: [] } },
        },
        d: { keyspace: '*', tenants: { url: 'a:b', query: 'SELECT id FROM tenants' } },
      },
    },
    { fleets: { a: { tenants: [{ name: 'no id' }] } } },
    { fleets: { a: { tenants: { query: 'SELECT 1' } } } },
    { fleets: { a: { databases: 'app_*' } } },
    { runs: { store: 'a:b' } },
    { fleets: { a: { groups: { g: { url: 'a:b' } } } } },
    { fleets: { a: { labels: { a: 1 } } } },
    { defaults: { prove: false, exclude: ['x'], with: ['seeds'], lenient: true, scratch: 'a:b' } },
    {
      drivers: { allow: ['x'], use: { a: './a.mjs' } },
      snapshots: { store: 'file:./x' },
      audit: { file: './a.jsonl' },
    },
    { nope: 1 },
    { profiles: { p: { confirm: 'yes' } } },
    { profiles: { p: { targets: {} } } },
    { defaults: { allow: ['everything'] } },
    { defaults: { lockWaitMs: -1 } },
    { defaults: { lockWaitMs: 1.5 } },
    { drivers: { use: { a: 1 } } },
    { targets: { t: { to: 'x' } } },
    { settings: [] },
    [],
  ];

  test.each(configs.map((config) => [config]))('and the check agree on %j', (config) => {
    const accepted = problems('config', config).length === 0;
    const check = () => checkConfig(config, 'file');
    if (accepted) expect(check()).toEqual(config);
    else expect(check).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});
