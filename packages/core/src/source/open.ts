import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { SourceReader } from '../contract/source-reader.js';
import type { SnapshotStore } from '../snapshot/store.js';
import { compileFiles } from './compile-files.js';
import type { Source } from './compiled.js';
import { readFiles } from './files/read-files.js';
import type { SourceFile } from './files/source-file.js';
import { readGitFiles } from './git/git-files.js';
import { sourceNotFound } from './invalid.js';
import { liveSource } from './live.js';
import { programSource } from './program.js';
import { compileSnapshot, snapshotIn, storedSource } from './snapshots.js';
import { redactUrl } from './url-secrets.js';

/** What recognising a source takes. */
export interface OpenSourceOptions {
  /** What relative paths are relative to. */
  readonly directory: string;
  /** The URL schemes of the drivers that are known, without the colon. */
  readonly protocols: readonly string[];
  /** What reads the declarations of programs, each by its scheme. */
  readonly readers?: readonly SourceReader[];
  /** Where `-` reads from. Default: the process's standard input. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** Where `snapshot:KEY` is looked up when it is asked which engine it is of. */
  readonly snapshots?: SnapshotStore;
  readonly signal?: AbortSignal;
}

/**
 * Recognises a source from what a user writes: `./schema`, `schema.sql`, `file:…`, the URL of a database, a snapshot file, `git:REV:path`,
 * `snapshot:KEY@VERSION`, what a reader of programs answers to, or `-`. Nothing is read before it is asked for.
 */
export function openSource(text: string, options: OpenSourceOptions): Source {
  const { directory, protocols } = options;
  const origin = redactUrl(text);
  if (text.trim() === '') throw sourceNotFound('the source is empty', 'Name a file, a folder or a URL.');
  if (text === '-') return filesSource('standard input', () => readStdin(options.stdin));
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1];
  const rest = text.slice((scheme?.length ?? -1) + 1);
  if (scheme !== undefined && (protocols.includes(scheme.toLowerCase()) || isRemote(scheme, rest)))
    return liveSource(text, origin, scheme.toLowerCase());
  const reader = options.readers?.find((each) => each.scheme === scheme?.toLowerCase());
  if (reader) return programSource(reader, rest, origin, directory);
  if (scheme === 'git') return filesSource(origin, () => readGitFiles(rest, directory, options.signal));
  if (scheme === 'snapshot') return storedSource(rest, origin, options.snapshots);
  const path = scheme === 'file' ? pathOfUrl(text, rest, directory) : text;
  return filesSource(origin, () => readFiles(path, directory));
}

const ownSchemes = new Set(['file', 'git', 'snapshot']);

function isRemote(scheme: string, rest: string): boolean {
  return rest.startsWith('//') && !ownSchemes.has(scheme.toLowerCase());
}

function pathOfUrl(text: string, rest: string, directory: string): string {
  return rest.startsWith('//') ? fileURLToPath(text) : resolve(directory, decodeURIComponent(rest));
}

async function readStdin(stdin: (() => Promise<Uint8Array>) | undefined): Promise<readonly SourceFile[]> {
  const bytes = await (stdin ?? (() => buffer(process.stdin)))();
  return [{ path: 'standard input', format: 'sql', bytes }];
}

/** Files are read once, however often the source is asked; a lone file may turn out to be a snapshot. */
function filesSource(origin: string, read: () => Promise<readonly SourceFile[]>): Source {
  let reading: Promise<readonly SourceFile[]> | undefined;
  const files = () => {
    reading ??= read();
    return reading;
  };
  return {
    origin,
    engine: async () => snapshotIn(await files())?.driver,
    compile: async (context) => {
      const found = await files();
      const snapshot = snapshotIn(found);
      return snapshot ? compileSnapshot(snapshot, origin, context) : compileFiles(origin, found, context);
    },
  };
}
