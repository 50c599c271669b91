import { beforeEach, describe, expect, test } from 'vitest';
import { execute, project, schemaSync, withDatabase, write } from './support.js';

let folder = '';
const goal = ['--url', 'sqlite:./app.db', '--to', './s.yaml', '--with', 'seeds'];
const run = (...argv: readonly string[]) => schemaSync(folder, argv);
const rows = (table: string) =>
  withDatabase(folder, (connection) => connection.query({ text: `SELECT * FROM ${table} ORDER BY id` }));

const table = (name: string, columns: string, more: string, seeds: readonly string[]) => `---
kind: Table
spec:
  name: ${name}
  schema:
    sqlite:
      primaryKey: [id]
      columns: [{ name: id, type: integer }, ${columns}]
${more}
  seedData:
    rows:
${seeds.map((row) => `      - columns: [${row}]`).join('\n')}
`;

const value = (column: string, text: string) => `{ column: ${column}, value: { ${text} } }`;

/** Members come first, and the first of them needs the second and a role. */
const members = table(
  'members',
  '{ name: boss, type: integer }, { name: role, type: integer }, { name: name, type: text, collation: nocase }',
  `      foreignKeys:
        - { columns: [boss], references: { table: members, columns: [id] } }
        - { columns: [role], references: { table: roles, columns: [id] } }`,
  [
    [value('id', 'int: 1'), value('boss', 'int: 2'), value('role', 'int: 1'), value('name', 'str: Ann')].join(', '),
    [value('id', 'int: 2'), value('role', 'int: 1'), value('name', 'str: ""')].join(', '),
  ],
);
const roles = table('roles', '{ name: level, type: integer }', '', [
  [value('id', 'int: 1'), value('level', 'int: 0x10')].join(', '),
  [value('id', 'int: 2'), value('level', 'str: "2.0"')].join(', '),
]);

beforeEach(async () => {
  folder = await project({ 's.yaml': members + roles });
  await execute(folder, 'CREATE TABLE roles (id INTEGER PRIMARY KEY, level INTEGER)');
});

describe('seed rows', () => {
  test('are compared, proven, written in the order of their references, and then in sync', async () => {
    const before = await run('validate', ...goal);
    expect(before.code).toBe(3);
    expect(before.stdout).toContain('~ seed rows of roles: 2 rows missing');
    expect(before.stdout).toContain('~ seed rows of members: 2 rows missing');
    const sync = await run('sync', ...goal, '--yes');
    expect(sync).toMatchObject({ code: 0, stdout: expect.stringContaining('proven ✓ up and down on') });
    expect(sync.stdout).toContain(', seed rows too');
    expect(await rows('members')).toEqual([
      { id: 1, boss: 2, role: 1, name: 'Ann' },
      { id: 2, boss: null, role: 1, name: '' },
    ]);
    expect(await rows('roles')).toEqual([
      { id: 1, level: 16 },
      { id: 2, level: 2 },
    ]);
    expect((await run('validate', ...goal)).code).toBe(0);
    expect((await run('sync', ...goal, '--yes')).stdout).toContain('✓ in sync');
  });

  test('that differ are told, and what is told without them does not change', async () => {
    await run('sync', ...goal, '--yes');
    await execute(
      folder,
      "UPDATE members SET name = 'ANN', boss = NULL WHERE id = 1",
      'DELETE FROM members WHERE id = 2',
    );
    const json = JSON.parse((await run('validate', ...goal, '--format', 'json')).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ inSync: false, seeds: [{ table: 'members', missing: 1, different: 1 }], changes: [] });
    const dry = ['sync', ...goal, '--dry-run', '--allow', 'data-loss'];
    expect(JSON.parse((await run(...dry, '--format', 'json')).stdout)).toMatchObject({
      inSync: false,
      seeds: json.seeds,
    });
    const { stdout } = await run(...dry);
    expect(stdout).toContain('~ seed rows of members: 1 row missing, 1 row different');
    expect(stdout).not.toContain('no differences');
    expect((await run('diff', ...goal, '--exit-code')).code).toBe(3);
    const without = await run('validate', ...goal.slice(0, 4));
    expect(without.code).toBe(0);
    expect(without.stderr).toMatch(/seed rows of .*members.* are left out: --with seeds takes them in/);
    await run('sync', ...goal, '--yes', '--allow', 'data-loss');
    const taken = await run('validate', ...goal);
    expect(taken.code).toBe(0);
    expect(taken.stderr).not.toContain('left out');
  });

  test('overwrite what rows hold only where that is allowed', async () => {
    await execute(folder, 'INSERT INTO roles VALUES (1, 5)');
    const stopped = await run('sync', ...goal, '--yes');
    expect(stopped).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('1 row of roles gets the values of the seed in place of their own [data-loss]'),
    });
    expect(await rows('roles')).toEqual([{ id: 1, level: 5 }]);
    expect((await run('sync', ...goal, '--yes', '--allow', 'data-loss')).code).toBe(0);
  });

  test('take the place of a NULL only where that is allowed, as a default does', async () => {
    await execute(folder, 'INSERT INTO roles VALUES (1, NULL)');
    const stopped = { code: 1, stderr: expect.stringMatching(/GATE_CLOSED[\s\S]*\[data-loss\]/) };
    expect(await run('sync', ...goal, '--yes')).toMatchObject(stopped);
    await write(folder, { 'd.sql': 'CREATE TABLE roles (id INTEGER PRIMARY KEY, level INTEGER NOT NULL DEFAULT 1);' });
    expect(await run('sync', ...goal.slice(0, 2), '--to', 'd.sql', '--yes')).toMatchObject(stopped);
    expect(await rows('roles')).toEqual([{ id: 1, level: null }]);
  });

  test('fill a column that the plan adds, which overwrites nothing', async () => {
    await execute(
      folder,
      'DROP TABLE roles',
      'CREATE TABLE roles (id INTEGER PRIMARY KEY)',
      'INSERT INTO roles VALUES (1)',
    );
    const { code, stdout } = await run('sync', ...goal, '--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('no hazards');
    expect(await rows('roles')).toHaveLength(2);
  });

  test('are looked up by the names that columns have before they are renamed', async () => {
    await execute(folder, 'DROP TABLE roles', 'CREATE TABLE roles (number INTEGER PRIMARY KEY, level INTEGER)');
    await execute(folder, 'INSERT INTO roles VALUES (1, 16)');
    const { code, stdout } = await run('sync', ...goal, '--rename', 'roles.number=roles.id', '--yes');
    expect(stdout).toContain('seed roles: 1 row');
    expect(code).toBe(0);
    expect((await run('validate', ...goal)).code).toBe(0);
  });

  test('of an old plan leave alone what somebody wrote since', async () => {
    await execute(folder, 'INSERT INTO roles VALUES (2, 5)');
    await run('plan', ...goal, '-o', 'plan.json');
    const apply = () => run('apply', 'plan.json', '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss');
    await execute(folder, 'INSERT INTO roles VALUES (1, 7)');
    expect(await apply()).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('rows of "roles" were added: id 1'),
    });
    expect(await rows('roles')).toEqual([
      { id: 1, level: 7 },
      { id: 2, level: 5 },
    ]);
  });

  test('are not written where a row that was to change is gone', async () => {
    await run('sync', ...goal.slice(0, 4), '--yes');
    await execute(folder, 'INSERT INTO roles VALUES (2, 5)');
    await run('plan', ...goal, '-o', 'plan.json');
    await execute(folder, 'DELETE FROM roles');
    expect(await run('apply', 'plan.json', '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('rows of "roles" are gone: id 2'),
    });
    expect(await rows('roles')).toEqual([]);
  });

  test('with a key of several columns are checked, too', async () => {
    const pairs = (seeds: readonly string[]) =>
      table('pairs', '{ name: b, type: text }, { name: n, type: integer }', '', seeds).replace('[id]', '[id, b]');
    const pair = (b: string, n: number) =>
      [value('id', 'int: 1'), value('b', `str: ${b}`), value('n', `int: ${n}`)].join(', ');
    await write(folder, { 's.yaml': pairs([pair('x', 1), pair('y', 2)]) + roles });
    await run('sync', ...goal.slice(0, 4), '--yes');
    await execute(folder, "INSERT INTO pairs VALUES (1, 'y', 5)");
    await run('plan', ...goal, '-o', 'plan.json');
    await execute(folder, "INSERT INTO pairs VALUES (1, 'x', 7)");
    const apply = () => run('apply', 'plan.json', '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss');
    expect((await apply()).stderr).toContain('rows of "pairs" were added: id 1, b x');
    await execute(folder, "DELETE FROM pairs WHERE b = 'x'");
    expect((await apply()).code).toBe(0);
    expect((await run('validate', ...goal)).code).toBe(0);
  });

  describe('of a plan that is applied later', () => {
    const only = ['--url', 'sqlite:./app.db'];
    const plan = () => run('plan', ...goal, '-o', 'plan.json');
    const apply = (...more: readonly string[]) => run('apply', 'plan.json', ...only, '--yes', ...more);
    const three = table('three', '{ name: w, type: text }, { name: v, type: text }', '', [
      [value('id', 'int: 1'), value('w', 'str: x'), value('v', 'str: a')].join(', '),
    ]);
    const create = (...statements: readonly string[]) =>
      write(folder, { 's.yaml': three }).then(() => execute(folder, 'DROP TABLE roles', ...statements));

    test('overwrite nothing that was written since beside a column that the plan adds', async () => {
      await create('CREATE TABLE three (id INTEGER PRIMARY KEY, w TEXT)', "INSERT INTO three VALUES (1, 'x')");
      expect((await plan()).stdout).toContain('no hazards');
      await execute(folder, "UPDATE three SET w = 'precious'");
      expect(await apply()).toMatchObject({ code: 3, stderr: expect.stringContaining('"three" were changed: id 1') });
      expect(await rows('three')).toEqual([{ id: 1, w: 'precious' }]);
      await execute(folder, "UPDATE three SET w = 'x'");
      expect((await apply()).code).toBe(0);
      expect(await rows('three')).toEqual([{ id: 1, w: 'x', v: 'a' }]);
    });

    test('overwrite what was seen and nothing else', async () => {
      await create(
        'CREATE TABLE three (id INTEGER PRIMARY KEY, w TEXT, v TEXT)',
        "INSERT INTO three VALUES (1, 'x', 'b')",
      );
      await plan();
      await execute(folder, "UPDATE three SET v = 'c'");
      expect(await apply('--allow', 'data-loss')).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('"three" were changed: id 1'),
      });
      await execute(folder, "UPDATE three SET v = 'b'");
      expect((await apply('--allow', 'data-loss')).code).toBe(0);
      expect((await apply('--allow', 'data-loss')).stdout).toContain('already applied by run');
    });

    test('count as applied only while all of them stand', async () => {
      await create('CREATE TABLE three (id INTEGER PRIMARY KEY, w TEXT, v TEXT)');
      await plan();
      expect((await apply()).code).toBe(0);
      expect(await apply()).toMatchObject({ code: 0, stdout: expect.stringContaining('already applied by run') });
      await execute(folder, "UPDATE three SET w = 'changed'");
      expect(await apply()).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(/applied this plan already[\s\S]*rows of "three" were changed: id 1/),
      });
    });

    test('count as applied only while they stand, too, where the plan made their table', async () => {
      await create();
      await plan();
      expect((await apply()).code).toBe(0);
      expect(await apply()).toMatchObject({ code: 0, stdout: expect.stringContaining('already applied by run') });
      await execute(folder, 'DELETE FROM three');
      expect(await apply()).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('rows of "three" are gone: id 1'),
      });
    });

    test('count as applied only while they stand, too, where later runs came after it', async () => {
      await create();
      await plan();
      expect((await apply()).code).toBe(0);
      const wider = three.replace('{ name: v, type: text }', '{ name: v, type: text }, { name: z, type: text }');
      await write(folder, { 's.yaml': wider });
      expect((await run('sync', ...goal, '--yes')).code).toBe(0);
      expect(await apply()).toMatchObject({ code: 0, stdout: expect.stringContaining('a later run stands on it') });
      await execute(folder, "UPDATE three SET w = 'changed'");
      expect(await apply()).toMatchObject({ code: 3, stderr: expect.stringContaining('"three" were changed: id 1') });
      await write(folder, { 's.yaml': wider.replace('str: x', 'str: y') });
      expect((await run('sync', ...goal, '--yes', '--allow', 'data-loss')).code).toBe(0);
      expect(await apply()).toMatchObject({ code: 0, stdout: expect.stringContaining('later runs stand on it') });
    });

    test('are there already where somebody else wrote them', async () => {
      await create('CREATE TABLE three (id INTEGER PRIMARY KEY, w TEXT, v TEXT)');
      await plan();
      await execute(folder, "INSERT INTO three VALUES (1, 'x', 'a')");
      expect(await apply()).toMatchObject({ code: 3, stderr: expect.stringContaining('there is nothing to do') });
    });
  });

  test('are not written again by taking back what took them back', async () => {
    await run('sync', ...goal, '--yes');
    const back = await run('down', 'last', '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss');
    await execute(folder, 'UPDATE roles SET level = 7');
    const [, undo = ''] = /\(run ([0-9a-f]+)\)/.exec(back.stdout) ?? [];
    const again = await run('down', undo, '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss');
    expect(again.code).toBe(0);
    expect(await rows('members')).toEqual([]);
    expect(await rows('roles')).toEqual([
      { id: 1, level: 7 },
      { id: 2, level: 7 },
    ]);
  });

  test('stay when a run is taken back, and the plan and the way back say so', async () => {
    await run('sync', ...goal.slice(0, 4), '--yes');
    await execute(folder, 'INSERT INTO roles VALUES (1, 5)');
    const { stdout } = await run('sync', ...goal, '--yes', '--allow', 'data-loss');
    expect(stdout).toContain('adds 2 rows to members, which stay');
    expect(stdout).toContain('changes 1 row of roles, whose values before are not kept');
    const [, ofRows = ''] = /\(run ([0-9a-f]+)\)/.exec(stdout) ?? [];
    const back = await run('down', ofRows, '--url', 'sqlite:./app.db', '--yes');
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to take back') });
    expect(back.stderr).toContain('adds 2 rows to members, which stay');
    expect(await rows('members')).toHaveLength(2);
  });

  test('have no way back, so that the last run to be taken back is named, and not guessed', async () => {
    const down = (name: string) => run('down', name, '--url', 'sqlite:./app.db', '--yes', '--allow', 'data-loss');
    const [, ofSchema = ''] =
      /\(run ([0-9a-f]+)\)/.exec((await run('sync', ...goal.slice(0, 4), '--yes')).stdout) ?? [];
    const [, ofRows = ''] = /\(run ([0-9a-f]+)\)/.exec((await run('sync', ...goal, '--yes')).stdout) ?? [];
    expect(await down('last')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`NOT_FOUND.*${ofRows}[^]*schema-sync down ${ofSchema}`)),
    });
    expect(await rows('members')).toHaveLength(2);
    expect((await down(ofSchema)).code).toBe(0);
    expect(await down('last')).toMatchObject({ code: 1, stderr: expect.stringContaining('No run before it stands') });
  });

  test('that refer to rows of the database cannot be tried without them, which is said', async () => {
    await execute(folder, 'INSERT INTO roles VALUES (7, 7)');
    await write(folder, { 's.yaml': members.replace(value('role', 'int: 1'), value('role', 'int: 7')) + roles });
    const { stdout } = await run('plan', ...goal);
    expect(stdout).toContain('and 3 of 4 seed rows: the others refer to rows of the database');
  });

  test('that no database can take are refused before anything is touched', async () => {
    const checked = roles.replace(
      '      columns:',
      '      checks: [{ name: low, expression: level < 10 }]\n      columns:',
    );
    await write(folder, { 's.yaml': checked });
    const outcome = await run('sync', ...goal, '--yes', '--allow', 'all');
    expect(outcome).toMatchObject({ code: 3, stderr: expect.stringContaining('writing the seed rows fails') });
  });

  test('of fixtures are in the order of their references, too', async () => {
    const { stdout } = await run('fixtures', './s.yaml', '--engine', 'sqlite');
    expect(stdout.indexOf('INSERT INTO "roles"')).toBeGreaterThan(0);
    expect(stdout.indexOf('INSERT INTO "roles"')).toBeLessThan(stdout.indexOf('INSERT INTO "members"'));
    expect(stdout.indexOf("VALUES (2, '1.0'")).toBeLessThan(stdout.indexOf('VALUES (1, 2, 1'));
  });

  test('are asked for by a name that is checked', async () => {
    expect(await run('validate', ...goal.slice(0, 4), '--with', 'seedz')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no part "seedz"; did you mean seeds\?[\s\S]*column-order, seeds/),
    });
  });
});
