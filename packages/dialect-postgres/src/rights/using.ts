import type { Address, Change, Delta, SchemaObject } from '@sync/core';
import type { CastSpec } from '../kinds/cast/spec.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { DefaultPrivilegesSpec } from '../kinds/default-privileges-kind.js';
import type { ForeignTableSpec } from '../kinds/foreign/table.js';
import type { PublicationSpec } from '../kinds/publication/spec.js';
import type { RoutineSpec } from '../kinds/routine/spec.js';
import type { ServerSpec } from '../kinds/server-kind.js';
import type { TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { titled } from '../text/qualified.js';
import { type AskedRight, named, owning } from './ask.js';
import type { Places } from './places.js';

/** What a change takes of other things than the one that is changed. */
export function usingOthers(change: Change, places: Places): readonly AskedRight[] {
  const made = change.verb === 'create' || change.verb === 'replace' ? using(change.to, places) : [];
  const altered = change.verb === 'alter' ? [...usingTypes(change.deltas), ...takingUp(change.deltas, places)] : [];
  return [...made, ...altered, ...publishing(change, places), ...speakingFor(change), ...casting(change)];
}

function using({ kind, spec, address: at }: SchemaObject, { origin, made }: Places): readonly AskedRight[] {
  const title = titled(at);
  switch (kind) {
    case 'table': {
      const { columns, parents = [] } = spec as TableSpec;
      return [
        ...parents.flatMap(({ table }) => (made.has(table) ? [] : owning(origin(table), 'alter'))),
        ...columns.map(({ type }) => ({ ask: 'use-type' as const, name: type, title })),
      ];
    }
    case 'postgres/constraint': {
      const { references } = spec as ConstraintSpec;
      return references === undefined || made.has(references)
        ? []
        : [{ ask: 'refer-to', ...named(origin(references)), title }];
    }
    case 'postgres/foreign-table':
      return [{ ask: 'use-server', name: (spec as ForeignTableSpec).server, title }];
    case 'postgres/server':
      return [{ ask: 'use-wrapper', name: (spec as ServerSpec).wrapper, title }];
    case 'postgres/function':
    case 'postgres/procedure':
      return [{ ask: 'use-language', name: (spec as RoutineSpec).language, title }];
    default:
      return [];
  }
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

/** Who publishes a table owns it. */
function publishing(change: Change, { origin, made }: Places): readonly AskedRight[] {
  if (change.kind !== 'postgres/publication' || change.verb === 'drop' || change.verb === 'rename') return [];
  const before = new Set(change.verb === 'alter' ? tablesOf(change.from) : []);
  return tablesOf(change.to)
    .filter((table) => !before.has(table) && !made.has(table))
    .flatMap((table) => owning(origin(table), 'alter'));
}

function tablesOf({ spec }: SchemaObject): readonly Address[] {
  return ((spec as PublicationSpec).tables ?? []).map(({ table }) => table);
}

/** What a role gives by default only that role says, and whoever may act as it. */
function speakingFor(change: Change): readonly AskedRight[] {
  if (change.kind !== 'postgres/default-privileges') return [];
  const { spec, address: at } = change.verb === 'drop' ? change.from : change.to;
  return [{ ask: 'act-as', name: (spec as DefaultPrivilegesSpec).role, title: titled(at) }];
}

/** A cast is made and dropped by whoever owns one of its types. */
function casting(change: Change): readonly AskedRight[] {
  if (change.kind !== 'postgres/cast') return [];
  const { spec, address: at } = change.verb === 'create' ? change.to : change.from;
  const { source, target } = spec as CastSpec;
  return [{ ask: 'own-either-type', name: source, other: target, title: titled(at) }];
}
