import { SyncError } from '../errors.js';
import type { Address } from './address.js';
import { type Catalogue, createCatalogue } from './catalogue.js';
import { type Hash, hashText } from './hash.js';
import { canonicalJson, isTooDeep } from './json.js';
import { type SchemaObject, schemaObject } from './object.js';

/** A catalogue as a file: self-contained, and checked by its root hash when it is read back. */
export interface Snapshot {
  readonly format: 1;
  readonly driver: string;
  readonly root: Hash;
  /** The hash of the objects as they stand here, with what their schema hash leaves out. */
  readonly content: Hash;
  readonly objects: readonly SchemaObject[];
}

/** Freezes a catalogue into a snapshot. */
export function takeSnapshot(driver: string, catalogue: Catalogue): Snapshot {
  const objects = [...catalogue];
  return { format: 1, driver, root: catalogue.root, content: contentHash(objects), objects };
}

/** Turns a parsed snapshot back into a catalogue; content that does not match its own hash is refused. */
export function openSnapshot(
  value: unknown,
  origin: string,
): { readonly driver: string; readonly catalogue: Catalogue } {
  if (!isSnapshot(value)) {
    throw new SyncError({
      code: 'SNAPSHOT_CORRUPT',
      op: 'snapshot.read',
      message: `${origin} is not a schema-sync snapshot`,
      hint: 'A snapshot is JSON with format 1, as `schema-sync snapshot save` or `inspect --format json` writes it.',
    });
  }
  const whole = contentHash(value.objects) === value.content;
  const catalogue = whole ? createCatalogue(value.objects.map((object) => schemaObject(object))) : undefined;
  if (catalogue?.root !== value.root) {
    throw new SyncError({
      code: 'SNAPSHOT_CORRUPT',
      op: 'snapshot.read',
      message: `${origin} does not match its own hash: it was edited or damaged after it was written`,
      hint: 'Take the snapshot again, or restore the file from where it is kept.',
    });
  }
  return { driver: value.driver, catalogue };
}

function contentHash(objects: readonly SchemaObject[]): Hash {
  return hashText(canonicalJson(objects));
}

function isSnapshot(value: unknown): value is Snapshot {
  const snapshot = value as Partial<Snapshot> | null;
  return (
    typeof snapshot === 'object' &&
    snapshot !== null &&
    snapshot.format === 1 &&
    typeof snapshot.driver === 'string' &&
    typeof snapshot.root === 'string' &&
    typeof snapshot.content === 'string' &&
    Array.isArray(snapshot.objects) &&
    snapshot.objects.every(isObject) &&
    !isTooDeep(snapshot.objects)
  );
}

function isObject(value: unknown): value is SchemaObject {
  const object = value as Partial<SchemaObject> | null;
  return (
    typeof object === 'object' &&
    object !== null &&
    typeof object.kind === 'string' &&
    typeof (object.address as Address | undefined) === 'string' &&
    typeof object.name === 'string' &&
    typeof object.extras === 'object' &&
    Array.isArray(object.needs)
  );
}
