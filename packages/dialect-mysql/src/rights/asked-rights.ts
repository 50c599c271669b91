import { type Address, type Change, partsOf, type SchemaObject } from '@sync/core';
import { bridgeKindName } from '../kinds/bridge/names.js';
import type { BodyLayout } from '../kinds/definer.js';
import { isMadeAnew, type Routine } from '../kinds/routine-kind.js';
import type { ForeignKeySpec, TableSpec } from '../kinds/table/spec.js';
import type { TriggerSpec } from '../kinds/trigger-kind.js';
import { packageBodyKind, packageKindName } from '../read/names.js';
import type { KeptDefiner } from './definer-rights.js';

/** One privilege that a change takes: on a table, or in the whole database. */
export interface AskedRight {
  readonly privilege: string;
  readonly table?: string;
  /** Nothing may be given on a table that is not there yet, but the right to make it. */
  readonly isToCome?: true;
  /** What it is for, as people call it: `table users`. */
  readonly title: string;
}

/** What of a plan runs with somebody's rights, and is dropped and made again, or replaced. */
export function keptDefiners(changes: readonly Change[]): readonly KeptDefiner[] {
  return changes.flatMap((change) => {
    const before = writtenAnew(change);
    const { definer } = (before?.layout ?? {}) as Partial<BodyLayout>;
    return before === undefined || definer === undefined ? [] : [{ title: `${change.kind} ${before.name}`, definer }];
  });
}

/** What was there of what is written anew by a change, if need be before a run that was stopped. */
function writtenAnew(change: Change): SchemaObject | undefined {
  if (change.verb === 'create') return change.lost;
  return change.verb === 'replace' || (change.verb === 'alter' && isWrittenAnew(change)) ? change.from : undefined;
}

/** Kinds of which a change writes the whole definition. */
const replacedWhole: ReadonlySet<string> = new Set(['view', 'trigger', 'event', packageKindName, packageBodyKind]);

/** Whether something with a body is made anew in the place of what there is, by a statement that says whose it is. */
function isWrittenAnew(change: Change & { readonly verb: 'alter' }): boolean {
  const { kind, from, to } = change;
  if (kind === 'function' || kind === 'procedure') return isMadeAnew(from as Routine, to as Routine, kind);
  return replacedWhole.has(kind);
}

/** What is known of a plan beside one of its changes. */
interface Places {
  readonly made: ReadonlySet<Address>;
  /** What a table is called as long as nothing has been renamed. */
  origin(name: string): string;
}

/**
 * What changes take, as the servers were found to ask for it. The rights to alter and to drop a routine are left out: whoever made one has them, and the server does not
 * show that.
 */
export function askedRights(changes: readonly Change[], needsReferences: boolean): readonly AskedRight[] {
  const renamed = new Map(
    changes.flatMap((change) =>
      change.verb === 'rename' && change.kind === 'table' ? [[change.to.name, change.from.name] as const] : [],
    ),
  );
  const places: Places = {
    made: new Set(changes.filter(({ verb }) => verb === 'create').map(({ address }) => address)),
    origin: (name) => renamed.get(name) ?? name,
  };
  const all = changes.flatMap((change) => [
    ...rightsFor(change, places),
    ...(needsReferences ? referring(change, places) : []),
  ]);
  return [
    ...new Map(all.map((right) => [JSON.stringify([right.privilege, right.table, right.title]), right])).values(),
  ];
}

function rightsFor(change: Change, places: Places): readonly AskedRight[] {
  const object = change.verb === 'create' ? change.to : change.from;
  const title = `${partsOf(object.address).kind.replace(/^mysql\//, '')} ${object.name}`;
  const anywhere = (...privileges: readonly string[]) => privileges.map((privilege) => ({ privilege, title }));
  const on = (table: string, ...privileges: readonly string[]) =>
    privileges.map((privilege) => ({ privilege, table, title }));
  const toCome = (table: string, ...privileges: readonly string[]) =>
    on(table, ...privileges).map((right) => ({ ...right, isToCome: true as const }));
  switch (change.kind) {
    case 'table':
    case 'sequence':
      return tableRights(change, {
        on: (...privileges) => on(places.origin(object.name), ...privileges),
        toCome: (...privileges) => toCome((change.verb === 'drop' ? change.from : change.to).name, ...privileges),
      });
    case 'view':
      if (change.verb === 'drop') return on(object.name, 'DROP');
      if (change.verb === 'create') return toCome(object.name, 'CREATE VIEW');
      return change.verb === 'rename' ? [] : on(object.name, 'CREATE VIEW', 'DROP');
    case 'function':
    case 'procedure':
      return change.verb === 'drop' || (change.verb === 'alter' && !isWrittenAnew(change))
        ? []
        : anywhere('CREATE ROUTINE');
    case packageKindName:
    case packageBodyKind:
      return change.verb === 'drop' ? [] : anywhere('CREATE ROUTINE');
    case 'trigger': {
      const { table } = object.spec as TriggerSpec;
      return places.made.has(object.parent ?? object.address)
        ? toCome(table, 'TRIGGER')
        : on(places.origin(table), 'TRIGGER');
    }
    case bridgeKindName: {
      const { parts } = partsOf(object.parent ?? object.address);
      return on(places.origin(parts[0] ?? ''), 'TRIGGER', 'SELECT', 'UPDATE');
    }
    case 'event':
      return anywhere('EVENT');
    case 'mysql/database':
      return anywhere('ALTER');
    default:
      return [];
  }
}

interface Asking {
  toCome(...privileges: readonly string[]): readonly AskedRight[];
  on(...privileges: readonly string[]): readonly AskedRight[];
}

function tableRights({ verb }: Change, { toCome, on }: Asking): readonly AskedRight[] {
  switch (verb) {
    case 'create':
      return toCome('CREATE');
    case 'drop':
      return on('DROP');
    case 'alter':
      return on('ALTER');
    case 'rename':
      return [...on('ALTER', 'DROP'), ...toCome('CREATE', 'INSERT')];
    case 'replace':
      return [...on('DROP'), ...toCome('CREATE')];
    default:
      return verb satisfies never;
  }
}

/** Who refers to a table needs its leave. */
function referring(change: Change, { made, origin }: Places): readonly AskedRight[] {
  if (change.kind !== 'table' || (change.verb !== 'create' && change.verb !== 'alter')) return [];
  const keys = (object: SchemaObject) => (object.spec as TableSpec).foreignKeys;
  const before = new Set(change.verb === 'alter' ? keys(change.from).map(textOf) : []);
  return keys(change.to).flatMap((key) => {
    const isMade = made.has(`table:${key.table}` as Address) || key.table === change.to.name;
    if (before.has(textOf(key)) || key.database !== undefined || isMade) return [];
    return [{ privilege: 'REFERENCES', table: origin(key.table), title: `table ${key.table}` }];
  });
}

function textOf(key: ForeignKeySpec): string {
  return JSON.stringify(key);
}
