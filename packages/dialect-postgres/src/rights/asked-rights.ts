import { type Address, type Change, type Delta, partsOf, type SchemaObject } from '@sync/core';
import { targetOf } from '../kinds/comment/target.js';
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
}

const relations = new Set(['table', 'view', 'postgres/materialized-view', 'postgres/foreign-table', 'sequence']);
const types = new Set(['postgres/enum', 'postgres/domain', 'postgres/composite-type', 'postgres/range-type']);
const routines = new Set(['postgres/function', 'postgres/procedure', 'postgres/aggregate']);

/** The rights that changes take and that the server's catalogue can tell about. Of what the same plan makes, or gives away, nothing is known yet. */
export function askedRights(changes: readonly Change[]): readonly AskedRight[] {
  const given = new Set(changes.flatMap((change) => (isAccess(change) ? parentsOf(change) : [])));
  const found = new Map<string, AskedRight>();
  for (const change of changes) {
    for (const right of isAccess(change) ? [] : rightsOf(change, given)) found.set(`${right.ask} ${right.name}`, right);
  }
  return [...found.values()];
}

function isAccess({ kind }: Change): boolean {
  return kind === 'postgres/access';
}

function parentsOf(change: Change): readonly Address[] {
  const { parent } = change.verb === 'drop' ? change.from : change.to;
  return parent === undefined ? [] : [parent];
}

function rightsOf(change: Change, given: ReadonlySet<Address>): readonly AskedRight[] {
  const object = change.verb === 'create' ? change.to : change.from;
  const { parent } = object;
  if (given.has(object.address) || (parent !== undefined && given.has(parent))) return [];
  const within = parent === undefined ? [] : insideOf(change, parent);
  const makes = change.verb === 'create' || change.verb === 'replace';
  return [
    ...within,
    ...(change.verb === 'create' || parent !== undefined ? [] : owning(object.address, change.verb)),
    ...(makes || change.verb === 'rename' ? placing(change.to) : []),
    ...(makes ? using(change.to) : []),
    ...(change.verb === 'alter' ? [...usingTypes(change.deltas), ...takingUp(change.deltas)] : []),
  ];
}

/** What lies in something else is the owner's of that to change; who may have triggers on a table may make some. */
function insideOf(change: Change, parent: Address): readonly AskedRight[] {
  if (change.kind === 'postgres/trigger' && change.verb === 'create') {
    return relations.has(partsOf(parent).kind) ? [{ ask: 'trigger-on', ...named(parent) }] : [];
  }
  return owning(parent, 'alter');
}

function owning(at: Address, verb: Change['verb']): readonly AskedRight[] {
  const { kind, parts } = partsOf(at);
  const does = verb === 'drop' || verb === 'replace' ? 'drop' : 'own';
  if (relations.has(kind)) return [{ ask: `${does}-relation`, ...named(at) }];
  if (types.has(kind)) return [{ ask: `${does}-type`, ...named(at) }];
  if (routines.has(kind)) {
    const name = (targetOf(at) ?? '').replace(/^ROUTINE /, '');
    return [{ ask: `${does}-routine`, name, title: titleOf(at) }];
  }
  const [name = ''] = parts.slice(-1);
  if (kind === 'schema') return [{ ask: 'own-schema', name, title: titleOf(at) }];
  if (kind === 'postgres/publication') return [{ ask: 'own-publication', name, title: titleOf(at) }];
  return kind === 'postgres/server' ? [{ ask: 'own-server', name, title: titleOf(at) }] : [];
}

function placing(object: SchemaObject): readonly AskedRight[] {
  const { kind, name, spec } = object;
  if (kind === 'postgres/extension') {
    const { version = '' } = spec as ExtensionSpec;
    return [{ ask: 'create-extension', name, title: version }];
  }
  if (kind === 'schema' || kind === 'postgres/publication') {
    return [{ ask: 'create-in-database', name: titleOf(object.address), title: titleOf(object.address) }];
  }
  const isPlaced = kind === 'index' || relations.has(kind) || types.has(kind) || routines.has(kind);
  const schema = isPlaced ? schemaOf(object) : undefined;
  return schema === undefined ? [] : [{ ask: 'create-in', name: schema, title: titleOf(object.address) }];
}

function using({ kind, spec, address }: SchemaObject): readonly AskedRight[] {
  const title = titleOf(address);
  if (kind === 'table') {
    const { columns, parents = [] } = spec as TableSpec;
    return [
      ...parents.flatMap(({ table }) => owning(table, 'alter')),
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
function takingUp(deltas: readonly Delta[]): readonly AskedRight[] {
  return (deltas as readonly TableDelta[]).flatMap(({ type, before, after }) =>
    type === 'change-owns'
      ? (after?.owns ?? []).filter((each) => !before?.owns?.includes(each)).flatMap((each) => owning(each, 'alter'))
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
