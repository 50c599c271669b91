import { type Hazard, type Json, type SchemaObject, type Statement, type StepDraft, schemaObject } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { copiesOnline } from '../hazards.js';
import { type TableDifference, tableDifference } from '../kinds/table/difference.js';
import { modeWithZeros } from '../kinds/table/kept-zeros.js';
import { printTable } from '../kinds/table/print.js';
import { type IndexSpec, orderOf, primary, type TableLayout, type TableSpec } from '../kinds/table/spec.js';
import { missingForCopy } from '../rights/copy-rights.js';
import { quoteText } from '../text/literal.js';
import { foldMember, quoteName } from '../text/names.js';
import { copyKey } from './copy-key.js';
import { aside, type CopiedKeys, copiedKeys, type LeadingKey, leadToCopy, nameAgain } from './copy-keys.js';
import { copyNames } from './copy-names.js';
import { copyTriggers } from './copy-triggers.js';
import { notEmptied } from './emptied.js';
import { type Filling, fillProcedure, fillsCopy } from './fill-procedure.js';
import { awaitOlder } from './older-transactions.js';
import { leftOfCopy } from './remove-copy.js';
import { emptied, stillCopied } from './still-copied.js';
import { keysElsewhereHint } from './unseen-keys.js';

type Table = SchemaObject<TableSpec>;

/** A difference in two: what a copy makes, and what is made in place once it has taken the place of the table. */
export interface SplitDifference {
  readonly copied: TableDifference;
  readonly rest: TableDifference;
}

/**
 * Unique keys are built in place afterwards: rows that are alike would take the place of each other in a copy. What begins with a new counter is no such key, since the server
 * deals out its numbers, and takes no counter without it. Foreign keys come afterwards, too.
 */
export function splitForCopy(difference: TableDifference, flavour: Flavour): SplitDifference {
  const { from, to, columns, indexes, foreignKeys } = difference;
  const counters = new Set(
    columns.added.flatMap(({ name, autoIncrement }) => (autoIncrement ? [foldMember(name)] : [])),
  );
  const isLater = ({ unique, parts }: IndexSpec) => unique && !counters.has(foldMember(parts[0]?.column ?? ''));
  const later = new Set([...indexes.added, ...indexes.changed.map((pair) => pair.to)].filter(isLater));
  const keys = new Set([...foreignKeys.added, ...foreignKeys.changed.map((pair) => pair.to)]);
  const between = schemaObject<TableSpec>({
    ...to,
    ...asFarAs(from, to),
    spec: {
      ...to.spec,
      indexes: to.spec.indexes.filter((index) => !later.has(index)),
      foreignKeys: to.spec.foreignKeys.filter((key) => !keys.has(key)),
    },
  });
  return {
    copied: { ...tableDifference(from, between, new Map(), flavour), renames: difference.renames },
    rest: tableDifference(between, to, new Map(), flavour),
  };
}

/** The copy counts as far as the table does, and is brought further once it has taken its place. */
function asFarAs({ layout: before }: TableDifference['from'], { layout: after }: TableDifference['to']) {
  const { counter: _, ...rest } = after as unknown as TableLayout;
  const { reached } = before as unknown as TableLayout;
  return { layout: { ...rest, ...(reached !== undefined && { reached }) } as unknown as Json };
}

/** The settings in which each value is taken as it is, or refused. */
const settings = { 'mysql/sql_mode': modeWithZeros };

/** A copy that is filled some rows at a time while triggers bring along what others write, and that takes the place of the table in the end. */
export function copyOnline(
  difference: TableDifference,
  { flavour, version, hazards, from }: Copying,
): readonly StepDraft[] {
  const { to } = difference;
  const names = copyNames(to.name);
  const isApart = [...from, ...difference.from.spec.foreignKeys].length === 0;
  const filling = { ...fillingOf(difference), isApart, tableNumber: flavour.tableNumber };
  const procedure = quoteName(names.procedure);
  const [table, copy, old] = [to.name, names.copy, names.old].map(quoteName);
  const keys = copiedKeys(to, from);
  return [
    {
      summary: `copy table ${to.name}, as it is to be, beside it`,
      sql: [
        noneFromElsewhere(to.name),
        { text: printTable(copyOf(to, names.copy, { flavour, keys }), flavour) },
        ...awaitOlder(to.name, names),
        ...copyTriggers(filling, flavour.pastSnapshots?.(version)).map((text) => ({ text })),
        { text: fillProcedure(filling), brief: fillsCopy(to.name) },
        { text: `CALL ${procedure}(?)`, repeat: true },
        ...notEmptied(names, emptied(to.name)),
        { text: missingRows(filling), check: { message: `rows of table ${to.name} and of its copy are not the same` } },
      ],
      hazards: [...hazards, copiesOnline(to.name)],
      atomic: false,
      settings,
      leftovers: leftOfCopy(to.name),
      rights: missingForCopy(to.name, keys, flavour),
    },
    ...leadToCopy(to.name, keys, flavour),
    {
      summary: `put the copy of table ${to.name} in its place`,
      sql: [
        ...notEmptied(names, emptied(to.name)),
        stillCopied(filling),
        { text: `RENAME TABLE ${table} TO ${old}, ${copy} TO ${table}` },
        { text: `DROP TABLE ${old}` },
        { text: `DROP PROCEDURE ${procedure}` },
      ],
      atomic: false,
      wear: 'renewed',
    },
    ...nameAgain(to.name, keys, flavour),
  ];
}

/** What a copy is made with, beside the difference. */
interface Copying {
  readonly flavour: Flavour;
  /** Of the server. */
  readonly version: readonly number[];
  readonly hazards: readonly Hazard[];
  /** The foreign keys that lead to the table. */
  readonly from: readonly LeadingKey[];
}

/** Of tables of other databases nothing is known but to the server. */
function noneFromElsewhere(table: string): Statement {
  return {
    text: `SELECT constraint_schema AS 'database', table_name AS 'table', constraint_name AS 'name'
FROM information_schema.referential_constraints
WHERE unique_constraint_schema = DATABASE() AND referenced_table_name = ${quoteText(table)} AND constraint_schema <> DATABASE()
LIMIT 5`,
    check: {
      message: `foreign keys of another database lead to table ${table}, and would not follow to its copy`,
      hint: keysElsewhereHint,
      ahead: true,
    },
  };
}

function fillingOf(difference: TableDifference): Omit<Filling, 'isApart' | 'tableNumber'> {
  const { from, to, columns, renames } = difference;
  const added = new Set(columns.added.map(({ name }) => name));
  const olds = new Map(renames.map((rename) => [rename.to, rename.from]));
  const specs = new Map(to.spec.columns.map((column) => [column.name, column]));
  const before = new Map(from.spec.columns.map((column) => [foldMember(column.name), column]));
  return {
    table: to.name,
    names: copyNames(to.name),
    key: copyKey(difference) ?? [],
    counts: to.spec.columns.some(({ autoIncrement }) => autoIncrement),
    merges: mayMerge(difference),
    columns: orderOf(to).flatMap((name) => {
      const isComputed = specs.get(name)?.generated !== undefined;
      const isNew = added.has(name) || !before.has(foldMember(name));
      return isComputed || isNew ? [] : [{ from: olds.get(name) ?? name, to: name }];
    }),
  };
}

/** A unique key that stays may take rows for alike once a column of it, or what is computed from one, holds or compares its values in another way. */
function mayMerge({ to, columns }: TableDifference): boolean {
  if (columns.changed.length === 0) return false;
  const others = new Set(columns.changed.map((pair) => foldMember(pair.to.name)));
  for (const { name, generated } of to.spec.columns) if (generated) others.add(foldMember(name));
  return to.spec.indexes.some(
    ({ name, unique, parts }) =>
      unique && name !== primary && parts.some(({ column }) => column === undefined || others.has(foldMember(column))),
  );
}

/** The names that the server gives by itself begin with the table's, and change with it. */
function copyOf(
  table: Table,
  name: string,
  { flavour, keys }: { readonly flavour: Flavour; readonly keys: CopiedKeys },
): Table {
  const called = (each: string) => `${name}${each.slice(table.name.length)}`;
  const { checks } = table.spec;
  return schemaObject<TableSpec>({
    ...table,
    name,
    spec: {
      ...table.spec,
      foreignKeys: [...keys.numbered.map((key) => ({ ...key, name: called(key.name) })), ...keys.named.map(aside)],
      ...(flavour.namesChecksByTable && { checks: checks.map((check) => ({ ...check, name: called(check.name) })) }),
    },
  });
}

/** Rows of one that the other has not got. */
function missingRows({ table, names, key }: Filling): string {
  const same = key.map((column) => `c.${quoteName(column.to)} = t.${quoteName(column.from)}`).join(' AND ');
  const [own, its] = [quoteName(key[0]?.from ?? ''), quoteName(key[0]?.to ?? '')];
  return `SELECT 'missing' AS \`what\` FROM ${quoteName(table)} AS t LEFT JOIN ${quoteName(names.copy)} AS c ON ${same} WHERE c.${its} IS NULL
UNION ALL
SELECT 'left over' FROM ${quoteName(names.copy)} AS c LEFT JOIN ${quoteName(table)} AS t ON ${same} WHERE t.${own} IS NULL
LIMIT 1`;
}
