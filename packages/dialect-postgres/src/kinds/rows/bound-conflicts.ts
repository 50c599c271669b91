import type { Address, ConflictContext, RowConflict, SchemaObject, Token } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { meaningful, splitAtCommas, textOf } from '../../documents/text.js';
import { quoteText } from '../../text/literal.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import type { ParentSpec, TableSpec } from '../table/spec.js';
import { keyTerms } from './key-terms.js';
import { placeOf, type RowSource, rowsToBe, rowsWhere, these } from './source.js';

type Table = SchemaObject<TableSpec>;

/** Rows of a table that do not fit into the bounds with which it becomes a partition. */
export function joinConflicts(table: Table, parent: ParentSpec, context: ConflictContext): readonly RowConflict[] {
  const above = tableIn(context, parent.table);
  const rows = rowsToBe(table.address, asksOf(above), context);
  if (!rows || !above || parent.bound === undefined) return [];
  const own = (each: ParentSpec) => boundCondition(above, each.bound ?? '', context);
  const inside = own(parent);
  const tell = (count: number) =>
    `${placeOf(rows, [])}: ${these(count, 'does', 'do')} not fit into ${shown(above)} ${parent.bound}`;
  if (parent.bound !== 'DEFAULT') return inside === undefined ? [] : asked(rows, `(${inside}) IS NOT TRUE`, tell);
  const others = siblings(above, table.address, context).flatMap((each) => own(each) ?? []);
  return others.length === 0 ? [] : asked(rows, others.map((each) => `(${each})`).join(' OR '), tell);
}

const toMove = 'Take these rows out of the default partition first, and write them again once the new one is there';

/** Rows of the default partition that belong into a new one beside it. */
export function shareConflicts(
  parent: ParentSpec,
  joining: Address | undefined,
  context: ConflictContext,
): readonly RowConflict[] {
  const above = tableIn(context, parent.table);
  if (!above || parent.bound === undefined || parent.bound === 'DEFAULT') return [];
  const [rest] = siblings(above, joining, context).filter(({ bound }) => bound === 'DEFAULT');
  const rows = rest && rowsToBe(rest.partition, asksOf(above), context);
  const inside = boundCondition(above, parent.bound, context);
  if (!rows || inside === undefined) return [];
  return asked(
    rows,
    inside,
    (count) => `${placeOf(rows, [])}: ${these(count, 'belongs', 'belong')} into the new partition ${parent.bound}`,
  ).map((conflict) => ({ ...conflict, remedy: toMove }));
}

function asked(rows: RowSource, where: string, tell: RowConflict['tell']): readonly RowConflict[] {
  return rows.unknown.size > 0 ? [] : [rowsWhere(rows, where, tell)];
}

/** The columns that say into which partition a row goes. */
function asksOf(above: Table | undefined): (column: string) => boolean {
  return (column) => mentionsColumn(above?.spec.partitionBy ?? '', column);
}

function tableIn({ goal }: ConflictContext, at: Address): Table | undefined {
  const found = goal.get(at);
  return found?.kind === 'table' ? (found as Table) : undefined;
}

/** The partitions of a table that were there before. */
function siblings(
  above: Table,
  but: Address | undefined,
  { goal }: ConflictContext,
): readonly (ParentSpec & { readonly partition: Address })[] {
  return goal.dependents(above.address).flatMap((each) => {
    if (each.kind !== 'table' || each.address === but) return [];
    const parents = (each as Table).spec.parents ?? [];
    return parents.filter(({ table }) => table === above.address).map((own) => ({ ...own, partition: each.address }));
  });
}

/** What `FOR VALUES …` says of a row, as SQL over its columns. See https://www.postgresql.org/docs/current/sql-createtable.html. */
function boundCondition(above: Table, bound: string, { origin, base }: ConflictContext): string | undefined {
  const { partitionBy = '' } = above.spec;
  const by = new DefinitionReader(partitionBy);
  const method = (['RANGE', 'LIST', 'HASH'] as const).find((each) => by.accept(each));
  const terms = keyTerms(`UNIQUE ${textOf(meaningful(partitionBy).slice(1), partitionBy)}`)?.terms;
  const reader = new DefinitionReader(bound);
  if (!method || !terms || !reader.accept('FOR', 'VALUES')) return undefined;
  const values = (group: readonly Token[] | undefined) =>
    group && splitAtCommas(group).map((tokens) => textOf(tokens, bound));
  if (method === 'LIST') {
    const listed = reader.accept('IN') ? values(reader.group()) : undefined;
    if (!listed) return undefined;
    const given = listed.filter((value) => value !== 'NULL');
    const parts = [
      ...(given.length > 0 ? [`${terms[0]} IN (${given.join(', ')})`] : []),
      ...(given.length < listed.length ? [`${terms[0]} IS NULL`] : []),
    ];
    return parts.join(' OR ');
  }
  if (method === 'HASH') {
    const numbers = reader.accept('WITH') ? values(reader.group()) : undefined;
    const [modulus, remainder] = (numbers ?? []).map((text) => meaningful(text).at(-1)?.text);
    if (modulus === undefined || remainder === undefined || !base.has(origin(above.address))) return undefined;
    const table = `${quoteText(qualifiedAt(origin(above.address)))}::regclass`;
    return `satisfies_hash_partition(${[table, modulus, remainder, ...terms].join(', ')})`;
  }
  const [low, high] = [
    reader.accept('FROM') ? values(reader.group()) : undefined,
    reader.accept('TO') ? values(reader.group()) : undefined,
  ];
  if (!low || !high) return undefined;
  const given = terms.map((term) => `${term} IS NOT NULL`);
  return [...given, `NOT (${before(terms, low)})`, before(terms, high)].join(' AND ');
}

/** Whether terms come before a bound, one after the other: MINVALUE is before everything, MAXVALUE after. */
function before([term, ...terms]: readonly string[], [value, ...values]: readonly string[]): string {
  if (term === undefined || value === undefined || value === 'MINVALUE') return 'FALSE';
  if (value === 'MAXVALUE') return 'TRUE';
  const rest = before(terms, values);
  return rest === 'FALSE' ? `${term} < ${value}` : `(${term} < ${value} OR ${term} = ${value} AND (${rest}))`;
}
