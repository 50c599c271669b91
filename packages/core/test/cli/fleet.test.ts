import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atTerminal, queryIn as execute, project, schemaSync, throughPipes, withDatabase, write } from './support.js';

const state = { 's/t.sql': "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT NOT NULL DEFAULT '');" };

function config(fleet: object, more: object = {}) {
  return { 'schema-sync.config.json': JSON.stringify({ to: './s', fleets: { shops: fleet }, ...more }) };
}

/** A folder with tenants that hold a row each. */
async function shops(files: Readonly<Record<string, string>>, ...ids: readonly string[]): Promise<string> {
  const folder = await project({ ...state, ...files });
  await mkdir(join(folder, 'shops'));
  for (const id of ids)
    await execute(folder, `shops/${id}.db`, 'CREATE TABLE t (id INTEGER PRIMARY KEY)', 'INSERT INTO t VALUES (7)');
  return folder;
}

const byFile = config({ file: 'shops/*.db' });

describe('the tenants of a fleet', () => {
  test('have connections that are counted on a server alone', async () => {
    const folder = await shops(config({ file: 'shops/*.db', maxConnections: 20 }), 'a');
    const refused = await schemaSync(folder, ['validate', '--all-tenants']);
    expect(refused.stderr).toContain(
      'fleets.shops.maxConnections: sqlite has no sessions on a server that are counted',
    );
    expect(refused.code).toBe(1);
  });

  test('are the files that a pattern meets, and none of what lies beside these', async () => {
    const folder = await shops(byFile, 'a', 'b-2', 'ü');
    const { stdout } = await schemaSync(folder, ['tenants', 'list']);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['a', 'b-2', 'ü', '3', '']);
  });

  test('may be none yet, and the first one is added as any other', async () => {
    const folder = await shops(config({ file: 'shops/{tenant}.db' }));
    const none = await schemaSync(folder, ['tenants', 'list']);
    expect(none).toMatchObject({ code: 0, stdout: '0 tenants of fleet shops\n' });
    const all = await schemaSync(folder, ['validate', '--all-tenants']);
    expect(all.code).toBe(1);
    expect(all.stderr).toContain('the fleet has no tenants');
    expect(all.stderr).toContain('schema-sync tenants add ID');
    expect(await schemaSync(folder, ['tenants', 'add', 'a', '--yes'])).toMatchObject({ code: 0 });
    const shown = await schemaSync(folder, ['tenants', 'show', 'a']);
    expect(shown.stdout).toMatch(/holds +1 object ·/);
  });

  test('are what is asked for where nobody says which of them', async () => {
    const folder = await shops(byFile, 'a');
    const { code, stderr } = await schemaSync(folder, ['sync', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('no database was named');
    expect(stderr).toContain('--all-tenants, or one by --tenant ID');
  });

  test.each([
    ['a list', ['a', { id: 'b', labels: { plan: 'big' } }], {}],
    ['a list of lines', 'file:./list.txt', { 'list.txt': '# who pays\na\n\nb\n' }],
    ['JSON', 'file:./list.json', { 'list.json': '["a", { "id": "b" }]' }],
    ['a JSON value a line', 'file:./list.jsonl', { 'list.jsonl': '"a"\n{ "id": "b" }\n' }],
    ['YAML', 'file:./list.yaml', { 'list.yaml': '- a\n- id: b\n' }],
  ])('come from %s', async (_, tenants, files) => {
    const folder = await shops({ ...config({ file: 'shops/{tenant}.db', tenants }), ...files }, 'a', 'b', 'c');
    const { stdout, stderr } = await schemaSync(folder, ['tenants', 'list', '--format', 'json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ tenants: [{ tenant: 'a' }, { tenant: 'b' }] });
    expect(JSON.parse(stdout).tenants).toHaveLength(2);
  });

  test('come from a query, whose other columns are labels', async () => {
    const tenants = { url: 'sqlite:./control.db', query: 'SELECT id, plan, shard FROM shops ORDER BY id' };
    const folder = await shops(config({ file: 'shops/{tenant}.db', tenants }), 'a', 'b');
    await execute(
      folder,
      'control.db',
      'CREATE TABLE shops (id, plan, shard)',
      "INSERT INTO shops VALUES ('a', 'big', 3), ('b', NULL, 4)",
    );
    const { stdout } = await schemaSync(folder, ['tenants', 'list', '--format', 'json']);
    expect(JSON.parse(stdout).tenants).toMatchObject([
      { tenant: 'a', labels: { plan: 'big', shard: '3' } },
      { tenant: 'b', labels: { shard: '4' } },
    ]);
    const { stdout: chosen } = await schemaSync(folder, ['tenants', 'list', '--label', 'plan=b*']);
    expect(chosen).toContain('1 tenant of fleet shops');
  });

  test('come from a query as data, which runs no command and reads no variable', async () => {
    const query = "SELECT 'a' AS id, 'sqlite:./$'||'{SECRET}.db' AS url";
    const folder = await shops(config({ tenants: { url: 'sqlite:./control.db', query } }), 'a');
    await execute(folder, 'control.db', 'SELECT 1');
    const { stdout } = await schemaSync(folder, ['tenants', 'list'], { env: { SECRET: 'hunter2' } });
    expect(stdout).toContain('${SECRET}.db');
    const run = "SELECT 'a' AS id, 'sqlite:./a.db' AS url, 'cmd:touch pwned' AS password";
    await write(folder, config({ tenants: { url: 'sqlite:./control.db', query: run } }));
    const { code, stderr } = await schemaSync(folder, ['tenants', 'list']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('answers with a reference') });
    expect(await readdir(folder)).not.toContain('pwned');
  });

  test('come from a function', async () => {
    const module = `export default { to: './s', fleets: { shops: { file: 'shops/{tenant}.db', async *tenants() { yield 'a'; yield { id: 'b', url: 'sqlite:./elsewhere.db' }; } } } };`;
    const folder = await shops({ 'schema-sync.config.mjs': module }, 'a');
    const { stdout } = await schemaSync(folder, ['tenants', 'list', '--format', 'json']);
    expect(JSON.parse(stdout).tenants).toMatchObject([
      { tenant: 'a', database: `sqlite:${folder}/shops/a.db` },
      { tenant: 'b', database: `sqlite:${folder}/elsewhere.db` },
    ]);
  });

  test('are all files below a folder, where a pattern ends with that', async () => {
    const folder = await shops(config({ file: 'shops/**' }), 'a');
    await mkdir(join(folder, 'shops/north/far'), { recursive: true });
    await execute(folder, 'shops/north/far/b.db', 'SELECT 1');
    await execute(folder, 'shops/north/c.db', 'SELECT 1');
    await mkdir(join(folder, 'shops/.schema-sync'));
    const beside = [
      '.schema-sync/runs.db',
      'gone.db-wal',
      'gone.db-shm',
      'gone.db-journal',
      'gone.db.ab.schema-sync-lock',
    ];
    for (const name of beside) await writeFile(join(folder, 'shops', name), '');
    const { stdout } = await schemaSync(folder, ['tenants', 'list', '--format', 'json']);
    const ids = JSON.parse(stdout).tenants.map(({ tenant }: { readonly tenant: string }) => tenant);
    expect(ids.sort()).toEqual(['a.db', 'north.c.db', 'north.far.b.db']);
  });

  test('are refused by name where links lead to one file', async () => {
    const folder = await shops(config({ file: 'shops/*.db' }), 'a');
    await symlink('a.db', join(folder, 'shops/b.db'));
    const { code, stderr } = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the tenants a and b are both'),
    });
    expect(await execute(folder, 'shops/a.db', "SELECT 1 FROM sqlite_schema WHERE name LIKE '%sync%'")).toEqual([]);
  });

  test.each([
    ['two of one id', ['a', 'a'], 'two tenants are called a'],
    ['two of one place', ['a', { id: 'b', name: 'shops/a.db' }], 'the tenants a and b are both sqlite:'],
    ['a group that is not there', [{ id: 'a', group: 'none' }], 'has no group none, which tenant a names'],
    ['a path as id', ['../../etc/x'], '"../../etc/x" cannot be a tenant\'s id'],
    ['SQL as id', ['a"; DROP TABLE t; --'], "cannot be a tenant's id"],
    ['no id', [{ name: 'x' }], 'fleets.shops.tenants[0].id is missing'],
    ['a slip', [{ id: 'a', lables: {} }], 'did you mean labels?'],
  ])('are refused by name: %s', async (_, tenants, message) => {
    const folder = await shops(config({ file: 'shops/{tenant}.db', tenants }), 'a');
    const { code, stderr } = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
    expect(await rows(folder, 'a')).toBe(1);
  });

  test('that lie there under a name that is no id are refused with the way to leave them out', async () => {
    const folder = await shops(byFile, 'a', 'it s');
    const { code, stderr } = await schemaSync(folder, ['validate', '--all-tenants']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be a tenant's id") });
    expect(stderr).toContain('Leave it out with except');
    await write(folder, config({ file: 'shops/*.db', except: ['it ?'] }));
    expect(await schemaSync(folder, ['tenants', 'list'])).toMatchObject({ code: 0 });
  });

  test.each([
    [['--tenant', 'aa'], 'no tenant is called aa'],
    [['--group', 'none'], 'no tenant is in the group none'],
    [['--label', 'plan=big'], 'no tenant has the label plan=big'],
    [['--sample', '0%'], '--sample 0% is no share'],
    [['--parallel', '0', '--all-tenants'], '--parallel 0 is no number of tenants'],
    [['--all-tenants', '--tenant', 'a'], 'say different things'],
    [['--all-tenants', '--url', 'sqlite:x.db'], '--url names one database'],
    [['--all-tenants', '--profile', 'p'], '--profile names one database'],
    [['--fleet', 'shop', '--all-tenants'], 'there is no fleet shop; did you mean shops?'],
    [['--fleet', 'shops'], 'nothing says which tenants of the fleet are meant'],
  ])('that are meant by %j are none, which is an error', async (argv, message) => {
    const folder = await shops(byFile, 'a', 'b');
    const { code, stderr } = await schemaSync(folder, ['validate', ...argv]);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  });

  test('are chosen by globs, groups and shares, which are the same each time', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `t${i}`);
    const folder = await shops(
      config({ file: 'shops/*.db', except: ['t19'], groups: { g: { tenants: ['t1?'] } } }),
      ...ids,
    );
    const count = async (...argv: readonly string[]) => {
      const { stdout } = await schemaSync(folder, ['tenants', 'list', ...argv, '--format', 'json']);
      return JSON.parse(stdout).tenants.map(({ tenant }: { readonly tenant: string }) => tenant);
    };
    expect(await count('--tenant', 't1*', '--tenant', 't2')).toHaveLength(11);
    expect(await count('--group', 'g')).toHaveLength(9);
    const some = await count('--sample', '30%');
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(19);
    expect(await count('--sample', '30%')).toEqual(some);
    expect(await count('--sample', '0.1%')).toHaveLength(1);
  });
});

/** How many rows a tenant holds; they are to stay whatever happens. */
async function rows(folder: string, id: string): Promise<number> {
  const [row] = await execute(folder, `shops/${id}.db`, 'SELECT count(*) AS n FROM t');
  return Number(row?.n);
}

describe('a fleet', () => {
  test('without a tenant is an error, as what nobody meets is', async () => {
    const folder = await shops(config({ file: 'shops/nobody-*.db' }), 'a');
    for (const command of ['validate', 'sync', 'audit']) {
      const { code, stderr } = await schemaSync(folder, [command, '--all-tenants']);
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('the fleet has no tenants') });
    }
  });

  test('is validated by states, and synced with one plan for each', async () => {
    const folder = await shops(byFile, 'a', 'b', 'c');
    await execute(folder, 'shops/b.db', 'ALTER TABLE t ADD COLUMN other');
    const before = await schemaSync(folder, ['validate', '--all-tenants']);
    expect(before.code).toBe(3);
    expect(before.stdout).toContain('Fleet shops: 3 tenants, 2 states');
    expect(before.stdout).toContain('2 tenants out of sync: a, c');
    const refused = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('GATE_CLOSED') });
    expect(`${refused.stdout}${refused.stderr}`.match(/GATE_CLOSED/g)).toHaveLength(1);
    expect((await schemaSync(folder, ['validate', '--all-tenants'])).stdout).toBe(before.stdout);
    const asked = await schemaSync(folder, ['sync', '--all-tenants', '--allow', 'data-loss']);
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes was not given') });
    const synced = await schemaSync(folder, ['sync', '--all-tenants', '--allow', 'data-loss', '--yes']);
    expect(synced).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
    expect((await schemaSync(folder, ['validate', '--all-tenants'])).code).toBe(0);
    for (const id of ['a', 'b', 'c']) expect(await rows(folder, id)).toBe(1);
    const again = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('3 tenants in sync') });
  });

  test('goes on with others where some cannot be dealt with, and tells these with exit code 4', async () => {
    const folder = await shops(byFile, 'a', 'b', 'c');
    await execute(folder, 'shops/b.db', 'CREATE TABLE u (x)', 'CREATE VIEW w AS SELECT * FROM u');
    await writeFile(join(folder, 'shops/broken.db'), 'garbage, and enough of it to be no database');
    const { code, stdout, stderr } = await schemaSync(folder, ['sync', '--all-tenants', '--yes', '--allow', 'all']);
    expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('3 of 4 tenants') });
    expect(stdout).toContain('1 tenant failed: broken');
    const { stdout: told, code: status } = await schemaSync(folder, ['validate', '--all-tenants']);
    expect(told).toContain('3 tenants in sync');
    expect(status).toBe(4);
  });

  test('is narrowed down to all but some, and to those that somebody changed since their last run', async () => {
    const folder = await shops(byFile, 'a', 'b', 'c', 'd');
    const synced = await schemaSync(folder, ['sync', '--all-tenants', '--except', 'd', '--yes']);
    expect(synced).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
    expect((await schemaSync(folder, ['validate', '--except', 'x', '--all-tenants'])).stderr).toContain('called x');
    const none = await schemaSync(folder, ['sync', '--only-drifted', '--yes']);
    expect(none).toMatchObject({ code: 0, stdout: expect.stringContaining('0 tenants') });
    await execute(folder, 'shops/b.db', 'CREATE TABLE by_hand (x)');
    const drifted = await schemaSync(folder, ['validate', '--only-drifted']);
    expect(drifted).toMatchObject({ code: 3, stdout: expect.stringContaining('1 tenant out of sync: b') });
    expect(drifted.stdout).toContain('Fleet shops: 1 tenant,');
    const shown = await schemaSync(folder, ['tenants', 'show', 'b']);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('yes: not as its last run left it') });
    expect((await schemaSync(folder, ['tenants', 'show', 'bb'])).stderr).toContain('no tenant is called bb');
  });

  test('is given a new tenant, made as it is to be, and never one that is there', async () => {
    const fleet = { file: 'shops/{tenant}.db', except: ['never'], groups: { big: { tenants: ['b*'], to: './big' } } };
    const big = { 'big/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, big INT);' };
    const folder = await shops({ ...config(fleet), ...big }, 'a');
    const asked = await schemaSync(folder, ['tenants', 'add', 'b1']);
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes was not given') });
    expect(await readdir(join(folder, 'shops'))).toEqual(['a.db']);
    expect(await schemaSync(folder, ['tenants', 'add', 'b1', '--yes'])).toMatchObject({ code: 0 });
    expect(await execute(folder, 'shops/b1.db', 'SELECT big FROM t')).toEqual([]);
    expect(await schemaSync(folder, ['validate', '--tenant', 'b1'])).toMatchObject({ code: 0 });
    for (const id of ['a', 'b1']) {
      const { code, stderr } = await schemaSync(folder, ['tenants', 'add', id, '--yes']);
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
    }
    expect(await execute(folder, 'shops/a.db', 'SELECT * FROM t')).toEqual([{ id: 7 }]);
    const excepted = await schemaSync(folder, ['tenants', 'add', 'never', '--yes']);
    expect(excepted).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing says where') });
    expect((await schemaSync(folder, ['tenants', 'add', '../x', '--yes'])).stderr).toContain("cannot be a tenant's id");
  });

  test('tells once where it says too little of where a new tenant is', async () => {
    const folder = await shops(byFile, 'a');
    const { stderr } = await schemaSync(folder, ['tenants', 'add', 'b', '--yes']);
    expect(stderr).toContain(
      'schema-sync.config.json: fleets.shops.file: shops/*.db does not tell what the file of b is called',
    );
    expect(stderr.split('schema-sync.config.json')).toHaveLength(2);
  });

  test('loses a tenant behind a gate alone, and never one in which a run is under way', async () => {
    const folder = await shops(config({ file: 'shops/{tenant}.db' }), 'a', 'ab');
    const drop = (...argv: readonly string[]) => schemaSync(folder, ['tenants', 'drop', ...argv]);
    expect(await drop('a', '--yes')).toMatchObject({ code: 1, stderr: expect.stringContaining('GATE_CLOSED') });
    const asked = await drop('a', '--allow', 'data-loss');
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes was not given') });
    const sure = ['--yes', '--allow', 'data-loss'];
    for (const id of ['*', 'b', 'A']) expect((await drop(id, ...sure)).stderr).toContain(`no tenant is called ${id}`);
    await withDatabase(
      folder,
      async (connection) => {
        await using _ = await connection.lock('schema-sync');
        expect((await drop('a', ...sure, '--lock-wait', '0')).stderr).toContain('LOCK_TIMEOUT');
      },
      'shops/a.db',
    );
    expect(await rows(folder, 'a')).toBe(1);
    const typed = await atTerminal(folder, ['tenants', 'drop', 'a', '--allow', 'data-loss'], ['ab']);
    expect(typed).toMatchObject({ code: 1, stderr: expect.stringContaining('not confirmed') });
    expect(await rows(folder, 'a')).toBe(1);
    expect(await drop('a', ...sure)).toMatchObject({ code: 0, stdout: expect.stringContaining('held 1 object') });
    expect(await readdir(join(folder, 'shops'))).toEqual(['ab.db']);
    expect(await rows(folder, 'ab')).toBe(1);
  });

  test('fails one tenant alone whose secret is not there', async () => {
    const tenants = ['a', { id: 'b', url: 'env:B_URL' }];
    const folder = await shops(config({ file: 'shops/{tenant}.db', tenants }), 'a', 'b');
    const synced = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
    expect(synced).toMatchObject({ code: 4, stdout: expect.stringContaining('1 tenant failed: b') });
    expect(synced.stdout).toContain('B_URL is not set');
    expect(await schemaSync(folder, ['audit', '--all-tenants'])).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('1 tenant failed: b'),
    });
    expect((await schemaSync(folder, ['history', '--tenant', 'b'])).stderr).toContain('B_URL is not set');
    const env = { B_URL: 'sqlite:./shops/b.db' };
    const retried = await schemaSync(folder, ['runs', 'retry', '--failed'], { env });
    expect(retried).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
    const { stdout } = await schemaSync(folder, ['tenants', 'list'], { env });
    expect(stdout).toContain('env:B_URL');
    expect(stdout).not.toContain('b.db');
  });

  test('is asked for rows in the way before any of it runs, and those tenants alone that have some are left out', async () => {
    const folder = await shops(
      { ...byFile, 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id < 9));' },
      ...'abc',
    );
    await execute(folder, 'shops/a.db', 'INSERT INTO t VALUES (10), (11)');
    const argv = ['sync', '--all-tenants', '--yes', '--allow', 'all', '--check-data'];
    const shown = await schemaSync(folder, [...argv, '--dry-run']);
    expect(shown.stdout).toContain('1 tenant failed: a');
    expect(shown.stdout).toContain('rows stand in the way of 1 step');
    const { code, stdout } = await schemaSync(folder, argv);
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringContaining('2 synced · 1 failed') });
    const { tenants } = JSON.parse((await schemaSync(folder, ['runs', 'show', '--format', 'json'])).stdout);
    const asked = tenants.find(({ tenant }: { readonly tenant: string }) => tenant === 'a');
    expect(asked).toMatchObject({ state: 'failed', attempts: 0, error: { code: 'CHECK_FAILED' } });
    expect(await execute(folder, 'shops/a.db', 'SELECT count(*) AS n FROM t')).toEqual([{ n: 3 }]);
  });

  test('has no other tenant begun once too many have failed', async () => {
    const folder = await shops(
      { ...byFile, 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, n INT NOT NULL);' },
      ...'abcdef',
    );
    const argv = ['sync', '--all-tenants', '--yes', '--allow', 'all', '--parallel', '1', '--abort-after', '1'];
    const { code, stdout } = await schemaSync(folder, argv);
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringContaining('2 failed · 4 not begun') });
    const slip = await schemaSync(folder, ['sync', '--all-tenants', '--abort-after', 'bogus']);
    expect(slip).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('--abort-after bogus is no limit'),
    });
  });

  test.each(['SIGKILL', 'SIGINT'] as const)('that was stopped by %s goes on with what is left', async (signal) => {
    const ids = Array.from({ length: 24 }, (_, i) => `t${i}`);
    const folder = await shops(byFile, ...ids);
    const argv = ['sync', '--all-tenants', '--yes', '--parallel', '1'];
    let isKilled = false;
    const stopped = await schemaSync(folder, argv, {
      onStderr: (text, kill) => {
        if (isKilled || !text.includes('syncing 24 tenants')) return;
        isKilled = true;
        setTimeout(() => kill(signal), 60);
      },
    });
    expect(stopped).toMatchObject(signal === 'SIGINT' ? { code: 130 } : { signal });
    expect((await schemaSync(folder, argv)).code).toBe(0);
    expect((await schemaSync(folder, ['validate', '--all-tenants'])).stdout).toContain('24 tenants in sync');
    for (const id of ids) {
      expect(await rows(folder, id)).toBe(1);
      const runs = await execute(folder, `shops/${id}.db`, "SELECT 1 FROM _schema_sync_runs WHERE outcome = 'done'");
      expect(runs, id).toHaveLength(1);
    }
  });

  test('is synced in waves, and no other begins where a probe fails', async () => {
    const folder = await shops(byFile, ...'abcdef');
    const argv = ['sync', '--all-tenants', '--yes', '--waves', 'canary:1,2,rest', '--bake', '10ms'];
    const probe = 'echo "after $SCHEMA_SYNC_WAVE" >> probes.txt && test "$SCHEMA_SYNC_WAVE" = canary';
    const { code, stdout, stderr } = await schemaSync(folder, [...argv, '--probe', probe]);
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringContaining('3 synced · 3 not begun') });
    expect(stderr).toContain('wave canary is done: 1 tenant synced, 5 left; waiting 10 ms');
    expect(stderr).toContain('the probe after wave 2 exited with 1');
    expect(await readFile(join(folder, 'probes.txt'), 'utf8')).toBe('after canary\nafter 2\n');
    expect(await schemaSync(folder, argv)).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
    const alone = await schemaSync(folder, ['sync', '--all-tenants', '--yes', '--bake', '1s']);
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('Say --waves too') });
  });

  test('is synced in the order of a label, and a slip in it is told before anything is connected to', async () => {
    const tiers = { a: '10', b: '9', d: '2' };
    const tenants = ['c', ...Object.entries(tiers).map(([id, tier]) => ({ id, labels: { tier } }))];
    const folder = await shops(config({ file: 'shops/{tenant}.db', tenants }), ...'abcd');
    const argv = ['sync', '--all-tenants', '--yes', '--waves', '1,rest'];
    for (const [order, message] of [
      ['label:teir', 'no tenant has the label teir'],
      ['biggest', '--order biggest is no order'],
    ] as const)
      expect(await schemaSync(folder, [...argv, '--order', order])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(message),
      });
    expect(await rows(folder, 'a')).toBe(1);
    expect(await schemaSync(folder, [...argv, '--order', 'label:tier'])).toMatchObject({ code: 0 });
    const inTurn = async () =>
      JSON.parse((await schemaSync(folder, ['runs', 'show', '--format', 'json'])).stdout).tenants.map(
        ({ tenant, wave }: { readonly tenant: string; readonly wave: number }) => `${tenant}${wave}`,
      );
    expect(await inTurn()).toEqual(['d0', 'b1', 'a1', 'c1']);
    await write(folder, { 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, other TEXT);' });
    const back = await schemaSync(folder, [...argv, '--allow', 'all', '--order', 'label:tier:desc']);
    expect(back).toMatchObject({ code: 0 });
    expect(await inTurn()).toEqual(['a0', 'b1', 'd1', 'c1']);
  });

  test('is audited, and those that somebody changed since their last run are named', async () => {
    const folder = await shops(byFile, 'a', 'b', 'c', 'd');
    expect((await schemaSync(folder, ['sync', '--tenant', 'a', '--tenant', 'b', '--tenant', 'c', '--yes'])).code).toBe(
      0,
    );
    await execute(folder, 'shops/b.db', 'CREATE TABLE by_hand (x)');
    const { code, stdout } = await schemaSync(folder, ['audit', '--all-tenants', '--exit-code']);
    expect(code).toBe(3);
    expect(stdout).toContain('Fleet shops: 4 tenants, 3 states');
    expect(stdout).toContain('1 tenant not as the last run left them: b');
    expect(stdout).toContain('1 tenant where schema-sync has not run: d');
    const [journals] = await execute(
      folder,
      'shops/d.db',
      "SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE '%sync%'",
    );
    expect(journals).toEqual({ n: 0 });
  });

  test('has groups with a desired state and exclusions of their own', async () => {
    const groups = { big: { tenants: ['b*'], to: './big' }, old: { tenants: ['o'], exclude: ['legacy'] } };
    const big = { 'big/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, big INT);' };
    const folder = await shops({ ...config({ file: 'shops/*.db', groups }), ...big }, 'a', 'b1', 'o');
    await execute(folder, 'shops/o.db', 'CREATE TABLE legacy (x)');
    expect((await schemaSync(folder, ['sync', '--all-tenants', '--yes'])).code).toBe(0);
    expect((await schemaSync(folder, ['validate', '--all-tenants'])).code).toBe(0);
    expect(await execute(folder, 'shops/b1.db', 'SELECT big FROM t')).toEqual([{ big: null }]);
    expect(await execute(folder, 'shops/o.db', 'SELECT note FROM t, (SELECT 1) LEFT JOIN legacy')).toEqual([
      { note: '' },
    ]);
    // What is excluded may change as it likes, whoever looks.
    await execute(folder, 'shops/o.db', 'ALTER TABLE legacy ADD COLUMN y');
    expect(await throughPipes(folder, ['audit', '--all-tenants', '--exit-code'])).toMatchObject({ code: 0 });
    const drifted = await throughPipes(folder, ['validate', '--only-drifted']);
    expect(drifted.stdout).toContain('0 tenants');
    expect((await throughPipes(folder, ['tenants', 'show', 'o'])).stdout).toMatch(/drifted +no/);
  });

  test('is not meant by what only narrows it down, and one database is not rolled out', async () => {
    const folder = await shops(byFile, 'a', 'b');
    const url = ['--url', 'sqlite:./shops/a.db'];
    for (const [argv, told] of [
      [['sync', '--except', 'b', '--yes'], 'nothing says which tenants of the fleet are meant'],
      [['sync', '--except', 'b', '--yes', ...url], '--url names one database'],
      [['sync', '--waves', '1,rest', '--yes', ...url], '--waves is about tenants of a fleet'],
      [['sync', '--abort-after', '1', '--yes', ...url], '--abort-after is about tenants of a fleet'],
      [['sync', '--probe-sql', 'SELECT 1', '--yes', ...url], '--probe-sql is about tenants of a fleet'],
    ] as const) {
      const { code, stderr } = await throughPipes(folder, argv);
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(told) });
    }
    expect(await execute(folder, 'shops/a.db', 'SELECT name FROM sqlite_schema')).toEqual([{ name: 't' }]);
  });

  test('lends one of its tenants to commands that are about one database', async () => {
    const folder = await shops(byFile, 'a', 'b');
    expect((await schemaSync(folder, ['sync', '--tenant', 'a', '--yes'])).code).toBe(0);
    expect((await schemaSync(folder, ['history', '--tenant', 'a'])).stdout).toContain('1 step');
    expect((await schemaSync(folder, ['plan', '--tenant', 'b'])).stdout).toContain('add column t.note');
    expect((await schemaSync(folder, ['down', 'last', '--tenant', 'a', '--yes', '--allow', 'all'])).code).toBe(0);
    const both = await schemaSync(folder, ['plan', '--tenant', '*']);
    expect(both).toMatchObject({ code: 1, stderr: expect.stringContaining('means 2 tenants') });
    const none = await schemaSync(folder, ['plan', '--tenant', 'c']);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('no tenant is called c') });
  });
});
