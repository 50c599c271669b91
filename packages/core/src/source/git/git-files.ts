import { type GitResult, lineOf, runGit } from '../../git/run-git.js';
import { readBatch, readTree, type TreeEntry } from '../../git/tree.js';
import { nearest } from '../../nearest.js';
import { formatOf, isHidden, type SourceFile } from '../files/source-file.js';
import { sourceInvalid, sourceNotFound } from '../invalid.js';

/** Runs a git command in a folder. */
type Git = (directory: string, args: readonly string[], input?: string) => Promise<GitResult>;

/** Reads `REV:path` out of the object database; the work tree is never looked at. As in git, a path is from the root of the repository, `./path` from here. */
export async function readGitFiles(
  text: string,
  directory: string,
  signal?: AbortSignal,
): Promise<readonly SourceFile[]> {
  const git: Git = (from, args, input) =>
    runGit(from, args, { op: 'source', input, signal, missing: (cause) => noGit(from, cause) });
  const { revision, path } = splitText(text);
  const root = await repositoryRoot(git, directory);
  const commit = await resolveRevision(git, revision, directory);
  const base = /^\.\.?(\/|$)/.test(path) ? await prefixOf(git, directory) : '';
  const wanted = normalise(base + path, text);
  const entries = await listTree(git, commit, wanted, root);
  if (entries.length === 0) throw await noSuchPath(git, wanted, path, revision, commit, root, directory);
  const [first] = entries;
  const isLoneFile = entries.length === 1 && first?.path === wanted;
  const files = entries.filter(
    (entry) => isLoneFile || isSchemaFile(entry.path.slice(wanted === '' ? 0 : wanted.length + 1)),
  );
  const link = files.find((entry) => entry.mode === '120000' || entry.type !== 'blob');
  if (link) {
    throw sourceInvalid(
      `git:${revision}:${link.path}`,
      'this is a link or a submodule, whose content is not in the revision',
      {
        hint: 'Name the file or folder that it points to.',
      },
    );
  }
  if (files.length === 0)
    throw sourceInvalid(`git:${text}`, 'the folder holds no .sql, .yaml, .yml or .json file', {
      hint: 'Name the folder that holds the schema.',
    });
  return readBlobs(git, files, revision, root);
}

function splitText(text: string): { readonly revision: string; readonly path: string } {
  const colon = text.indexOf(':');
  const revision = colon < 0 ? text : text.slice(0, colon);
  if (colon < 0 || revision === '') {
    throw sourceInvalid(`git:${text}`, 'a revision and a path are needed', {
      hint: 'Write `git:REV:path`, such as `git:main:schema`.',
    });
  }
  if (revision.startsWith('-'))
    throw sourceInvalid(`git:${text}`, 'a revision cannot begin with a hyphen', {
      hint: 'Write `git:REV:path`, such as `git:main:schema`.',
    });
  return { revision, path: text.slice(colon + 1) };
}

function isSchemaFile(path: string): boolean {
  return formatOf(path) !== undefined && !path.split('/').some(isHidden);
}

function normalise(path: string, text: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) throw sourceInvalid(`git:${text}`, 'the path leads out of the repository');
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function repositoryRoot(git: Git, directory: string): Promise<string> {
  const result = await git(directory, ['rev-parse', '--show-toplevel']);
  if (result.code === 0) return lineOf(result);
  const bare = await git(directory, ['rev-parse', '--absolute-git-dir']);
  if (bare.code === 0) return lineOf(bare);
  throw sourceNotFound(
    `${directory} is not in a git repository: ${result.stderr}`,
    'Run from within the repository that holds the revision.',
  );
}

async function prefixOf(git: Git, directory: string): Promise<string> {
  return lineOf(await git(directory, ['rev-parse', '--show-prefix']));
}

async function resolveRevision(git: Git, revision: string, directory: string): Promise<string> {
  const result = await git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`]);
  if (result.code === 0) return lineOf(result);
  const refs = await git(directory, ['for-each-ref', '--format=%(refname:short)']);
  const close = nearest(revision, refs.stdout.toString().split('\n').filter(Boolean));
  throw sourceNotFound(
    `git knows no revision ${revision}`,
    close
      ? `Did you mean ${close}?`
      : 'Name a branch, a tag or a commit that is in this clone; `git fetch` brings what is missing.',
  );
}

async function listTree(git: Git, tree: string, path: string, root: string): Promise<readonly TreeEntry[]> {
  const result = await git(root, ['ls-tree', '-r', '-z', '--full-tree', tree, ...(path === '' ? [] : ['--', path])]);
  if (result.code !== 0) throw sourceInvalid(`git:${path}`, `git could not list the revision: ${result.stderr}`);
  return readTree(result.stdout);
}

async function readBlobs(
  git: Git,
  files: readonly TreeEntry[],
  revision: string,
  root: string,
): Promise<readonly SourceFile[]> {
  const result = await git(root, ['cat-file', '--batch'], files.map(({ oid }) => `${oid}\n`).join(''));
  if (result.code !== 0) throw sourceInvalid(`git:${revision}`, `git could not read the revision: ${result.stderr}`);
  const contents = readBatch(result.stdout, files.length);
  return files.map(({ path }, i) => {
    const bytes = contents[i];
    if (bytes) return { path: `${revision}:${path}`, format: formatOf(path) ?? 'sql', bytes };
    throw sourceInvalid(`git:${revision}:${path}`, 'git has no content for this file', {
      hint: 'The clone may be partial: fetch the revision.',
    });
  });
}

async function noSuchPath(
  git: Git,
  wanted: string,
  path: string,
  revision: string,
  tree: string,
  root: string,
  directory: string,
): Promise<Error> {
  const prefix = await prefixOf(git, directory);
  const isHere = prefix !== '' && (await listTree(git, tree, normalise(prefix + path, path), root)).length > 0;
  const folders = new Set<string>();
  for (const entry of await listTree(git, tree, '', root)) {
    const parts = entry.path.split('/');
    for (let length = 1; length <= parts.length; length++) folders.add(parts.slice(0, length).join('/'));
  }
  const close = nearest(wanted, folders);
  const suggestion = isHere ? `git:${revision}:./${path}` : close && `git:${revision}:${close}`;
  return sourceNotFound(
    `${wanted} is not in revision ${revision}`,
    suggestion
      ? `Did you mean ${suggestion}?`
      : 'A path is from the root of the repository; `git:REV:./path` is from here.',
  );
}

function noGit(directory: string, cause: unknown): Error {
  return sourceNotFound(
    `git cannot be run in ${directory}`,
    'A git: source needs the git program on the PATH, and a folder that exists.',
    cause,
  );
}
