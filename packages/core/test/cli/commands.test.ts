import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { execute, type Outcome, project, schemaSync, withDatabase, write } from './support.js';

const before = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, name TEXT)',
  "INSERT INTO users VALUES (1, 'a@b', 'Ann')",
  'CREATE TABLE legacy (x TEXT)',
];

const desired = `
CREATE INDEX users_name ON users (name);
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, name TEXT, age INTEGER);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
`;

const url = ['--url', 'sqlite:./app.db'] as const;
const goal = [...url, '--to', './schema'] as const;
let folder = '';

const run = (...argv: readonly string[]): Promise<Outcome> => schemaSync(folder, argv);

async function tables(): Promise<readonly string[]> {
  const rows = await withDatabase(folder, (connection) =>
    connection.query<{ name: string }>({
      text: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_schema%' ESCAPE '\\' ORDER BY name",
    }),
  );
  return rows.map(({ name }) => name);
}

beforeEach(async () => {
  folder = await project({ 'schema/all.sql': desired });
  await execute(folder, ...before);
});

describe('the way from one schema to another', () => {
  test('goes through plan, apply, validate, history and down', async () => {
    expect((await run('validate', ...goal)).code).toBe(3);

    const plan = await run('plan', ...goal, '-o', 'plan.json');
    expect(plan).toMatchObject({ code: 0, stderr: expect.stringContaining('written to plan.json') });
    expect(plan.stdout).toContain('needs --allow data-loss · proven ✓ up and down on SQLite');
    expect((await stat(join(folder, 'plan.json'))).mode & 0o777).toBe(0o600);

    const refused = await run('apply', 'plan.json', ...url, '--yes');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('error[GATE_CLOSED]') });
    expect(refused.stderr).toContain('--allow data-loss');
    expect(await tables()).toEqual(['legacy', 'users']);

    const applied = await run('apply', 'plan.json', ...url, '--yes', '--allow', 'data-loss');
    expect(applied).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the database was read again and is as planned'),
    });
    expect(applied.stderr).toMatch(/^run [0-9a-f]{8}: \d+ steps, \d+ statements\nstep 1\/\d+: /);
    expect(await tables()).toEqual(['orders', 'users']);
    expect((await run('validate', ...goal)).code).toBe(0);
    expect((await run('audit', ...url)).stdout).toContain('✓ as the last run left it');

    const again = await run('apply', 'plan.json', ...url, '--yes', '--allow', 'all');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/already applied by run [0-9a-f]{8}/) });

    const back = await run('down', 'last', ...url, '--yes', '--allow', 'all');
    expect(back.code).toBe(0);
    expect(await tables()).toEqual(['legacy', 'users']);
    const history = (await run('history', ...url)).stdout.trim().split('\n');
    expect(history).toHaveLength(2);
    expect(history[0]).toMatch(/↓ down +done/);
    expect(history[1]).toMatch(/↑ up +done/);

    const none = await run('down', 'last', ...url, '--yes', '--allow', 'all');
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('none stands any more') });
    const [undo = '', done = ''] = history.map((line) => line.slice(0, 8));
    expect(history[0]).toMatch(new RegExp(`takes back ${done}$`));
    expect(history[1]).toMatch(new RegExp(`taken back by ${undo}$`));
    const twice = await run('down', done, ...url, '--yes', '--allow', 'all');
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('error[ALREADY_TAKEN_BACK]') });
    expect(twice.stderr).toContain(`by run ${undo}`);
    expect(await tables()).toEqual(['legacy', 'users']);

    const forth = await run('down', undo, ...url, '--yes', '--allow', 'all');
    expect(forth.code).toBe(0);
    expect(await tables()).toEqual(['orders', 'users']);
    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
    expect(await tables()).toEqual(['legacy', 'users']);
  });

  test('that stopped half way is not told as one that never began', async () => {
    await write(folder, { 'schema/all.sql': `${desired} CREATE TABLE legacy (x TEXT UNIQUE);` });
    await execute(folder, "INSERT INTO legacy VALUES ('a'), ('a')");
    expect((await run('sync', ...goal, '--yes', '--allow', 'all')).code).not.toBe(0);
    const { stdout } = await run('audit', ...url);
    expect(stdout).toContain('no run has come to its end here');
    expect(stdout).toMatch(/up +failed/);
  });

  test('is taken back by a name that cannot be mistaken', async () => {
    expect((await run('sync', ...goal, '--yes', '--allow', 'all')).code).toBe(0);
    const { runs } = JSON.parse((await run('history', ...url, '--format', 'json')).stdout) as {
      readonly runs: readonly { readonly run: string }[];
    };
    const name = runs[0]?.run ?? '';
    for (const given of ['', name.slice(0, 1), name.slice(0, 3)]) {
      const short = await run('down', given, ...url, '--yes', '--allow', 'all');
      expect([short.code, short.stderr]).toEqual([
        1,
        expect.stringContaining('give at least 4 characters of its name'),
      ]);
    }
    const unknown = await run('down', 'schema', ...url, '--yes', '--allow', 'all');
    expect(unknown.stderr).toContain('no run of this database has a name that begins with "schema"');
    await mkdir(join(folder, name.slice(0, 4)));
    expect((await run('down', name.slice(0, 4), ...url, '--yes', '--allow', 'all')).code).toBe(0);
  });

  test('is gone back run by run, as often as down last is said', async () => {
    await run('sync', ...goal, '--yes', '--allow', 'all');
    await write(folder, { 'schema/more.sql': 'CREATE TABLE more (x);' });
    await run('sync', ...goal, '--yes');
    expect(await tables()).toEqual(['more', 'orders', 'users']);
    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
    expect(await tables()).toEqual(['orders', 'users']);
    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
    expect(await tables()).toEqual(['legacy', 'users']);
  });

  test('is shown as a readable diff', async () => {
    const { stdout, code } = await run('diff', ...goal, '--rename', 'legacy=orders').catch((error: unknown) =>
      Promise.reject(error),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('» table legacy → orders');
    const plain = await run('diff', ...goal, '--exit-code');
    expect(plain.code).toBe(3);
    expect(plain.stdout.split('\n').slice(2).join('\n')).toBe(`- table legacy

+ table orders
    + id       INTEGER  not null
    + user_id  INTEGER  not null
    + primary key  (id)
    + foreign key  (user_id) → users (id)

~ table users
    + age  INTEGER
  + index users_name (name)

4 changes: 2 create, 1 alter, 1 drop
`);
  });

  test('tells what must be allowed, and no more than that', async () => {
    const folder = await project({ 'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' });
    await execute(folder, 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT)');
    const sync = (...more: readonly string[]) =>
      schemaSync(folder, ['sync', '--url', 'sqlite:./app.db', '--to', './schema.sql', ...more]);
    const refused = await sync('--yes', '--quiet');
    expect(refused.stderr).toContain('hint: Allow it with --allow data-loss if it is meant.');
    expect(refused.stderr.match(/If it was renamed/g)).toHaveLength(1);
    expect(refused.stderr).toContain('Likewise for the 2 others.');
    const dry = await sync('--dry-run', '--allow', 'data-loss');
    expect(dry.stdout).toMatch(/\d hazards, allowed/);
    expect(dry.stdout).not.toContain('needs --allow');
    expect((await sync('--yes', '--allow', 'data-loss')).stdout).not.toContain('needs --allow');
  });

  test('is refused where nobody can be asked and nobody said yes', async () => {
    const outcome = await run('sync', ...goal, '--allow', 'all');
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('error[CONFIRMATION_NEEDED]') });
    expect(await tables()).toEqual(['legacy', 'users']);
  });

  test('is only looked at in a dry run', async () => {
    const outcome = await run('sync', ...goal, '--dry-run', '--allow', 'data-loss');
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('dry run: nothing was changed') });
    expect(await tables()).toEqual(['legacy', 'users']);
    expect((await run('history', ...url)).stdout).toBe('no runs\n');
    expect((await run('audit', ...url)).stdout).toContain('schema-sync has not run here');
  });

  test('is refused in a dry run as the run itself would be', async () => {
    const dry = await run('sync', ...goal, '--dry-run');
    const real = await run('sync', ...goal, '--yes');
    expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('dry run: nothing was changed') });
    expect(dry.stderr).toContain('error[GATE_CLOSED]');
    expect([dry.code, dry.stderr]).toEqual([real.code, real.stderr]);
    expect((await run('sync', ...goal, '--dry-run', '--quiet')).stderr).toContain('--allow data-loss');
    const { code, stdout } = await run('sync', ...goal, '--dry-run', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      plan: { format: 1 },
      refused: { code: 'GATE_CLOSED', exitCode: 1, details: { classes: ['data-loss'] } },
    });
    expect(await tables()).toEqual(['legacy', 'users']);
  });

  test('leaves alone what is excluded', async () => {
    expect((await run('sync', ...goal, '--yes', '--exclude', 'leg*')).code).toBe(0);
    expect(await tables()).toEqual(['legacy', 'orders', 'users']);
    const valid = await run('validate', ...goal, '--exclude', 'leg*');
    expect(valid).toMatchObject({ code: 0, stdout: expect.stringContaining('legacy  excluded by leg*') });
  });

  test('leaves out of snapshots, on either side, what is excluded', async () => {
    await run('snapshot', 'save', ...url, '-o', 'before.json');
    const whole = await run('diff', '--from', 'before.json', '--to', './schema');
    expect(whole.stdout).toContain('legacy');
    const parted = await run('diff', '--from', 'before.json', '--to', './schema', '--exclude', 'leg*');
    const [changes, leftAlone] = parted.stdout.split('Left alone: ');
    expect(changes).not.toContain('legacy');
    expect(leftAlone).toMatch(/^1 table \(legacy\)/);
    expect(parted.stderr).toBe('');
    const back = await run('diff', '--from', './schema', '--to', 'before.json', '--exclude', 'leg*,users');
    expect(back.stdout).toContain('- table orders');
    expect(back.stdout.split('Left alone: ')[0]).not.toMatch(/legacy|users/);
    expect(back.stderr).toMatch(/2 objects of the desired state are excluded and left out: table legacy, table users/);
    const shown = await run('inspect', 'before.json', '--exclude', 'leg*');
    expect(shown.stdout).toMatch(/Left alone\n {2}table legacy {2}excluded by leg\*/);
  });

  test('tells with every plan what is left alone: a few names of each kind, all of them with the reasons for who asks', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await execute(folder, `CREATE TABLE x_${name} (a)`);
    await execute(folder, 'CREATE VIEW x_v AS SELECT 1 AS a');
    const told = /^Left alone: 4 tables \(x_a, x_b, x_c, …\), 1 view \(x_v\) · --verbose tells why$/m;
    const some = [...goal, '--exclude', 'x_*'];
    for (const command of [['diff'], ['plan'], ['sync', '--dry-run'], ['sync', '--yes', '--allow', 'all'], ['sync']]) {
      const { stdout } = await run(...command, ...some);
      expect(stdout, command.join(' ')).toMatch(told);
      expect((await run(...command, ...some, '--verbose')).stdout).toMatch(/^ {2}table x_d {2,}excluded by x_\*$/m);
    }
    for (const command of ['diff', 'plan', 'sync']) {
      const { stdout } = await run(command, ...some, '--format', 'json');
      expect(JSON.parse(stdout).unmanaged).toContainEqual({ kind: 'table', name: 'x_d', reason: 'excluded by x_*' });
    }
  });

  test('calls what is left alone by the name of its kind that people know', async () => {
    await execute(folder, 'CREATE VIRTUAL TABLE search USING fts5(x)');
    const valid = await run('validate', ...goal, '--exclude', 'search');
    expect(valid.stdout).toMatch(/^ {2}virtual table search {2,}excluded by search$/m);
  });

  test('parts what is excluded at commas, and tells of a pattern that meets nothing', async () => {
    const outcome = await run('sync', ...goal, '--dry-run', '--exclude', 'nothing,leg*', '--exclude', 'none');
    expect(outcome.stdout).not.toContain('drop table legacy');
    expect(outcome.stderr).toContain('warning --exclude nothing meets no name: it excludes nothing\n');
    expect(outcome.stderr).toContain('warning --exclude none meets no name');
    expect(outcome.stderr).not.toContain('leg*');
    const read = await run('inspect', ...url, '--exclude', 'legacy,orders');
    expect(read.stderr).toBe('warning --exclude orders meets no name: it excludes nothing\n');
    // The desired state has it, the database does not yet: the pattern keeps it from being made.
    expect((await run('sync', ...goal, '--dry-run', '--exclude', 'leg*,orders')).stderr).not.toContain('meets no name');
  });

  test.each(['sync --dry-run', 'plan', 'validate', 'diff'])(
    '%s says what of the desired state is excluded',
    async (words) => {
      const outcome = await run(...words.split(' '), ...goal, '--exclude', 'order*');
      expect(outcome.stderr).toMatch(
        /^warning \.\/schema: \d objects? of the desired state (is|are) excluded and left out: table orders/m,
      );
    },
  );

  test('lint says what is excluded, and programs are told, too', async () => {
    const { stdout } = await run('lint', './schema', '--exclude', 'order*', '--format', 'json');
    const told = { at: './schema', message: expect.stringContaining('excluded and left out: table orders') };
    expect(JSON.parse(stdout).warnings).toContainEqual(told);
    const valid = await run('validate', ...goal, '--exclude', 'order*', '--format', 'json');
    expect(JSON.parse(valid.stdout).warnings).toContainEqual(told);
  });

  test('makes a database that is not there', async () => {
    const outcome = await run('sync', '--url', 'sqlite:./new.db', '--to', './schema', '--yes', '--create');
    expect(outcome.code).toBe(0);
    expect((await run('validate', '--url', 'sqlite:./new.db', '--to', './schema')).code).toBe(0);
  });

  test('can be followed by a script of the engine', async () => {
    const { stdout } = await run('plan', ...goal, '--format', 'sql');
    expect(stdout).toContain('CREATE INDEX "users_name" ON "users" ("name");\n');
    expect(stdout).toMatch(/^-- for SQLite \d/);
    expect(stdout).toContain(
      '-- ! data-loss: drops table legacy with all of its rows (drops-table, elsewhere only with --allow data-loss)\n',
    );
  });
});

describe('a file named by -o', () => {
  test('is written over only where it holds one of its sort already', async () => {
    const database = await readFile(join(folder, 'app.db'));
    for (const output of ['app.db', 'schema/all.sql']) {
      for (const words of [
        ['plan', ...goal],
        ['snapshot', 'save', ...url],
      ]) {
        const { code, stderr } = await run(...words, '-o', output);
        expect(code).toBe(1);
        expect(stderr).toContain('is there already, and is no');
      }
    }
    expect(await readFile(join(folder, 'app.db'))).toEqual(database);
    expect(await readFile(join(folder, 'schema/all.sql'), 'utf8')).toBe(desired);
    for (let i = 0; i < 2; i++) expect((await run('plan', ...goal, '-o', 'again.json')).code).toBe(0);
    expect((await run('snapshot', 'save', ...url, '-o', 'again.json')).code).toBe(1);
    for (let i = 0; i < 2; i++) expect((await run('snapshot', 'save', ...url, '-o', 'kept.json')).code).toBe(0);
  });
});

describe('sources', () => {
  test('of every sort stand on either side', async () => {
    expect((await run('generate', './schema', '-o', 'documents')).code).toBe(0);
    expect((await run('snapshot', 'save', 'desired', './schema')).stdout).toContain('✓ desired@1');
    expect((await run('snapshot', 'save', '-o', 'state.json', './schema')).code).toBe(1);
    await run('snapshot', 'save', '-o', 'state.json', ...url);
    for (const [from, to] of [
      ['./schema', 'documents'],
      ['documents', 'snapshot:desired'],
      ['snapshot:desired@1', './schema'],
      ['sqlite:./app.db', 'state.json'],
    ]) {
      const outcome = await run('diff', '--from', from ?? '', '--to', to ?? '', '--exit-code');
      expect(outcome, `${from} ${to}`).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ no differences') });
    }
    expect((await run('diff', '--from', 'state.json', '--to', './schema', '--exit-code')).code).toBe(3);
  });

  test('are written as SQL that gives the same schema again', async () => {
    const { stdout } = await run('inspect', 'sqlite:./app.db', '--format', 'sql');
    const again = await project({ 'schema.sql': stdout });
    expect((await run('diff', ...url, '--to', join(again, 'schema.sql'), '--exit-code')).code).toBe(0);
  });

  test('that are wrong are named with file and line', async () => {
    const broken = await project({
      'schema/a.sql': '\nCREATE TABLE a (id INTEGER PRIMARY KEY);\nCREATE TABEL b (id);\n',
    });
    const outcome = await schemaSync(broken, ['lint', './schema', '--engine', 'sqlite']);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('a.sql:3') });
    expect((await run('lint', './schema')).stdout).toMatch(/^✓ no problems in \.\/schema/m);
  });

  test('with rename hints that cannot hold are named by lint', async () => {
    const broken = await project({ 'schema/a.sql': 'CREATE TABLE a (id INTEGER PRIMARY KEY);' });
    expect((await schemaSync(broken, ['lint', './schema', '--engine', 'sqlite'])).code).toBe(0);
    await write(broken, {
      'schema/b.sql':
        'CREATE TABLE b (\n  x TEXT,\n  -- @renamed from=x\n  y TEXT\n);\n-- @renamed from=a\nCREATE TABLE c (x);',
    });
    const told = await schemaSync(broken, ['lint', './schema', '--engine', 'sqlite']);
    expect(told.stdout).toContain(
      'schema/b.sql:3: b.x cannot have been renamed to b.y: the desired state has b.x, too',
    );
    expect(told.stdout).toContain('schema/b.sql:6: a cannot have been renamed to c: the desired state has a, too');
    expect(told.stdout).toContain('2 warnings');
    const outcome = await schemaSync(broken, [
      'diff',
      '--from',
      './schema',
      '--to',
      './schema',
      '--engine',
      'sqlite',
      '--rename',
      'a=b',
    ]);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('error[RENAME_INVALID]') });
  });
});

describe('a config', () => {
  test('gives the database, the goal and the defaults', async () => {
    const config = {
      targets: { main: { url: '${DATABASE:-sqlite:./app.db}' } },
      profiles: { local: { target: 'main', allow: ['data-loss'] } },
      to: './schema',
      audit: { file: './log/audit.jsonl' },
    };
    await execute(folder);
    const inside = await project({
      'sub/x': '',
      'schema/all.sql': desired,
      'schema-sync.config.json': JSON.stringify(config),
    });
    await execute(inside, ...before);
    const outcome = await schemaSync(join(inside, 'sub'), ['sync', '--profile', 'local', '--yes']);
    expect(outcome.code).toBe(0);
    const lines = (await readFile(join(inside, 'log/audit.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(lines[0]).toMatchObject({ type: 'run', outcome: 'running' });
    expect(lines.at(-1)).toMatchObject({ type: 'run', outcome: 'done' });
    expect(
      (await schemaSync(join(inside, 'sub'), ['diff', '--from', 'target:main', '--to', '../schema', '--exit-code']))
        .code,
    ).toBe(0);
  });

  test.each(['/proc/nowhere/audit.jsonl', './schema/all.sql/audit.jsonl', './schema'])(
    'whose audit file %s cannot be written stops a run before its first statement',
    async (file) => {
      await write(folder, { 'schema-sync.config.json': JSON.stringify({ audit: { file } }) });
      const outcome = await run('sync', ...goal, '--yes', '--allow', 'all');
      expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('error[IO] the audit trail') });
      expect(outcome.stderr.match(/cannot be written/g)).toHaveLength(1);
      expect(await tables()).toEqual(['legacy', 'users']);
      expect((await run('history', ...url)).stdout).toBe('no runs\n');
    },
  );

  test('that init writes works as it is, and is not replaced', async () => {
    const fresh = await project();
    expect((await schemaSync(fresh, ['init', '--url', 'sqlite:./app.db'])).code).toBe(0);
    await execute(fresh, ...before);
    expect(await schemaSync(fresh, ['generate', '-o', 'schema'])).toMatchObject({ code: 0 });
    expect(await schemaSync(fresh, ['validate'])).toMatchObject({ code: 0 });
    expect((await schemaSync(fresh, ['init', 'sqlite:./a.db', '--url', 'sqlite:./b.db'])).stderr).toContain('twice');
    expect(await schemaSync(fresh, ['init'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already'),
    });
    for (const type of ['json', 'mjs', 'ts']) {
      const other = await project();
      expect(await schemaSync(other, ['init', '--type', type, '--format', 'json'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`schema-sync.config.${type}`),
      });
    }
  });

  test.each(['yaml', 'json', 'mjs'])('of the type %s is begun without a secret in it', async (type) => {
    const fresh = await project();
    const secret = 'correct-horse-battery';
    const outcome = await schemaSync(fresh, ['init', '--type', type, `x://me:${secret}@host/db`]);
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('set DATABASE_URL to the URL') });
    const text = await readFile(join(fresh, `schema-sync.config.${type}`), 'utf8');
    expect(text).toContain('"env:DATABASE_URL"');
    expect(text).not.toContain(secret);
  });

  test.each(['yaml', 'json'])('of the type %s is begun with a URL that means itself', async (type) => {
    const fresh = await project();
    expect((await schemaSync(fresh, ['init', '--type', type, '--url', 'sqlite:./a${HOME}.db'])).code).toBe(0);
    const database = join(fresh, 'a${HOME}.db');
    expect((await schemaSync(fresh, ['history'])).stderr).toContain(database);
    expect((await schemaSync(fresh, ['history', '--url', 'sqlite:./a${HOME}.db'])).stderr).toContain(database);
  });

  test.each([
    [
      'a password where there is none',
      { profiles: { p: { url: 'sqlite:./a.db', password: 'x' } } },
      'profiles.p.password',
    ],
    [
      'an unknown setting',
      { targets: { t: { url: 'sqlite:./a.db', settings: { creat: true } } }, profiles: { p: { target: 't' } } },
      'targets.t.settings.creat',
    ],
    ['an unknown engine', { profiles: { p: { url: 'nope://x/y' } } }, 'profiles.p.url'],
    ['an unset variable', { defaults: { exclude: ['${NO_SUCH}'] }, profiles: { p: {} } }, 'defaults.exclude[0]'],
    ['no desired state', { to: './nowhere', profiles: { p: { url: 'sqlite:./a.db' } } }, 'to'],
    ['a target without a URL', { targets: { t: {} }, profiles: { p: { target: 't' } } }, 'targets.t has no url'],
    ['an unset secret', { url: 'env:NO_SUCH', profiles: { p: {} } }, 'url'],
  ])('with %s is told by file and place', async (_, config, place) => {
    const wrong = await project({ 'schema-sync.config.json': JSON.stringify({ to: './s', ...config }), 's/a.sql': '' });
    const outcome = await schemaSync(wrong, ['validate', '--profile', 'p']);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain(`${join(wrong, 'schema-sync.config.json')}: ${place}`);
  });

  test.each([
    [['inspect', 'app.db'], 'If app.db is a database, write it as a URL: sqlite:app.db.'],
    [['diff', '--from', './nope.sqlite3', '--to', 'schema'], 'write it as a URL: sqlite:./nope.sqlite3.'],
    [['validate', '--url', './app.db', '--to', 'schema'], 'Did you mean sqlite:./app.db?'],
    [['inspect', 'nope.sql'], 'A source is a file or folder'],
    [['inspect', 'nope.cql'], 'A source is a file or folder'],
  ])('a path where a URL is meant: %j', async (argv, hint) => {
    expect(await run(...argv)).toMatchObject({ code: 1, stderr: expect.stringContaining(hint) });
  });

  test('of a snapshot that is not kept is refused by name', async () => {
    expect((await run('snapshot', 'list')).stdout).toBe('no snapshots\n');
    expect((await run('snapshot', 'list', 'relase')).stderr).toContain(
      'error[NOT_FOUND] no snapshot is kept as relase',
    );
    await run('snapshot', 'save', 'release', './schema');
    const outcome = await run('snapshot', 'list', 'relase');
    expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('did you mean release?') });
  });

  test('keeps snapshots in the database where it says so', async () => {
    const inside = await project({
      'schema-sync.config.yaml': 'url: sqlite:./app.db\nsnapshots:\n  store: database\n',
    });
    await execute(inside, ...before);
    expect((await schemaSync(inside, ['snapshot', 'save', 'Now'])).stdout).toContain('✓ Now@1');
    expect((await schemaSync(inside, ['snapshot', 'list'])).stdout).toMatch(/^Now@1 /);
    expect((await schemaSync(inside, ['snapshot', 'diff', 'Now', 'Now@1'])).stdout).toContain('✓ no differences');
    expect((await schemaSync(inside, ['diff', '--to', 'snapshot:Now', '--exit-code'])).code).toBe(0);
  });
});

describe('secrets', () => {
  const secret = 'correct-horse-battery';

  test.each([
    ['inspect', `x://me:${secret}@host/db`],
    ['inspect', `sqlite://me:${secret}@host/db`],
    ['diff', '--from', 'env:URL', '--to', 'cmd:no-such-program'],
    ['sync', '--url', 'env:URL', '--to', './schema', '--yes'],
  ])('are in no output of %s %s', async (...argv) => {
    for (const format of [[], ['--format', 'json'], ['--verbose']]) {
      const outcome = await schemaSync(folder, [...argv, ...format], { env: { URL: `sqlite://me:${secret}@host/db` } });
      expect(outcome.code).not.toBe(0);
      expect(outcome.stdout + outcome.stderr).not.toContain(secret);
    }
  });
});

describe('hostile names', () => {
  test('do not reach the terminal as what they are', async () => {
    await execute(folder, 'CREATE TABLE "x\u001b[2J\u202e" ("a\u0007\nb" TEXT)');
    for (const argv of [
      ['inspect', 'sqlite:./app.db'],
      ['diff', ...goal],
      ['plan', ...goal],
      ['validate', ...goal, '--format', 'json'],
    ]) {
      const { stdout, stderr } = await run(...argv);
      for (const char of ['\u0007', '\u001b', '\u202e']) expect(stdout + stderr).not.toContain(char);
    }
  });
});

describe('a database that does not exist', () => {
  const typo = ['--url', 'sqlite:./apq.db', '--to', './schema'] as const;
  const isThere = () =>
    stat(join(folder, 'apq.db')).then(
      () => true,
      () => false,
    );

  test('is said to be missing by whoever compares, and is not made', async () => {
    for (const [argv, code] of [
      [['plan', ...typo], 0],
      [['diff', ...typo], 0],
      [['validate', ...typo], 3],
      [['sync', ...typo, '--dry-run'], 1],
      [['sync', ...typo, '--dry-run', '--create'], 0],
    ] as const) {
      const outcome = await run(...argv);
      expect(outcome).toMatchObject({ code, stderr: expect.stringMatching(/apq\.db does not exist/) });
    }
    expect(await isThere()).toBe(false);
  });

  test('is made where that was said, and not by --yes alone', async () => {
    const refused = await run('sync', ...typo, '--yes');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('add --create') });
    expect(await isThere()).toBe(false);
    expect((await run('sync', ...typo, '--yes', '--create')).code).toBe(0);
    expect(await isThere()).toBe(true);
  });

  test('is no more made by a plan that was reviewed', async () => {
    const apply = ['apply', 'plan.json', '--url', 'sqlite:./apq.db', '--yes'];
    await run('plan', '--url', 'sqlite:./new.db', '--to', './schema', '-o', 'plan.json');
    expect(await run(...apply)).toMatchObject({ code: 1, stderr: expect.stringContaining('add --create') });
    expect(await isThere()).toBe(false);
    expect((await run(...apply, '--create')).code).toBe(0);
    expect(await isThere()).toBe(true);
  });

  test('is said to be missing where a plan of another state is run, and is not made', async () => {
    const apply = ['apply', 'plan.json', '--url', 'sqlite:./apq.db', '--yes'];
    await run('plan', '--url', 'sqlite:./app.db', '--to', './schema', '-o', 'plan.json');
    const refused = await run(...apply);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error\[CONNECTION_FAILED\].*apq\.db does not exist/m),
    });
    const misfit = await run(...apply, '--create');
    expect(misfit).toMatchObject({ code: 3, stderr: expect.stringContaining('does not start from an empty one') });
    expect(await isThere()).toBe(false);
  });
});
