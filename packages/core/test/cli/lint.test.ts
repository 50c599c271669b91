import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/cli/lint/sarif.js';
import { execute, project, schemaSync } from './support.js';

const files = {
  'before/a.sql': 'CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, old TEXT);',
  'schema/a.sql': 'CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);',
};
const placed = (uri: string, startLine: number) => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } },
});
const sqlite = ['--engine', 'sqlite'];

describe('lint', () => {
  test('reports the hazards of the way from another state, and fails on those that it is asked to', async () => {
    const folder = await project(files);
    const lint = ['lint', './schema', '--from', './before', ...sqlite];
    const told = await schemaSync(folder, lint);
    expect(told).toMatchObject({ code: 0, stdout: expect.stringMatching(/^! data-loss .*drops column notes\.old/m) });
    expect((await schemaSync(folder, [...lint, '--fail-on', 'gated'])).code).toBe(3);
    expect((await schemaSync(folder, [...lint, '--fail-on', 'data-loss'])).code).toBe(3);
    expect((await schemaSync(folder, [...lint, '--fail-on', 'access'])).code).toBe(0);
    expect((await schemaSync(folder, ['lint', './schema', ...sqlite, '--fail-on', 'all'])).code).toBe(0);
  });

  test('takes renames for the way from another state, and for nothing else', async () => {
    const folder = await project({
      ...files,
      'schema/a.sql': 'CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, new TEXT);',
    });
    const lint = ['lint', './schema', ...sqlite, '--rename', 'notes.old=notes.new'];
    const { stdout } = await schemaSync(folder, [...lint, '--from', './before', '--format', 'json']);
    expect(JSON.parse(stdout).hazards.map(({ code }: { code: string }) => code)).toEqual(['breaks-clients']);
    expect((await schemaSync(folder, lint)).stderr).toContain('error[USAGE] --rename needs --from');
    expect((await schemaSync(folder, [...lint, '--statements'])).stderr).toContain('does not go with --statements');
  });

  test('finds the hazards between two snapshots, which name no server', async () => {
    const folder = await project(files);
    for (const state of ['before', 'schema']) {
      const { stdout } = await schemaSync(folder, ['inspect', `./${state}`, ...sqlite, '--format', 'json']);
      await writeFile(join(folder, `${state}.json`), stdout);
    }
    const told = await schemaSync(folder, ['lint', './schema.json', '--from', './before.json', ...sqlite]);
    expect(told.stdout).toMatch(/^! data-loss .*drops column notes\.old/m);
  });

  test('takes the desired state from the config where only --from is given', async () => {
    const config = '{ "engine": "sqlite", "to": "./schema" }';
    const folder = await project({ ...files, 'schema-sync.config.json': config });
    const { stdout } = await schemaSync(folder, ['lint', '--from', './before', '--format', 'json']);
    const { origin, hazards } = JSON.parse(stdout);
    expect([origin, hazards[0].code]).toEqual(['./schema', 'drops-column']);
  });

  test('reports the hazards of a plan, as it is written and as it is printed', async () => {
    const folder = await project(files);
    await execute(folder, files['before/a.sql']);
    const plan = ['plan', '--url', 'sqlite:./app.db', '--to', './schema'];
    await schemaSync(folder, [...plan, '-o', 'plan.json']);
    const told = await schemaSync(folder, ['lint', 'plan.json', '--format', 'json', '--fail-on', 'gated']);
    expect(told.code).toBe(3);
    expect(JSON.parse(told.stdout).hazards).toMatchObject([
      { code: 'drops-column', gated: true, step: 1 },
      { code: 'rewrites-table', gated: false, step: 1 },
    ]);
    expect((await schemaSync(folder, ['lint', 'plan.json', '--from', './before'])).stderr).toContain('error[USAGE]');
    await schemaSync(folder, ['plan', '--url', 'sqlite:./app.db', '--to', './schema', '-o', 'plan.json']);
    expect((await schemaSync(folder, ['lint', 'plan.json'])).stdout).toMatch(/2 hazards in plan\.json$/m);
  });

  test('writes SARIF with rules, levels and places', async () => {
    const folder = await project(files);
    const lint = ['lint', './schema', '--from', './before', ...sqlite, '--format', 'sarif', '--fail-on', 'gated'];
    const { code, stdout } = await schemaSync(folder, lint);
    const { version, runs } = JSON.parse(stdout);
    expect([code, version]).toEqual([3, '2.1.0']);
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['drops-column', 'rewrites-table']);
    expect(runs[0].results).toMatchObject([
      {
        ruleId: 'drops-column',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            ...placed('schema/a.sql', 1),
            logicalLocations: [{ fullyQualifiedName: expect.stringContaining('table:notes') }],
          },
        ],
      },
      { ruleId: 'rewrites-table', ruleIndex: 1, level: 'warning' },
    ]);
  });

  test('writes SARIF with all that code hosts ask for', async () => {
    const folder = await project({
      'before/a.sql': 'CREATE TABLE a (id INTEGER, x, y); CREATE TABLE b (id INTEGER);',
      'schema/a.sql': 'CREATE TABLE a (id INTEGER);',
    });
    const lint = ['lint', './schema', '--from', './before', ...sqlite, '--format', 'sarif', '--fail-on', 'gated'];
    const { runs } = JSON.parse((await schemaSync(folder, lint)).stdout);
    const { rules } = runs[0].tool.driver;
    const text = { text: expect.stringMatching(/^\S.*/) };
    expect(rules.length).toBeGreaterThan(1);
    for (const rule of rules) {
      expect(rule).toMatchObject({ id: rule.name, shortDescription: text, fullDescription: text, help: text });
      expect(rule.properties['problem.severity']).toBe(rule.defaultConfiguration.level);
    }
    for (const { ruleId, ruleIndex, level, locations } of runs[0].results) {
      expect(rules[ruleIndex]).toMatchObject({ id: ruleId, defaultConfiguration: { level } });
      expect(locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/^\.|\s/);
    }
    const told = (document: string) =>
      JSON.parse(document).runs[0].results.map(
        (result: { readonly partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
      );
    const before = told((await schemaSync(folder, lint)).stdout);
    expect(new Set(before).size).toBe(before.length);
    await writeFile(join(folder, 'schema/a.sql'), '-- a line more\n\nCREATE TABLE a (id INTEGER);');
    expect(told((await schemaSync(folder, lint)).stdout)).toEqual(before);
  });

  test('puts what is wrong with a source into the report, each failure at its line', async () => {
    const folder = await project({
      'schema/a b.sql': 'CREATE TABLE a (id INTEGER);\nCREATE TABL b (id INTEGER);',
      'schema/c.sql': 'CREATE VIEW v AS SELEC 1;',
    });
    const sarif = await schemaSync(folder, ['lint', './schema', ...sqlite, '--format', 'sarif']);
    expect(sarif.code).toBe(1);
    const [run] = JSON.parse(sarif.stdout).runs;
    expect(run.results).toMatchObject([
      { level: 'error', locations: [placed('schema/a%20b.sql', 2)] },
      { level: 'error', locations: [placed('schema/c.sql', 1)] },
    ]);
    const junit = await schemaSync(folder, ['lint', './schema', ...sqlite, '--format', 'junit']);
    expect(junit.stdout.match(/<failure /g)).toHaveLength(2);
  });

  test('places each hazard where the desired state says what it is about, and what goes where it was said', async () => {
    const folder = await project({
      'before/a.sql': 'CREATE TABLE kept (id INTEGER PRIMARY KEY, a TEXT);',
      'before/sub/b.sql': '-- first\nCREATE TABLE gone (id INTEGER);\nCREATE INDEX kept_a ON kept (a);',
      'schema/a.sql': '-- one\n-- two\nCREATE TABLE kept (id INTEGER PRIMARY KEY);',
    });
    const lint = ['lint', './schema', '--from', './before', ...sqlite];
    const sarif = await schemaSync(folder, [...lint, '--format', 'sarif']);
    const placesOf = (text: string) =>
      JSON.parse(text).runs[0].results.map(({ ruleId, locations: [at] }: { ruleId: string; locations: object[] }) => [
        ruleId,
        at,
      ]);
    expect(placesOf(sarif.stdout)).toMatchObject([
      ['drops-table', placed('before/sub/b.sql', 2)],
      ['drops-column', placed('schema/a.sql', 3)],
      ['rewrites-table', placed('schema/a.sql', 3)],
    ]);
    await promisify(execFile)('git', ['init', '-q'], { cwd: folder });
    await promisify(execFile)('git', ['add', '.'], { cwd: folder });
    const who = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@localhost'];
    await promisify(execFile)('git', [...who, 'commit', '-qm', 'before'], { cwd: folder });
    const since = ['lint', './schema', '--from', 'git:HEAD:before', ...sqlite, '--format', 'sarif'];
    const [gone] = placesOf((await schemaSync(folder, since)).stdout);
    expect(gone).toMatchObject([
      'drops-table',
      { physicalLocation: { artifactLocation: { uri: 'before/sub/b.sql' } } },
    ]);
    expect(gone[1].physicalLocation.region, 'a line of another revision').toBeUndefined();
    const junit = await schemaSync(folder, [...lint, '--format', 'junit']);
    expect(junit.stdout).toMatch(
      /before\/sub\/b\.sql:2: drops table gone[\s\S]*schema\/a\.sql:3: drops column kept\.a/,
    );
  });

  test('writes JUnit in which only what fails fails, whatever a name holds', async () => {
    const name = 'no"te<s>&\u0001';
    const folder = await project({
      'before/a.sql': `CREATE TABLE "${name.replaceAll('"', '""')}" (id INTEGER);`,
      'schema/a.sql': 'CREATE TABLE other (a, b);',
    });
    const lint = ['lint', './schema', '--from', './before', ...sqlite, '--format', 'junit'];
    const passing = (await schemaSync(folder, lint)).stdout;
    expect(passing).toMatch(/<testsuite name="schema-sync lint \.\/schema" tests="1" failures="0" errors="0">/);
    expect(passing).toContain('no&quot;te&lt;s&gt;&amp;\ufffd');
    const failing = await schemaSync(folder, [...lint, '--fail-on', 'gated']);
    expect(failing).toMatchObject({ code: 3, stdout: expect.stringContaining('<failure type="drops-table"') });
    const clean = await schemaSync(folder, ['lint', './schema', ...sqlite, '--format', 'junit']);
    expect(clean.stdout).toContain('<testcase classname="lint" name="./schema"/>');
  });

  test.each([
    ['a.sql:3:14', { file: 'a.sql', line: 3, column: 14 }],
    ['C:/x/a.sql:3', { file: 'C:/x/a.sql', line: 3 }],
    ['git:main:schema', { file: 'git:main:schema' }],
    ['./schema', { file: './schema' }],
  ])('takes %s apart', (at, place) => {
    expect(placeOf(at)).toEqual(place);
  });
});
