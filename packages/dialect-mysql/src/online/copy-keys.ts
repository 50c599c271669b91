import type { SchemaObject, Statement, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { addForeignKey } from '../kinds/table/foreign-key-operations.js';
import { printForeignKey } from '../kinds/table/print.js';
import type { ForeignKeySpec, TableSpec } from '../kinds/table/spec.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { copyNames, keyAside } from './copy-names.js';

/** A foreign key with the table that it leads from. */
export interface KeyOf {
  readonly table: string;
  readonly key: ForeignKeySpec;
}

/** One that leads to a table from another, with that as it is when the copy takes its place. */
export interface LeadingKey extends KeyOf {
  readonly from: SchemaObject<TableSpec>;
}

/** The foreign keys that a table and its copy have to do with, by how they come to be those of the copy. */
export interface CopiedKeys {
  /** Numbered by the server: those of the copy are numbered, too. */
  readonly numbered: readonly ForeignKeySpec[];
  /** Under names of their own, which are taken for as long as the table stands. */
  readonly named: readonly ForeignKeySpec[];
  /** From the table to itself: rows may come to the copy before those that they refer to. */
  readonly within: readonly ForeignKeySpec[];
  /** From other tables. */
  readonly from: readonly LeadingKey[];
}

/** The server changes foreign keys in place only without looking at the rows, which the keys before them have held to the same. */
const settings = { 'mysql/foreign_key_checks': 0 };
const inPlace = 'ALGORITHM=INPLACE,\n  LOCK=NONE';

/** Sorts the foreign keys of a table that a copy is to have, and those that lead to it. */
export function copiedKeys({ name, spec }: SchemaObject<TableSpec>, from: readonly LeadingKey[]): CopiedKeys {
  const within = spec.foreignKeys.filter((key) => isWithin(key, name));
  const others = spec.foreignKeys.filter((key) => !isWithin(key, name));
  return {
    numbered: others.filter((key) => isNumbered(key.name, name, 'ibfk')),
    named: others.filter((key) => !isNumbered(key.name, name, 'ibfk')),
    within,
    from,
  };
}

/** Whether the server gives a key or a check that name by itself, and another one when the table is renamed. */
export function isNumbered(name: string, table: string, infix: string): boolean {
  return new RegExp(`^_${infix}_\\d+$`).test(name.startsWith(table) ? name.slice(table.length) : '');
}

function isWithin({ table, database }: ForeignKeySpec, name: string): boolean {
  return database === undefined && table === name;
}

/** A foreign key under the name that it has for as long as its own is taken. */
export function aside(key: ForeignKeySpec): ForeignKeySpec {
  return { ...key, name: keyAside(key.name) };
}

/**
 * Has foreign keys lead to the copy of a table that led to the table, once it holds all rows and whoever writes one writes both: from then on it is the copy that keeps
 * rows of others from losing what they refer to, or has them go along. Each goes over by one statement, so that none is without one in between, and which keeps the
 * index that the server made for it: that would give way to one under the other name.
 */
export function leadToCopy(table: string, { within, from }: CopiedKeys, flavour: Flavour): readonly StepDraft[] {
  if (within.length + from.length === 0) return [];
  const { copy } = copyNames(table);
  const led = (key: ForeignKeySpec) => ({ ...aside(key), table: copy });
  const places = [...within.map((key) => ({ table: copy, key })), ...from];
  return [
    {
      summary: `have foreign keys lead to the copy of table ${table}`,
      sql: [
        ...within.map((key) => ({ text: alterBeside(copy, [`ADD ${printForeignKey(led(key), flavour)}`]) })),
        ...from.map(({ table: child, key, from: own }) => ({
          text: alterBeside(child, [dropKey(key.name), addForeignKey(led(key), { from: own, to: own }, flavour)]),
        })),
      ],
      atomic: false,
      settings,
      leftovers: {
        find: {
          text: `SELECT 1 AS found FROM information_schema.table_constraints WHERE ${places.map(isAside).join('\n  OR ')}`,
        },
        remove: [
          ...within.flatMap((key) => ifAside({ table: copy, key }, alterBeside(copy, [dropKey(keyAside(key.name))]))),
          ...from.flatMap((each) => calledAgain(each, flavour)),
        ],
      },
    },
  ];
}

/** Gives foreign keys their names back, once the copy has taken the place of the table and nothing else has them. */
export function nameAgain(table: string, { named, within, from }: CopiedKeys, flavour: Flavour): readonly StepDraft[] {
  const keys = [...[...named, ...within].map((key) => ({ table, key })), ...from];
  if (keys.length === 0) return [];
  return [
    {
      summary: `give foreign keys of the copy of table ${table} their names back`,
      sql: keys.map((each) => ({ text: renamed(each, flavour) })),
      atomic: false,
      settings,
    },
  ];
}

/** Takes a foreign key back to its name and to the table, where a run was stopped between. */
export function keyAgain(each: KeyOf, flavour: Flavour): StepDraft {
  return {
    summary: `give foreign key ${each.key.name} of table ${each.table} its name back`,
    sql: calledAgain(each, flavour),
    atomic: false,
    settings,
  };
}

function calledAgain(each: KeyOf, flavour: Flavour): readonly Statement[] {
  return ifAside(each, renamed(each, flavour));
}

function renamed({ table, key }: KeyOf, flavour: Flavour): string {
  return alterBeside(table, [dropKey(keyAside(key.name)), `ADD ${printForeignKey(key, flavour)}`]);
}

function ifAside(each: KeyOf, statement: string): readonly Statement[] {
  return ifThere(isAside(each), statement);
}

/** Executes a statement where there is such a constraint: the server knows no IF EXISTS for them all. */
export function ifThere(where: string, statement: string): readonly Statement[] {
  const there = `EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE ${where})`;
  return [
    { text: `SET @schema_sync_alter = IF(${there}, ${quoteText(statement)}, 'DO 0')` },
    { text: 'PREPARE schema_sync_alter FROM @schema_sync_alter' },
    { text: 'EXECUTE schema_sync_alter' },
    { text: 'DEALLOCATE PREPARE schema_sync_alter' },
  ];
}

function isAside({ table, key }: KeyOf): string {
  return isKeyOf(table, keyAside(key.name));
}

/** A condition on constraints by which one of a table is found. */
export function isKeyOf(table: string, name: string): string {
  return `(constraint_schema = DATABASE() AND table_name = ${quoteText(table)} AND constraint_name = ${quoteText(name)})`;
}

/** An ALTER TABLE that leaves everybody else to their work. */
export function alterBeside(table: string, clauses: readonly string[]): string {
  return `ALTER TABLE ${quoteName(table)}\n  ${[...clauses, inPlace].join(',\n  ')}`;
}

/** The clause that drops a foreign key. */
export function dropKey(name: string): string {
  return `DROP FOREIGN KEY ${quoteName(name)}`;
}
