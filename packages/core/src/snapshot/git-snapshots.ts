import { setTimeout as pause } from 'node:timers/promises';
import { SyncError } from '../errors.js';
import { type GitResult, lineOf, runGit } from '../git/run-git.js';
import { readBatch, readTree, type TreeEntry, writeTree } from '../git/tree.js';
import { type SnapshotPlace, versionName, versionNamed } from './place.js';
import { type SnapshotOptions, snapshotsIn } from './snapshots-in.js';
import type { SnapshotStore } from './store.js';

/** Settings of a store in git. */
export interface GitSnapshotOptions extends SnapshotOptions {
  /** The ref that the snapshots are committed to; a name without `refs/` is a branch. */
  readonly ref?: string;
}

/** Where snapshots go that nothing else is said of: no branch, so that nobody checks it out by accident. */
const ownRef = 'refs/schema-sync/snapshots';

/** How often a ref that somebody holds, and does not move, is asked for again, and for how long each waits at most. */
const tries = 20;
const longestWaitMs = 100;

/**
 * Keeps snapshots in the object database of a git repository, a commit each on a ref of their own. Neither the index nor a work tree is read or written, and a
 * branch that is checked out is refused. `git push` and `git fetch` carry them like any other ref.
 */
export function gitSnapshots(directory: string, { ref = ownRef, ...options }: GitSnapshotOptions = {}): SnapshotStore {
  return snapshotsIn(new GitPlace(directory, ref.startsWith('refs/') ? ref : `refs/heads/${ref}`), options);
}

class GitPlace implements SnapshotPlace {
  private isChecked = false;
  private author: Readonly<Record<string, string>> = {};

  constructor(
    private readonly directory: string,
    private readonly ref: string,
  ) {}

  label(folder: string, version: number): string {
    return `${this.ref}:${folder}/${versionName(version)}`;
  }

  async folders(): Promise<readonly string[]> {
    const tip = await this.tip();
    return tip === undefined ? [] : (await this.entries(tip)).filter(isFolder).map(({ path }) => path);
  }

  async versions(folder: string): Promise<readonly number[]> {
    const tip = await this.tip();
    const within = tip === undefined ? undefined : (await this.entries(tip)).find((each) => each.path === folder);
    if (!within || !isFolder(within)) return [];
    return (await this.entries(within.oid)).flatMap(({ path }) => versionNamed(path) ?? []);
  }

  async read(folder: string, version: number): Promise<string> {
    const label = this.label(folder, version);
    const { stdout } = await this.done(['cat-file', '--batch'], `${label}\n`);
    const [bytes] = readBatch(stdout, 1);
    if (bytes) return bytes.toString();
    throw new SyncError({
      code: 'SNAPSHOT_CORRUPT',
      op: 'snapshot.read',
      message: `${label} is not in the object database: the clone is partial, or it was damaged`,
      hint: 'Fetch the ref again, or take the snapshot again.',
    });
  }

  async publish(folder: string, version: number, text: string): Promise<boolean> {
    await this.refuseCheckedOut();
    const blob = lineOf(await this.done(['hash-object', '-w', '--stdin'], text));
    const file: TreeEntry = { mode: '100644', type: 'blob', oid: blob, path: versionName(version) };
    let before: string | undefined;
    for (let attempt = 1; ; attempt++) {
      const tip = await this.tip();
      if (tip !== before) attempt = 1;
      before = tip;
      const root = tip === undefined ? [] : await this.entries(tip);
      const within = root.find(({ path }) => path === folder);
      const files = within && isFolder(within) ? await this.entries(within.oid) : [];
      if (files.some(({ path }) => path === file.path)) return false;
      const tree = await this.treeOf([
        ...root.filter((entry) => entry !== within),
        { mode: '040000', type: 'tree', oid: await this.treeOf([...files, file]), path: folder },
      ]);
      const refusal = await this.commit(tree, tip, `${folder} ${version}`);
      if (refusal === undefined) return true;
      // Another writer was first, of whichever key, or holds the ref at this moment.
      if (attempt === tries) throw this.unwritable(refusal);
      await pause(Math.random() * longestWaitMs);
    }
  }

  /** Moves the ref on where it still is where it was; gives what git says where it is not. */
  private async commit(tree: string, tip: string | undefined, message: string): Promise<string | undefined> {
    const parents = tip === undefined ? [] : ['-p', tip];
    const commit = lineOf(await this.done(['commit-tree', tree, ...parents, '-m', `snapshot ${message}`]));
    const none = '0'.repeat(commit.length);
    const moved = await this.git(['update-ref', '-m', `snapshot ${message}`, this.ref, commit, tip ?? none]);
    return moved.code === 0 ? undefined : moved.stderr;
  }

  private async treeOf(entries: readonly TreeEntry[]): Promise<string> {
    return lineOf(await this.done(['mktree', '-z'], writeTree(entries)));
  }

  private async entries(tree: string): Promise<readonly TreeEntry[]> {
    return readTree((await this.done(['ls-tree', '-z', '--full-tree', tree])).stdout);
  }

  /** The commit that the ref is at; undefined where there is no such ref yet. */
  private async tip(): Promise<string | undefined> {
    await this.check();
    const found = await this.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${this.ref}^{commit}`]);
    return found.code === 0 ? lineOf(found) : undefined;
  }

  private async check(): Promise<void> {
    if (this.isChecked) return;
    const { ref, directory } = this;
    if ((await this.git(['rev-parse', '--git-dir'])).code !== 0) {
      throw new SyncError({
        code: 'NOT_FOUND',
        op: 'snapshot',
        message: `snapshots are to be kept in git, and ${directory} is in no git repository`,
        hint: 'Make one with git init, or keep the snapshots elsewhere (snapshots.store in the config).',
      });
    }
    if ((await this.git(['check-ref-format', ref])).code !== 0) {
      throw new SyncError({
        code: 'CONFIG_INVALID',
        op: 'snapshot',
        message: `git knows no ref that could be called ${JSON.stringify(ref)}`,
        hint: `Name a branch, or a ref such as ${ownRef}.`,
      });
    }
    // A machine on which nobody said who they are, such as one of a CI, can keep snapshots too.
    if ((await this.git(['var', 'GIT_COMMITTER_IDENT'])).code !== 0) this.author = nobody;
    this.isChecked = true;
  }

  /** What is checked out would look as if it had been edited once its branch moves. */
  private async refuseCheckedOut(): Promise<void> {
    await this.check();
    const trees = (await this.done(['worktree', 'list', '--porcelain'])).stdout.toString().split('\n');
    if (!trees.includes(`branch ${this.ref}`)) return;
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'snapshot',
      message: `snapshots cannot be committed to ${this.ref}, which is checked out`,
      hint: `Name a branch that nobody works on, or a ref such as ${ownRef}.`,
    });
  }

  private async done(args: readonly string[], input?: string): Promise<GitResult> {
    const result = await this.git(args, input);
    if (result.code === 0) return result;
    throw this.unwritable(result.stderr);
  }

  private git(args: readonly string[], input?: string): Promise<GitResult> {
    const { directory, author: environment } = this;
    return runGit(directory, args, { op: 'snapshot', input, environment, missing: notRunning(directory) });
  }

  private unwritable(said: string): SyncError {
    return new SyncError({
      code: 'IO',
      op: 'snapshot',
      message: `git could not use ${this.ref} in ${this.directory}: ${said}`,
      hint: 'Check that the repository is whole and that this user may write to it, and remove a lock that a process left which is no more. No snapshot was lost or kept in part.',
    });
  }
}

function isFolder({ type }: TreeEntry): boolean {
  return type === 'tree';
}

const nobody = {
  GIT_AUTHOR_NAME: 'schema-sync',
  GIT_AUTHOR_EMAIL: 'schema-sync@localhost',
  GIT_COMMITTER_NAME: 'schema-sync',
  GIT_COMMITTER_EMAIL: 'schema-sync@localhost',
};

function notRunning(directory: string) {
  return (cause: unknown) =>
    new SyncError({
      code: 'IO',
      op: 'snapshot',
      message: `git cannot be run in ${directory}`,
      cause,
      hint: 'Keeping snapshots in git needs the git program on the PATH, and a folder that exists.',
    });
}
