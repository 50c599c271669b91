import { type Address, type Change, partsOf, type SchemaObject } from '@sync/core';
import type { ExtensionSpec } from '../kinds/extension/spec.js';
import { waitsInSchema } from '../kinds/renaming.js';
import { remakesType } from '../kinds/type/remakes-type.js';
import { schemaOf } from '../schema-of.js';
import { typeKinds } from '../text/kind-groups.js';
import { titled } from '../text/qualified.js';
import { type AskedRight, isPlaced, named, owning, relations } from './ask.js';
import { isAccess, type Places, placesIn } from './places.js';
import { usingOthers } from './using.js';

/** The rights that changes take and that the server's catalogue can tell about. Of what the same plan makes, or gives away, nothing is known yet. */
export function askedRights(changes: readonly Change[]): readonly AskedRight[] {
  const places = placesIn(changes);
  const found = new Map<string, AskedRight>();
  for (const change of changes) {
    for (const right of isAccess(change) ? [] : rightsOf(change, places))
      found.set(`${right.ask} ${right.name} ${right.other ?? ''}`, right);
  }
  return [...found.values()];
}

function rightsOf(change: Change, places: Places): readonly AskedRight[] {
  const object = change.verb === 'create' ? change.to : change.from;
  const { parent } = object;
  const { given, made } = places;
  if (given.has(object.address) || (parent !== undefined && given.has(parent))) return [];
  // What is taken down or renamed is called as it is found.
  const origin = change.verb === 'create' || change.verb === 'alter' ? places.origin : (at: Address) => at;
  const within = parent === undefined || made.has(parent) ? [] : insideOf(change, origin(parent));
  const isOwned = parent === undefined || change.kind === 'postgres/statistics';
  return [
    ...within,
    ...(change.verb === 'create' || !isOwned ? [] : owning(origin(object.address), change.verb)),
    ...(isMade(change) ? making(change.to) : []),
    ...(isPut(change) ? placing(change.to, places) : []),
    ...(change.verb === 'rename' && places.asides.has(change) && waitsInSchema(change) ? [passing(change.from)] : []),
    ...usingOthers(change, places),
  ];
}

/** Whether a change makes something in a schema, or brings it there. The server asks who renames a type for nothing in the schema in which it stays. */
function isPut(change: Change): change is Exclude<Change, { verb: 'drop' }> {
  if (change.verb === 'rename') return !typeKinds.has(change.kind) || schemaOf(change.from) !== schemaOf(change.to);
  if (change.verb === 'alter') return remakesType(change) || isMoved(change);
  // The scripts of extensions run as a superuser.
  return change.verb !== 'drop' && change.kind !== 'postgres/extension';
}

function isMoved({ kind, deltas }: Extract<Change, { verb: 'alter' }>): boolean {
  return kind === 'postgres/extension' && deltas.some(({ type }) => type === 'change-schema');
}

/**
 * What lies in something else is the owner's of that to change; who may have triggers on a table may make some. Whoever owns the schema drops an index; statistics have
 * an owner of their own.
 */
function insideOf(change: Change, parent: Address): readonly AskedRight[] {
  if (change.kind === 'postgres/trigger' && change.verb === 'create') {
    return relations.has(partsOf(parent).kind) ? [{ ask: 'trigger-on', ...named(parent) }] : [];
  }
  if (change.kind === 'index' && change.verb === 'drop') {
    return [{ ask: 'drop-relation', ...named(change.from.address) }];
  }
  const isOnlyIts = change.kind === 'postgres/statistics' && change.verb !== 'create' && change.verb !== 'replace';
  return isOnlyIts ? [] : owning(parent, 'alter');
}

/** Whether what is of the whole database is made, or gets another name there. */
function isMade(change: Change): change is Extract<Change, { verb: 'create' | 'replace' | 'rename' }> {
  return change.verb === 'create' || change.verb === 'replace' || change.verb === 'rename';
}

function making({ kind, name, spec, address: at }: SchemaObject): readonly AskedRight[] {
  const title = titled(at);
  if (kind === 'schema' || kind === 'postgres/publication') return [{ ask: 'create-in-database', name: title, title }];
  if (kind !== 'postgres/extension') return [];
  const { version } = spec as ExtensionSpec;
  return [{ ask: 'create-extension', name, title, ...(version !== undefined && { version }) }];
}

function placing(object: SchemaObject, places: Places): readonly AskedRight[] {
  const schema = placeOf(object);
  return schema === undefined ? [] : [{ ask: 'create-in', name: places.schema(schema), title: titled(object.address) }];
}

function placeOf(object: SchemaObject): string | undefined {
  const { kind, address: at, spec } = object;
  if (kind === 'postgres/extension') return (spec as ExtensionSpec).schema;
  // They need not be where their table is.
  if (kind === 'postgres/statistics') return schemaOf({ kind, address: at });
  return isPlaced(kind) ? schemaOf(object) : undefined;
}

/** What waits in a schema of its own while names are traded takes one to be made. */
function passing({ address: at }: SchemaObject): AskedRight {
  return { ask: 'create-in-database', name: titled(at), title: `${titled(at)}, which waits in a schema aside` };
}
