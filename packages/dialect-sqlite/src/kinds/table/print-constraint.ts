import { writeCollation } from '../../text/expression.js';
import { quoteName } from '../../text/names.js';
import type { CheckSpec, ForeignKeySpec, KeyPart, NotNullSpec, PrimaryKeySpec, UniqueSpec } from './spec.js';

/** Gives the name of a column as it is to be written, for its folded name. */
export type NameOf = (folded: string) => string;

const asFolded: NameOf = (folded) => folded;

/** Gives the names to be written of what foreign keys refer to. */
export interface TargetNames {
  readonly targetOf: NameOf;
  readonly targetColumn: (table: string, folded: string) => string;
}

const targetsAsFolded: TargetNames = { targetOf: asFolded, targetColumn: (_, folded) => folded };

/** `CONSTRAINT "name" `, or nothing. */
export function printName(spec: { readonly name?: string }): string {
  return spec.name === undefined ? '' : `CONSTRAINT ${quoteName(spec.name)} `;
}

/** ` ON CONFLICT …`, or nothing. */
export function printConflict(spec: { readonly conflict?: string }): string {
  return spec.conflict === undefined ? '' : ` ON CONFLICT ${spec.conflict}`;
}

/** The clause NOT NULL with all that belongs to it. */
export function printNotNull(spec: NotNullSpec): string {
  return `${printName(spec)}NOT NULL${printConflict(spec)}`;
}

/** The terms of a key or an index, in parentheses. */
function printKeyParts(parts: readonly KeyPart[], nameOf: NameOf = asFolded): string {
  return `(${parts.map((part) => quoteName(nameOf(part.column)) + printTermOptions(part)).join(', ')})`;
}

/** What may follow a term of a key or an index. */
export function printTermOptions(part: { readonly collation?: string; readonly descending?: true }): string {
  const collation = part.collation === undefined ? '' : ` COLLATE ${writeCollation(part.collation)}`;
  return collation + (part.descending ? ' DESC' : '');
}

/** A primary key as a constraint of the table. */
export function printPrimaryKey(spec: PrimaryKeySpec, nameOf: NameOf = asFolded): string {
  return `${printName(spec)}PRIMARY KEY ${printKeyParts(spec.columns, nameOf)}${printConflict(spec)}${spec.autoincrement ? ' AUTOINCREMENT' : ''}`;
}

/** A unique constraint of the table. */
export function printUnique(spec: UniqueSpec, nameOf: NameOf = asFolded): string {
  return `${printName(spec)}UNIQUE ${printKeyParts(spec.columns, nameOf)}${printConflict(spec)}`;
}

/** A check, on a column or on the table. */
export function printCheck(spec: CheckSpec): string {
  return `${printName(spec)}CHECK (${spec.expression})`;
}

/** The clause REFERENCES with its actions. */
export function printReferences(spec: ForeignKeySpec, names: TargetNames = targetsAsFolded): string {
  const spelled = spec.references?.map((column) => quoteName(names.targetColumn(spec.table, column)));
  const columns = spelled ? ` (${spelled.join(', ')})` : '';
  const onDelete = spec.onDelete ? ` ON DELETE ${spec.onDelete}` : '';
  const onUpdate = spec.onUpdate ? ` ON UPDATE ${spec.onUpdate}` : '';
  const deferred = spec.deferred ? ' DEFERRABLE INITIALLY DEFERRED' : '';
  return `REFERENCES ${quoteName(names.targetOf(spec.table))}${columns}${onDelete}${onUpdate}${deferred}`;
}

/** A foreign key as a constraint of the table. */
export function printForeignKey(
  spec: ForeignKeySpec,
  nameOf: NameOf = asFolded,
  names: TargetNames = targetsAsFolded,
): string {
  const columns = spec.columns.map((column) => quoteName(nameOf(column))).join(', ');
  return `${printName(spec)}FOREIGN KEY (${columns}) ${printReferences(spec, names)}`;
}
