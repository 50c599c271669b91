import { partOwned } from '../inspect/part-owned.js';
import { openSnapshot, type Snapshot } from '../model/snapshot.js';
import { nearest } from '../nearest.js';
import type { SnapshotStore } from '../snapshot/store.js';
import type { Compiled, Source, SourceContext } from './compiled.js';
import type { SourceFile } from './files/source-file.js';
import { sourceInvalid, sourceNotFound } from './invalid.js';

/** A snapshot as it was parsed, before its content is checked. */
export interface RawSnapshot {
  readonly driver: string | undefined;
  readonly value: unknown;
}

/** The snapshot that a lone JSON file holds; undefined where it is something else. */
export function snapshotIn(files: readonly SourceFile[]): RawSnapshot | undefined {
  const [file] = files;
  if (!file || files.length > 1 || file.format !== 'document' || !file.path.toLowerCase().endsWith('.json'))
    return undefined;
  const text = new TextDecoder().decode(file.bytes);
  const value = parsed(text);
  // Cut short or damaged, it is still a snapshot, and is refused as one.
  if (value === undefined && /^\s*\{\s*"format":\s*1,[^[]*"root":/.test(text)) return { driver: undefined, value };
  if (typeof value !== 'object' || value === null || !('format' in value) || !('root' in value)) return undefined;
  return { driver: 'driver' in value && typeof value.driver === 'string' ? value.driver : undefined, value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks a snapshot and puts it in a compiled state's form. */
export function compileSnapshot(snapshot: RawSnapshot, origin: string, context: SourceContext): Compiled {
  const { driver, catalogue } = openSnapshot(snapshot.value, origin);
  if (driver !== context.driver.name) {
    throw sourceInvalid(origin, `the snapshot was taken of ${driver}, and this is ${context.driver.name}`, {
      hint: 'States of two engines cannot be compared: use a snapshot of the same engine, or SQL or YAML written for this one.',
    });
  }
  // What a snapshot holds was once managed, books of other tools too.
  const parted = partOwned(catalogue, { ...context.inspect, claimed: { has: () => true } }, context.driver);
  return { origin, ...parted, renames: [], seeds: [], warnings: [], normalisedBy: 'snapshot' };
}

/** `KEY` or `KEY@VERSION` in the store of snapshots. */
export function storedSource(text: string, origin: string, known?: SnapshotStore): Source {
  return {
    origin,
    engine: async () => known && (await readStored(text, origin, known)).driver,
    compile: async (context) => {
      const value = await readStored(text, origin, context.snapshots);
      return compileSnapshot({ driver: value.driver, value }, origin, context);
    },
  };
}

async function readStored(text: string, origin: string, store: SnapshotStore | undefined): Promise<Snapshot> {
  const { key, version } = readKey(text, origin);
  if (!store)
    throw sourceNotFound(
      `${origin}: there is no store of snapshots`,
      'Name one in the config, or give the path of a snapshot file.',
    );
  const value = await store.read(key, version);
  if (value) return value;
  const stored = await store.list();
  const versions = stored.filter((entry) => entry.key === key).map((entry) => entry.version);
  const close = nearest(key, new Set(stored.map((entry) => entry.key)));
  throw sourceNotFound(
    `${origin}: there is no such snapshot`,
    versions.length > 0
      ? `Its versions are ${versions.join(', ')}.`
      : close
        ? `Did you mean snapshot:${close}?`
        : '`schema-sync snapshot list` shows what is stored.',
  );
}

function readKey(text: string, origin: string): { readonly key: string; readonly version?: number } {
  const match = /^(.+?)(?:@([1-9]\d*))?$/.exec(text);
  if (!match?.[1])
    throw sourceInvalid(origin, 'the snapshot has no name', {
      hint: 'Write `snapshot:KEY` or `snapshot:KEY@VERSION`, versions from 1.',
    });
  return { key: match[1], ...(match[2] !== undefined && { version: Number(match[2]) }) };
}
