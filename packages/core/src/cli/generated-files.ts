import { existsSync } from 'node:fs';
import { readFile, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { SyncError } from '../errors.js';
import { hashText } from '../model/hash.js';
import { listFolder } from '../source/files/read-files.js';
import { type Draft, writeDraft } from './write-file.js';

/** A file that `generate` writes into a folder. */
export interface GeneratedFile {
  /** Within the folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a folder holds of what `generate` wrote, by its own list: no source, since its name begins with a dot. */
const listName = '.schema-sync-generated.json';

/** Path → hash of the text. */
type Written = Readonly<Record<string, string>>;

/** What writing into a folder comes to. */
export interface Regenerated {
  /** What was written before, is not written any more, and was taken away. */
  readonly removed: readonly string[];
  /** What is there beside it and part of the desired state, too. */
  readonly others: readonly string[];
}

/**
 * Writes files into a folder, and takes away those that were written there before and are not any more: left there they would stay part of the desired state.
 * What is there already is only replaced where `force` says so, and what somebody changed since is never taken away.
 */
export async function writeGenerated(
  folder: string,
  files: readonly GeneratedFile[],
  force: boolean,
): Promise<Regenerated> {
  const before = await readList(folder);
  const fresh = new Set(files.map(({ path }) => path));
  const stale = Object.keys(before).filter((path) => !fresh.has(path) && existsSync(join(folder, path)));
  if (!force)
    refuseToReplace(
      [...files.map(({ path }) => path), ...stale].map((path) => join(folder, path)),
      'Name another folder with -o, or pass --force to replace what is written again and to take away what is not.',
    );
  await refuseChanged(folder, stale, before);
  const others = await beside(folder, new Set([...fresh, ...stale]));
  const now: Written = Object.fromEntries(files.map(({ path, text }) => [path, hashText(text)]));
  const old = Object.fromEntries(stale.map((path) => [path, before[path] ?? '']));
  const texts = files.map(({ path, text }): readonly [string, string] => [join(folder, path), text]);
  // Whatever ends this halfway, the list names all that is ours.
  const drafts = await writeDrafts([listOf(folder, { ...old, ...now }), ...texts, listOf(folder, now)]);
  const [list, ...rest] = drafts;
  await list?.keep();
  // Before the files come, since a file system may take two spellings for one file.
  for (const path of stale) await remove(folder, path);
  for (const draft of rest) await draft.keep();
  return { removed: stale, others };
}

/** Writes the one file that was named; what is there already is only replaced where `force` says so. */
export async function writeSingle(file: string, text: string, force: boolean): Promise<void> {
  if (!force) refuseToReplace([file], 'Name another file with -o, or pass --force to replace this one.');
  const draft = await writeDraft(file, text, forAll);
  await draft.keep();
}

async function readList(folder: string): Promise<Written> {
  const text = await readFile(join(folder, listName), 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  try {
    const { files } = JSON.parse(text) as { readonly files?: unknown };
    if (typeof files !== 'object' || files === null) return {};
    return Object.fromEntries(Object.entries(files as Written).filter(([path]) => isWithin(path)));
  } catch {
    return {};
  }
}

/** A list is a file that anybody may have written: what lies elsewhere is none of ours. */
function isWithin(path: string): boolean {
  return !/[\\:]/.test(path) && path.split('/').every((part) => part !== '' && !part.startsWith('.'));
}

function listOf(folder: string, files: Written): readonly [path: string, text: string] {
  return [join(folder, listName), `${JSON.stringify({ format: 1, files }, undefined, 1)}\n`];
}

/** A part of the files would be another desired state: none has its name before all are written. */
async function writeDrafts(files: readonly (readonly [path: string, text: string])[]): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  try {
    for (const [path, text] of files) drafts.push(await writeDraft(path, text, forAll));
    return drafts;
  } catch (error) {
    for (const draft of drafts.toReversed()) await draft.discard();
    throw error;
  }
}

/** A schema is for whoever may read the folder, as far as the umask says. */
const forAll = 0o666;

function refuseToReplace(files: readonly string[], hint: string): void {
  const there = files.filter((file) => existsSync(file));
  if (there.length === 0) return;
  throw new SyncError({
    code: 'USAGE',
    op: 'generate',
    message: `${there.length === 1 ? 'this file is' : 'these files are'} there already:\n${listed(there)}`,
    hint,
  });
}

async function refuseChanged(folder: string, stale: readonly string[], before: Written): Promise<void> {
  const changed: string[] = [];
  for (const path of stale) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (text === undefined || hashText(text) !== before[path]) changed.push(join(folder, path));
  }
  if (changed.length === 0) return;
  throw new SyncError({
    code: 'USAGE',
    op: 'generate',
    message: `${changed.length === 1 ? 'this file is not generated any more, and was' : 'these files are not generated any more, and were'} changed since:\n${listed(changed)}`,
    hint: 'Nothing was written. Remove what is not needed any more, or move it elsewhere, and run this again.',
  });
}

function listed(files: readonly string[]): string {
  return files.map((file) => `  ${file}`).join('\n');
}

async function beside(folder: string, ours: ReadonlySet<string>): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const all = await listFolder(folder, new Set());
  return all.map((file) => relative(folder, file).split(sep).join('/')).filter((path) => !ours.has(path));
}

/** Takes a file away, and the folders that are empty without it. */
async function remove(folder: string, path: string): Promise<void> {
  const file = join(folder, path);
  try {
    await unlink(file);
  } catch (cause) {
    throw new SyncError({
      code: 'IO',
      op: 'generate',
      message: `${file} cannot be removed`,
      cause,
      hint: 'Check that its folder is writable.',
    });
  }
  for (let parent = dirname(file); parent !== folder; parent = dirname(parent)) {
    const isEmpty = await rmdir(parent).then(
      () => true,
      () => false,
    );
    if (!isEmpty) return;
  }
}
