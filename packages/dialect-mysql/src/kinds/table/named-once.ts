import type { Address, Catalogue, SchemaObject } from '@sync/core';
import type { Flavour, NamedOnce } from '../../flavour.js';
import { foldMember } from '../../text/names.js';
import type { TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

const members: readonly NamedOnce[] = ['foreignKeys', 'checks'];

const known = new WeakMap<Catalogue, ReadonlyMap<string, Table>>();

/** The table that has a foreign key, or a check, of this name in a state. */
export function holderOf(member: NamedOnce, name: string, state: Catalogue): Table | undefined {
  const index = known.get(state) ?? holdersIn(state);
  known.set(state, index);
  return index.get(keyOf(member, name));
}

/** The tables of a goal that are to have what a table has by a name that the database has once. */
export function takersOf({ spec }: Table, goal: Catalogue, flavour: Flavour): ReadonlySet<Address> {
  const takers = members.flatMap((member) =>
    flavour.namedOnce.has(member) ? spec[member].flatMap(({ name }) => holderOf(member, name, goal) ?? []) : [],
  );
  return new Set(takers.map(({ address }) => address));
}

function holdersIn(state: Catalogue): ReadonlyMap<string, Table> {
  const tables = Array.from(state).filter(({ kind }) => kind === 'table') as readonly Table[];
  return new Map(
    tables.flatMap((table) =>
      members.flatMap((member) => table.spec[member].map(({ name }) => [keyOf(member, name), table] as const)),
    ),
  );
}

function keyOf(member: NamedOnce, name: string): string {
  return `${member} ${foldMember(name)}`;
}
