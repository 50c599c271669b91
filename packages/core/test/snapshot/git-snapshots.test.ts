import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitSnapshots } from '../../src/snapshot/git-snapshots.js';
import { encodeKey } from '../../src/snapshot/snapshot-key.js';
import { snapshotOf, storeSuite } from './store-suite.js';

const ref = 'refs/schema-sync/snapshots';

const git = (directory: string, args: readonly string[], input = '') =>
  execFileSync('git', args, { cwd: directory, input, stdio: ['pipe', 'pipe', 'pipe'] })
    .toString()
    .trim();

async function newRepository(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'git-snapshots-'));
  git(directory, ['init', '-q', '-b', 'main']);
  return directory;
}

/** With a commit, something in the index, and something that no commit has. */
async function repositoryInUse(): Promise<string> {
  const directory = await newRepository();
  await writeFile(join(directory, 'kept.txt'), 'kept');
  git(directory, ['add', '.']);
  git(directory, ['-c', 'user.name=a', '-c', 'user.email=a@localhost', 'commit', '-q', '-m', 'first']);
  await writeFile(join(directory, 'kept.txt'), 'changed');
  await writeFile(join(directory, 'staged.txt'), 'staged');
  git(directory, ['add', 'staged.txt']);
  await writeFile(join(directory, 'untracked.txt'), 'untracked');
  return directory;
}

storeSuite('git', async (clock) => {
  const directory = await newRepository();
  return {
    open: () => Promise.resolve(gitSnapshots(directory, { clock })),
    damage: async (key, version, change) => {
      const [folder, file] = [encodeKey(key), `${String(version).padStart(6, '0')}.json`];
      const place = `${ref}:${folder}/${file}`;
      const blob = git(
        directory,
        ['hash-object', '-w', '--stdin'],
        change(git(directory, ['cat-file', 'blob', place])),
      );
      const within = git(directory, ['mktree'], `100644 blob ${blob}\t${file}\n`);
      const tree = git(directory, ['mktree'], `040000 tree ${within}\t${folder}\n`);
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@localhost'];
      git(directory, ['update-ref', ref, git(directory, [...who, 'commit-tree', tree, '-m', 'damage'])]);
      return place;
    },
    close: () => Promise.resolve(),
  };
});

describe('snapshots in git', () => {
  test('leave the work tree, the index and the branch as they are', async () => {
    const directory = await repositoryInUse();
    const look = () => [
      git(directory, ['status', '--porcelain=v2']),
      git(directory, ['rev-parse', 'HEAD']),
      git(directory, ['stash', 'list']),
    ];
    const [before, index] = [look(), await readFile(join(directory, '.git/index'))];
    const store = gitSnapshots(join(directory));
    await store.write('production', snapshotOf('one'));
    await store.write('production', snapshotOf('two'));
    await store.list();
    expect(await readFile(join(directory, '.git/index'))).toEqual(index);
    expect(look()).toEqual(before);
    expect(git(directory, ['log', '--format=%s', ref]).split('\n')).toEqual([
      'snapshot production 2',
      'snapshot production 1',
    ]);
  });

  test('are a file each that git shows, and that a clone brings', async () => {
    const directory = await newRepository();
    await gitSnapshots(directory, { ref: 'schema' }).write('A', snapshotOf('one'));
    const clone = await mkdtemp(join(tmpdir(), 'git-clone-'));
    git(clone, ['clone', '-q', '--bare', directory, '.']);
    expect(git(clone, ['show', 'schema:%41/000001.json'])).toContain('"root"');
    expect(await gitSnapshots(clone, { ref: 'schema' }).read('A')).toEqual(snapshotOf('one'));
  });

  test('writers of several keys at once lose none', async () => {
    const directory = await newRepository();
    const names = Array.from({ length: 12 }, (_, i) => `key${i}`);
    await Promise.all(names.map((name) => gitSnapshots(directory).write(name, snapshotOf(name))));
    const listed = (await gitSnapshots(directory).list()).map(({ key, version }) => `${key}@${version}`);
    expect(listed.sort()).toEqual(names.map((name) => `${name}@1`).sort());
  });

  test('a branch that is checked out, here or in another work tree, is refused', async () => {
    const directory = await repositoryInUse();
    git(directory, ['worktree', 'add', '-q', '-b', 'other', join(directory, '..', `tree-${Date.now()}`)]);
    for (const name of ['main', 'other', 'refs/heads/main']) {
      await expect(gitSnapshots(directory, { ref: name }).write('a', snapshotOf('one'))).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('checked out'),
      });
    }
  });

  test.each(['a..b', 'refs/', 'with space', 'a\nb', '@{-1}'])('%j is no ref', async (name) => {
    const store = gitSnapshots(await newRepository(), { ref: name });
    for (const use of [() => store.list(), () => store.write('a', snapshotOf('one'))])
      await expect(use()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  test('outside of a repository nothing is written', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'no-git-'));
    await expect(gitSnapshots(directory).write('a', snapshotOf('one'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(gitSnapshots(join(directory, 'missing')).list()).rejects.toMatchObject({ code: 'IO' });
  });

  test('an object that is gone is said by name, and so is a lock that nobody takes away', async () => {
    const directory = await newRepository();
    const store = gitSnapshots(directory);
    await store.write('a', snapshotOf('one'));
    const blob = git(directory, ['rev-parse', `${ref}:a/000001.json`]);
    const file = join(directory, '.git/objects', blob.slice(0, 2), blob.slice(2));
    await chmod(file, 0o600);
    execFileSync('rm', [file]);
    await expect(store.read('a')).rejects.toMatchObject({
      code: 'SNAPSHOT_CORRUPT',
      message: expect.stringContaining(`${ref}:a/000001.json`),
    });
    await mkdir(join(directory, '.git/refs/schema-sync'), { recursive: true });
    await writeFile(join(directory, '.git', `${ref}.lock`), '');
    await expect(store.write('b', snapshotOf('one'))).rejects.toMatchObject({
      code: 'IO',
      message: expect.stringContaining('.lock'),
    });
    expect((await store.list('b')).length).toBe(0);
  });
});
