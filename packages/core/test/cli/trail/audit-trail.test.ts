import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditFile } from '../../../src/cli/trail/audit-file.js';
import { type Followed, Follower } from '../../../src/cli/trail/chain.js';
import { ciOf } from '../../../src/cli/trail/ci.js';
import { createRedactor } from '../../../src/config/redact.js';
import { hashText } from '../../../src/model/hash.js';
import type { AuditEntry } from '../../../src/run/journal-format.js';
import { project, schemaSync, throughPipes, withDatabase } from '../support.js';

const newFile = async () => join(await mkdtemp(join(tmpdir(), 'trail-')), 'audit.jsonl');

function entry(run: string, summary = 's'): AuditEntry {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    type: 'step',
    tenant: 'a',
    run,
    step: 1,
    change: 'c',
    summary,
    hash: 'h',
    outcome: 'done',
    startedAt: at,
  };
}

const sink = (file: string) => auditFile(file, createRedactor());

async function trailOf(count: number): Promise<{ readonly file: string; readonly lines: readonly string[] }> {
  const file = await newFile();
  const trail = sink(file);
  await trail.ready?.();
  for (let i = 0; i < count; i++) await trail.write(entry(`run ${i}`));
  return { file, lines: await linesOf(file) };
}

const linesOf = async (file: string) => (await readFile(file, 'utf8')).split('\n').filter(Boolean);

function follow(lines: readonly string[], heads: readonly string[] = []): Followed {
  const follower = new Follower(heads);
  for (const line of lines) follower.add(line);
  return follower.end();
}

describe('an audit trail', () => {
  test('follows itself from the first line to the last', async () => {
    const { lines } = await trailOf(5);
    expect(follow(lines)).toEqual({
      lines: 5,
      unchained: 0,
      cutShort: [],
      breaks: [],
      missing: [],
      head: hashText(lines[4] ?? ''),
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      follows: [hashText(lines[0] ?? '')],
      type: 'step',
      run: 'run 1',
    });
  });

  test('has a line for each entry, and no more, whatever the names in it hold', async () => {
    const file = await newFile();
    const trail = sink(file);
    const names = ['a\u2028b', 'a\u2029b', 'a\u0085b', 'a\nb', 'a\rb', 'a\u0007\u001b[31mb', 'a\u202eb'];
    for (const name of names) await trail.write(entry('run', name));
    const text = await readFile(file, 'utf8');
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202e]/u);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).summary),
    ).toEqual(names);
    // Lines of older releases hold such characters as they are.
    const old = await newFile();
    await writeFile(old, `${JSON.stringify({ follows: [], summary: 'a\u2028b' })}\n`);
    for (const each of [file, old])
      expect(await throughPipes('.', ['audit', 'verify', each])).toMatchObject({ code: 0 });
  });

  test('shows whatever line was changed, taken away, put in or moved, unless it was the last', async () => {
    const { lines } = await trailOf(8);
    const forged = (at: number) => JSON.stringify({ follows: [hashText(lines[at - 1] ?? '')], forged: true });
    const edits: Readonly<Record<string, (at: number) => readonly string[]>> = {
      changed: (at) => lines.with(at, (lines[at] ?? '').replace('run ', 'ruin ')),
      'taken away': (at) => lines.toSpliced(at, 1),
      'put in': (at) => lines.toSpliced(at, 0, forged(at)),
      'put in without a link': (at) => lines.toSpliced(at, 0, '{"forged":true}'),
      doubled: (at) => lines.toSpliced(at, 0, lines[at] ?? ''),
      moved: (at) => lines.toSpliced(at, 1).toSpliced(at + 1, 0, lines[at] ?? ''),
    };
    for (const [name, edit] of Object.entries(edits))
      for (let at = 1; at < 6; at++) expect(follow(edit(at)).breaks, `${name} at ${at}`).not.toEqual([]);
    expect(follow(lines.slice(1)).breaks).toMatchObject([{ line: 1 }]);
  });

  test('shows that its end was cut off to who noted its head', async () => {
    const { lines } = await trailOf(4);
    const { head = '' } = follow(lines);
    expect(follow(lines.slice(0, 3)).breaks).toEqual([]);
    expect(follow(lines.slice(0, 3), [head])).toMatchObject({ missing: [head] });
    expect(follow([...lines, `{"follows":["${head}"],"x":1}`], [head])).toMatchObject({ missing: [], breaks: [] });
  });

  test('is whole whoever writes it at the same time, in one process', async () => {
    const file = await newFile();
    const writers = Array.from({ length: 10 }, () => sink(file));
    await Promise.all(
      writers.map(async (writer, i) => {
        for (let at = 0; at < 20; at++) await writer.write(entry(`${i}.${at}`));
      }),
    );
    await sink(file).write(entry('last'));
    expect(follow(await linesOf(file))).toMatchObject({ lines: 201, breaks: [], cutShort: [] });
  });

  test('of any order in which writers read and append shows no break, and each change of what was read', () => {
    const steps = fc.array(fc.record({ writer: fc.nat(3), reads: fc.boolean() }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.nat(), (moments, where) => {
        const lines: string[] = [];
        const read = new Map<number, number>();
        for (const [i, { writer, reads }] of moments.entries()) {
          if (reads) read.set(writer, lines.length);
          else lines.push(lineAfter(lines.slice(0, read.get(writer) ?? 0), `${writer} ${i}`));
        }
        lines.push(lineAfter(lines, 'last'));
        expect(follow(lines).breaks).toEqual([]);
        const at = where % lines.length;
        if (at === lines.length - 1) return;
        const changed = lines.with(at, (lines[at] ?? '').replace('"run"', '"ran"'));
        expect(follow(changed).breaks).not.toEqual([]);
        expect(follow(lines.toSpliced(at, 1)).breaks).not.toEqual([]);
      }),
    );
  });

  test('goes on after lines from before they were chained, and after one that was cut short', async () => {
    const file = await newFile();
    await writeFile(file, '{"type":"run"}\n{"type":"step"}\n');
    await sink(file).write(entry('one'));
    await appendFile(file, '{"follows":["12');
    const [one, two] = [sink(file), sink(file)];
    await one.write(entry('two'));
    await two.write(entry('three'));
    await one.write(entry('four'));
    const lines = await linesOf(file);
    expect(follow(lines)).toMatchObject({ lines: 7, unchained: 2, cutShort: [4], breaks: [] });
    expect(follow(lines.with(1, '{"type":"other"}')).breaks).toMatchObject([{ line: 3 }, { line: 2 }]);
    expect(follow(lines.with(3, '{"follows":["13')).breaks).not.toEqual([]);
  });

  test('is begun anew where its file was moved away', async () => {
    const file = await newFile();
    const trail = sink(file);
    await trail.write(entry('one'));
    await rename(file, `${file}.1`);
    await trail.write(entry('two'));
    await trail.write(entry('three'));
    expect(follow(await linesOf(file))).toMatchObject({ lines: 2, breaks: [] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('of which one line is longer than what is read of its end is followed all the same', async () => {
    const file = await newFile();
    await sink(file).write(entry('one', 'x'.repeat(3 << 20)));
    await sink(file).write(entry('two'));
    await sink(file).write(entry('three'));
    expect(follow(await linesOf(file))).toMatchObject({ lines: 3, breaks: [] });
  });

  test('that several processes write, some of which are killed, holds together', { timeout: 120_000 }, async () => {
    const file = await newFile();
    const script = join(import.meta.dirname, 'write-trail.mjs');
    const writers = Array.from({ length: 4 }, () => spawn(process.execPath, [script, file], { stdio: 'ignore' }));
    const ended = writers.map((writer) => once(writer, 'exit'));
    for (const writer of writers) {
      while (!(await stat(file).catch(() => undefined))?.size) await new Promise((next) => setTimeout(next, 50));
      await new Promise((next) => setTimeout(next, 300));
      writer.kill('SIGKILL');
    }
    await Promise.all(ended);
    await sink(file).write(entry('last'));
    const lines = await linesOf(file);
    expect(lines.length).toBeGreaterThan(20);
    expect(follow(lines).breaks).toEqual([]);
  });

  test('tells of tenants that were dropped and of migrations that were run, and in which job', async () => {
    const folder = await project({
      'schema-sync.config.json': JSON.stringify({
        audit: { file: './trail.jsonl' },
        fleets: { shops: { file: 'shops/*.db' } },
      }),
      'm/0001_first.sql': 'CREATE TABLE a (id INTEGER PRIMARY KEY);',
      'm/0002_second.sql': 'CREATE TABLE a (id INTEGER);',
      'shops/x.db': '',
    });
    const env = { GITLAB_CI: 'true', GITLAB_USER_LOGIN: 'robot', CI_JOB_URL: 'https://ci.example/7', CI: 'true' };
    const run = (...argv: readonly string[]) => throughPipes(folder, [...argv, '--tenant', 'x', '--yes'], { env });
    expect(await run('migrate', 'up', '--dir', 'm')).toMatchObject({ code: 4 });
    const sure = ['--yes', '--allow', 'data-loss'];
    await withDatabase(
      folder,
      async (connection) => {
        await using _ = await connection.lock('schema-sync');
        const refused = await throughPipes(folder, ['tenants', 'drop', 'x', ...sure, '--lock-wait', '0'], { env });
        expect(refused.stderr).toContain('LOCK_TIMEOUT');
      },
      'shops/x.db',
    );
    expect(await throughPipes(folder, ['tenants', 'drop', 'x', ...sure])).toMatchObject({ code: 0 });
    const lines = (await linesOf(join(folder, 'trail.jsonl'))).map((line) => JSON.parse(line));
    const ci = { system: 'GitLab CI', by: 'robot', job: 'https://ci.example/7' };
    const hash = hashText('CREATE TABLE a (id INTEGER PRIMARY KEY);');
    expect(lines).toMatchObject([
      { type: 'migration', tenant: 'x', migration: '0001_first.sql', direction: 'up', outcome: 'done', hash, ci },
      { type: 'migration', migration: '0002_second.sql', outcome: 'failed', error: expect.stringContaining('a') },
      { type: 'drop', tenant: 'x', outcome: 'failed', objects: 1, ci },
      { type: 'drop', tenant: 'x', outcome: 'done', database: `sqlite:${folder}/shops/x.db` },
    ]);
    expect(lines.at(-1)).not.toHaveProperty('ci');
    expect(await throughPipes(folder, ['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  test.each([
    [{}, undefined],
    [{ CI: 'false' }, undefined],
    [{ CI: '1' }, { system: 'CI' }],
    [
      {
        ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'me', GITHUB_SERVER_URL: 'https://g.example' },
        ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '5' },
      },
      { system: 'GitHub Actions', by: 'me', job: 'https://g.example/o/r/actions/runs/5' },
    ],
    [{ JENKINS_URL: 'https://j.example' }, { system: 'Jenkins' }],
  ])('knows the job that variables tell of: %j', (environment, ci) => {
    expect(ciOf(environment)).toEqual(ci);
  });
});

describe('audit verify', () => {
  test('tells what stands, and what does not, with the exit code', async () => {
    const { file, lines } = await trailOf(4);
    const folder = join(file, '..');
    const whole = await schemaSync(folder, ['audit', 'verify', 'audit.jsonl']);
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining(`head ${hashText(lines[3] ?? '')}`) });
    await writeFile(file, lines.with(1, '{"follows":[],"type":"run"}').join('\n'));
    const changed = await schemaSync(folder, ['audit', 'verify', 'audit.jsonl', '--head', hashText(lines[1] ?? '')]);
    expect(changed).toMatchObject({ code: 3, stdout: expect.stringContaining('line 3 follows a line that') });
    expect(changed.stdout).toContain(`no entry has the hash ${hashText(lines[1] ?? '')}`);
  });

  test.each([
    [['nowhere.jsonl'], 1, 'error[NOT_FOUND]'],
    [['.'], 2, 'error[IO]'],
    [[], 1, 'set audit.file in the config'],
    [['audit.jsonl', '--head', 'abc'], 1, '--head abc is no hash'],
  ])('%j is refused by name', async (args, code, said) => {
    const { file } = await trailOf(1);
    expect(await schemaSync(join(file, '..'), ['audit', 'verify', ...args])).toMatchObject({
      code,
      stderr: expect.stringContaining(said),
    });
  });
});

/** What a writer who has read so many lines appends. */
function lineAfter(read: readonly string[], run: string): string {
  const open = new Set<string>();
  for (const line of read) {
    for (const hash of (JSON.parse(line) as { readonly follows: readonly string[] }).follows) open.delete(hash);
    open.add(hashText(line));
  }
  return JSON.stringify({ follows: [...open], run });
}
