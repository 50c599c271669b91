import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSource } from '../../src/source/open.js';
import { failureOf } from './support/failure.js';
import { folderOf } from './support/folder.js';
import { contextFor } from './support/sqlite.js';

const git = (directory: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: directory,
    encoding: 'utf8',
  });

function repository(): string {
  const directory = folderOf({
    'app/schema/a.sql': 'CREATE TABLE a (x);\n',
    'app/schema/ünï code/b "quoted".sql': 'CREATE TABLE b (x);',
    'app/schema/.hidden.sql': 'nonsense',
    'app/schema/README.md': 'nonsense',
    'empty/README.md': '',
  });
  git(directory, 'init', '-q', '-b', 'main');
  git(directory, 'add', '.');
  git(directory, 'commit', '-q', '-m', 'one');
  git(directory, 'tag', 'v1');
  writeFileSync(join(directory, 'app/schema/a.sql'), 'CREATE TABLE changed (x);');
  return directory;
}

const compile = (source: string, directory: string) =>
  openSource(source, { directory, protocols: ['sqlite'] }).compile(contextFor(directory));

const names = async (source: string, directory: string) =>
  [...(await compile(source, directory)).catalogue].map((object) => object.name);

describe('git:REV:path', () => {
  it('is not read any further once it is cancelled', async () => {
    const directory = repository();
    for (const signal of [AbortSignal.abort(), AbortSignal.timeout(1)]) {
      const source = openSource('git:v1:app/schema', { directory, protocols: [], signal });
      expect(await failureOf(() => source.engine())).toMatchObject({ code: 'CANCELLED' });
    }
  });

  it('reads a folder, a file, the root and a relative path as they were committed', async () => {
    const directory = repository();
    const before = git(directory, 'status', '--porcelain');
    expect(await names('git:main:app/schema', directory)).toEqual(['a', 'b']);
    expect(await names('git:v1:app/schema/a.sql', directory)).toEqual(['a']);
    expect(await names('git:HEAD~0:', directory)).toEqual(['a', 'b']);
    expect(await names('git:main:./schema/', join(directory, 'app'))).toEqual(['a', 'b']);
    expect(await names('git:main:../app/schema', join(directory, 'empty'))).toEqual(['a', 'b']);
    expect(git(directory, 'status', '--porcelain')).toBe(before);
  });

  it('names the revision in errors', async () => {
    const directory = repository();
    git(directory, 'checkout', '-q', '-b', 'broken');
    writeFileSync(join(directory, 'app/schema/a.sql'), '\nCREATE TABEL a;');
    git(directory, 'commit', '-q', '-a', '-m', 'two');
    const error = await failureOf(() => compile('git:broken:app/schema', directory));
    expect(error.message).toContain('broken:app/schema/a.sql:2: near "TABEL": syntax error');
  });

  it('knows a snapshot at a revision', async () => {
    const directory = repository();
    const snapshot = { format: 1, driver: 'other', root: 'x', objects: [] };
    writeFileSync(join(directory, 's.json'), JSON.stringify(snapshot));
    git(directory, 'add', '.');
    git(directory, 'commit', '-q', '-m', 'snapshot');
    expect(await openSource('git:main:s.json', { directory, protocols: [] }).engine()).toBe('other');
  });

  it.each([
    ['git:mian:app/schema', 'SOURCE_NOT_FOUND', 'git knows no revision mian', 'Did you mean main?'],
    [
      'git:main:app/shcema',
      'SOURCE_NOT_FOUND',
      'app/shcema is not in revision main',
      'Did you mean git:main:app/schema?',
    ],
    ['git:--output=x:app', 'SOURCE_INVALID', 'a revision cannot begin with a hyphen', 'git:REV:path'],
    ['git:main', 'SOURCE_INVALID', 'a revision and a path are needed', 'git:REV:path'],
    ['git:main:empty', 'SOURCE_INVALID', 'the folder holds no', 'Name the folder'],
    ['git:main:../outside', 'SOURCE_INVALID', 'leads out of the repository', undefined],
  ])('refuses %s', async (source, code, message, hint) => {
    const error = await failureOf(() => compile(source, repository()));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    if (hint) expect(error.hint).toContain(hint);
  });

  it('points at the relative spelling of a path that is meant from here', async () => {
    const error = await failureOf(() => compile('git:main:schema', join(repository(), 'app')));
    expect(error.hint).toBe('Did you mean git:main:./schema?');
  });

  it('says that links are not content', async () => {
    const directory = repository();
    execFileSync('ln', ['-s', 'a.sql', join(directory, 'app/schema/link.sql')]);
    git(directory, 'add', '.');
    git(directory, 'commit', '-q', '-m', 'link');
    expect((await failureOf(() => compile('git:main:app/schema', directory))).message).toContain(
      'app/schema/link.sql: this is a link',
    );
  });
});

describe('without git', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('says that there is no repository, or no git', async () => {
    const directory = folderOf({});
    mkdirSync(join(directory, 'x'));
    vi.stubEnv('GIT_CEILING_DIRECTORIES', directory);
    const outside = await failureOf(() => compile('git:main:x', join(directory, 'x')));
    expect([outside.code, outside.message]).toEqual([
      'SOURCE_NOT_FOUND',
      expect.stringContaining('is not in a git repository'),
    ]);
    vi.stubEnv('PATH', directory);
    const absent = await failureOf(() => compile('git:main:x', directory));
    expect([absent.code, absent.message]).toEqual(['SOURCE_NOT_FOUND', expect.stringContaining('git cannot be run')]);
  });
});
