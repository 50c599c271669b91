import { type Address, address, type Change, type Delta, partsOf, type SchemaObject } from '@sync/core';
import type { ExtensionSpec } from '../kinds/extension-kind.js';
import type { ForeignTableSpec } from '../kinds/foreign/table.js';
import type { RoutineSpec } from '../kinds/routine/spec.js';
import type { ServerSpec } from '../kinds/server-kind.js';
import type { TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { schemaOf } from '../schema-of.js';
import { qualifiedAt, shown } from '../text/qualified.js';

/** What is asked of the role that is to run a plan. */
export type Ask =
  | `own-${'relation' | 'routine' | 'type' | 'schema' | 'publication' | 'server'}`
  | `drop-${'relation' | 'routine' | 'type'}`
  | `create-${'in' | 'in-database' | 'extension'}`
  | `use-${'type' | 'language' | 'wrapper' | 'server'}`
  | 'trigger-on';

/** One right that a change takes, of what is there by this name, as SQL writes it, or as it is called where there are no qualified names. */
export interface AskedRight {
  readonly ask: Ask;
  readonly name: string;
  readonly title: string;
  /** Of an extension. */
  readonly version?: string;
  /** A routine is looked for by its name: what its arguments are called may be another name when it is asked. */
  readonly routine?: { readonly schema: string; readonly name: string };
}

const relations = new Set(['table', 'view', 'postgres/materialized-view', 'postgres/foreign-table', 'sequence']);
const types = new Set(['postgres/enum', 'postgres/domain', 'postgres/composite-type', 'postgres/range-type']);
const routines = new Set(['postgres/function', 'postgres/procedure', 'postgres/aggregate']);

/** The rights that changes take and that the server's catalogue can tell about. Of what the same plan makes, or gives away, nothing is known yet. */
export function askedRights(changes: readonly Change[]): readonly AskedRight[] {
  const given = new Set(changes.flatMap((change) => (isAccess(change) ? parentsOf(change) : [])));
  const made = new Set(changes.filter(({ verb }) => makes.has(verb)).map(({ address: at }) => at));
  const places: Places = { given, made, ...originsOf(changes) };
  const found = new Map<string, AskedRight>();
  for (const change of changes) {
    for (const right of isAccess(change) ? [] : rightsOf(change, places))
      found.set(`${right.ask} ${right.name}`, right);
  }
  return [...found.values()];
}

const makes: ReadonlySet<Change['verb']> = new Set(['create', 'replace']);

interface Places {
  readonly given: ReadonlySet<Address>;
  readonly made: ReadonlySet<Address>;
  /** Where something is as long as nothing has been renamed. */
  origin(at: Address): Address;
  /** What a schema is called until then. */
  schema(name: string): string;
}

function originsOf(changes: readonly Change[]): Pick<Places, 'origin' | 'schema'> {
  const renamed = changes.filter((change) => change.verb === 'rename');
  const origins = new Map(renamed.map(({ from, to }) => [to.address, from.address]));
  const schemas = new Map(
    renamed.flatMap(({ kind, from, to }) => (kind === 'schema' ? [[lastOf(to.address), lastOf(from.address)]] : [])),
  );
  const schema = (name: string) => schemas.get(name) ?? name;
  return {
    schema,
    origin(at) {
      const { kind, parts } = partsOf(at);
      const [first = '', ...rest] = parts;
      return origins.get(at) ?? (rest.length > 0 && schemas.has(first) ? address(kind, schema(first), ...rest) : at);
    },
  };
}

function lastOf(at: Address): string {
  return partsOf(at).parts.at(-1) ?? '';
}

function isAccess({ kind }: Change): boolean {
  return kind === 'postgres/access';
}

function parentsOf(change: Change): readonly Address[] {
  const { parent } = change.verb === 'drop' ? change.from : change.to;
  return parent === undefined ? [] : [parent];
}

function rightsOf(change: Change, places: Places): readonly AskedRight[] {
  const object = change.verb === 'create' ? change.to : change.from;
  const { parent } = object;
  const { given, made } = places;
  if (given.has(object.address) || (parent !== undefined && given.has(parent))) return [];
  // What is taken down or renamed is called as it is found.
  const origin = change.verb === 'create' || change.verb === 'alter' ? places.origin : (at: Address) => at;
  const within = parent === undefined || made.has(parent) ? [] : insideOf(change, origin(parent));
  return [
    ...within,
    ...(change.verb === 'create' || parent !== undefined ? [] : owning(origin(object.address), change.verb)),
    ...(change.verb === 'create' || change.verb === 'replace' || isMoved(change) ? placing(change.to, places) : []),
    ...(change.verb === 'create' || change.verb === 'replace' ? using(change.to, places) : []),
    ...(change.verb === 'alter' ? [...usingTypes(change.deltas), ...takingUp(change.deltas, places)] : []),
  ];
}

/** The server asks who renames a type for nothing in the schema in which it stays. */
function isMoved(change: Change): change is Extract<Change, { verb: 'rename' }> {
  if (change.verb !== 'rename') return false;
  return !types.has(change.kind) || schemaOf(change.from) !== schemaOf(change.to);
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
  return change.kind === 'postgres/statistics' && change.verb !== 'create' ? [] : owning(parent, 'alter');
}

function owning(at: Address, verb: Change['verb']): readonly AskedRight[] {
  const { kind, parts } = partsOf(at);
  const does = verb === 'drop' || verb === 'replace' ? 'drop' : 'own';
  if (relations.has(kind)) return [{ ask: `${does}-relation`, ...named(at) }];
  if (types.has(kind)) return [{ ask: `${does}-type`, ...named(at) }];
  if (routines.has(kind)) {
    const [signature = '', schema = 'public'] = [...parts].reverse();
    const routine = { schema, name: signature.slice(0, signature.indexOf('(')) };
    return [{ ask: `${does}-routine`, name: parts.join('.'), title: titleOf(at), routine }];
  }
  const name = lastOf(at);
  if (kind === 'schema') return [{ ask: 'own-schema', name, title: titleOf(at) }];
  if (kind === 'postgres/publication') return [{ ask: 'own-publication', name, title: titleOf(at) }];
  return kind === 'postgres/server' ? [{ ask: 'own-server', name, title: titleOf(at) }] : [];
}

function placing(object: SchemaObject, places: Places): readonly AskedRight[] {
  const { kind, name, spec } = object;
  if (kind === 'postgres/extension') {
    const { version } = spec as ExtensionSpec;
    return [
      { ask: 'create-extension', name, title: titleOf(object.address), ...(version !== undefined && { version }) },
    ];
  }
  if (kind === 'schema' || kind === 'postgres/publication') {
    return [{ ask: 'create-in-database', name: titleOf(object.address), title: titleOf(object.address) }];
  }
  const isPlaced = kind === 'index' || relations.has(kind) || types.has(kind) || routines.has(kind);
  const schema = isPlaced ? schemaOf(object) : undefined;
  return schema === undefined
    ? []
    : [{ ask: 'create-in', name: places.schema(schema), title: titleOf(object.address) }];
}

function using({ kind, spec, address: at }: SchemaObject, { origin, made }: Places): readonly AskedRight[] {
  const title = titleOf(at);
  if (kind === 'table') {
    const { columns, parents = [] } = spec as TableSpec;
    return [
      ...parents.flatMap(({ table }) => (made.has(table) ? [] : owning(origin(table), 'alter'))),
      ...columns.map(({ type }) => ({ ask: 'use-type' as const, name: type, title })),
    ];
  }
  if (kind === 'postgres/foreign-table') return [{ ask: 'use-server', name: (spec as ForeignTableSpec).server, title }];
  if (kind === 'postgres/server') return [{ ask: 'use-wrapper', name: (spec as ServerSpec).wrapper, title }];
  if (kind !== 'postgres/function' && kind !== 'postgres/procedure') return [];
  return [{ ask: 'use-language', name: (spec as RoutineSpec).language, title }];
}

function usingTypes(deltas: readonly Delta[]): readonly AskedRight[] {
  return (deltas as readonly TableDelta[]).flatMap(({ type, path, after }) =>
    (type === 'add-column' || type === 'change-type') && typeof after?.type === 'string'
      ? [{ ask: 'use-type' as const, name: after.type, title: `column ${path[1] ?? ''}` }]
      : [],
  );
}

/** A sequence that a column is to own has to be that of the table's owner, or is given away. */
function takingUp(deltas: readonly Delta[], { origin, made }: Places): readonly AskedRight[] {
  return (deltas as readonly TableDelta[]).flatMap(({ type, before, after }) =>
    type === 'change-owns'
      ? (after?.owns ?? [])
          .filter((each) => !before?.owns?.includes(each) && !made.has(each))
          .flatMap((each) => owning(origin(each), 'alter'))
      : [],
  );
}

function named(at: Address): Pick<AskedRight, 'name' | 'title'> {
  return { name: qualifiedAt(at), title: titleOf(at) };
}

function titleOf(at: Address): string {
  const kind = partsOf(at)
    .kind.replace(/^postgres\//, '')
    .replaceAll('-', ' ');
  return `${kind} ${shown({ address: at })}`;
}
