import type { Address, Change, Delta, EntailContext, Entailed, SchemaObject } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { foldMember } from '../../text/names.js';
import { operationsOf } from './alter.js';
import { greatest } from './costs.js';
import { differenceIn, type Pair, type TableDifference } from './difference.js';
import { isRefusedUnderKeys } from './refused-under-keys.js';
import { renamedInExpressions } from './renamed-under-keys.js';
import type { ForeignKeySpec, TableSpec } from './spec.js';

type Alter = Extract<Change<TableSpec>, { verb: 'alter' }>;

const rewriting = 'change-under-foreign-key';

/** Foreign keys that stay, and that the server lets no column at either end change under, by the tables that they are of. */
export function keysInTheWay(
  change: Change<TableSpec>,
  { base, goal, origin }: EntailContext,
  flavour: Flavour,
): ReadonlyMap<Address, Entailed> {
  if (change.verb !== 'alter') return new Map();
  const difference = differenceIn(change, flavour);
  const refused = refusedColumns(difference, flavour);
  if (refused.size === 0) return new Map();
  const { to } = change;
  const own = change.to.address;
  const users = goal.dependents(own).filter(({ kind, address: at }) => kind === 'table' && at !== own);
  const isTouched = (table: SchemaObject<TableSpec>, key: ForeignKeySpec) =>
    (table.address === own && key.columns.some((name) => refused.has(foldMember(name)))) ||
    (isTo(key, to) && key.references.some((name) => refused.has(foldMember(name))));
  return new Map(
    [to, ...(users as readonly SchemaObject<TableSpec>[])].flatMap((table) => {
      const before = base.get(origin(table.address)) as SchemaObject<TableSpec> | undefined;
      const there = new Set(before?.spec.foreignKeys.map(({ name }) => foldMember(name)));
      const keys = table.spec.foreignKeys.filter((key) => there.has(foldMember(key.name)) && isTouched(table, key));
      return keys.length > 0 && before ? [[before.address, keys.map(rewrite)] as const] : [];
    }),
  );
}

function isTo({ table, database }: ForeignKeySpec, { name }: SchemaObject): boolean {
  return database === undefined && table === name;
}

function rewrite({ name }: ForeignKeySpec): Delta {
  return { type: rewriting, path: ['foreignKeys', name] };
}

/** The difference that an alter stands for, with the keys that make way. */
export function withRewrittenKeys(difference: TableDifference, { deltas, to }: Alter): TableDifference {
  const names = new Set(deltas.flatMap(({ type, path }) => (type === rewriting ? [path[1]] : [])));
  const changed = new Set(difference.foreignKeys.changed.map((pair) => pair.to.name));
  const more = to.spec.foreignKeys.flatMap((key): readonly Pair<ForeignKeySpec>[] =>
    names.has(key.name) && !changed.has(key.name) ? [{ from: key, to: key }] : [],
  );
  if (more.length === 0) return difference;
  const { foreignKeys } = difference;
  return { ...difference, foreignKeys: { ...foreignKeys, changed: [...foreignKeys.changed, ...more] } };
}

/** What is done to foreign keys says nothing of how columns change. */
const alone = { isReferredTo: true, altered: new Set<string>(), waits: () => false, taker: () => undefined };

/** The columns, by folded name, that change as the server does not let them under a foreign key. */
function refusedColumns(difference: TableDifference, flavour: Flavour): ReadonlySet<string> {
  const costs = () => operationsOf(difference, flavour, alone).filter(({ stage }) => stage !== 'refer');
  let isCopied: boolean | undefined;
  const copied = () => {
    isCopied ??= greatest(costs().map(({ cost }) => cost)) === 'copy';
    return isCopied;
  };
  const refused = difference.columns.changed.filter((pair) => isRefusedUnderKeys(pair, flavour, copied));
  return new Set([...refused.map(({ to }) => foldMember(to.name)), ...renamedInExpressions(difference, flavour)]);
}
