import type { SchemaObject } from '@sync/core';
import { readCreateTable } from '../../read/create-table.js';
import type { RawColumn, RawTable } from '../../read/raw-table.js';
import { Last } from '../../read/remember.js';
import { foldName } from '../../text/names.js';
import { buildTable, primaryKeyColumns } from './build.js';
import type { TableSpec } from './spec.js';

/**
 * What is known of a table for good once its text was read. The same text gives the same object each time, so that two databases that hold it share one. The tokens are
 * not kept: they are many times the text.
 */
export class KnownTable {
  /** As far as other definitions look at them. */
  readonly columns: readonly Pick<RawColumn, 'name' | 'collation'>[];
  readonly primaryKey: readonly string[] | undefined;
  private readonly name: string;
  private readonly implicit: readonly string[];
  private readonly plain: SchemaObject<TableSpec> | undefined;
  private readonly last = new Last<SchemaObject<TableSpec>>();

  constructor(private readonly text: string) {
    const raw = readCreateTable(text);
    this.name = raw.name;
    this.columns = raw.columns.map(({ name, collation }) => ({ name, ...(collation !== undefined && { collation }) }));
    this.primaryKey = primaryKeyColumns(raw);
    this.implicit = implicitTargets(raw);
    if (this.implicit.length === 0) this.plain = buildTable(raw, () => undefined, false);
  }

  /** The table as the rest of its schema makes it: a foreign key can refer to the key of another table without naming it. */
  object(
    name: string,
    primaryKeyOf: (table: string) => readonly string[] | undefined,
    withOrder: boolean,
  ): SchemaObject<TableSpec> {
    if (this.plain && !withOrder && name === this.name) return this.plain;
    const keys = this.implicit.map((target) => primaryKeyOf(target));
    return this.last.get(JSON.stringify([name, keys, withOrder]), () =>
      buildTable({ ...readCreateTable(this.text), name }, primaryKeyOf, withOrder),
    );
  }
}

/** The tables that foreign keys refer to without naming columns, folded. */
function implicitTargets({ constraints }: RawTable): readonly string[] {
  return constraints.flatMap((constraint) =>
    constraint.type === 'foreign-key' && !constraint.references ? [foldName(constraint.table)] : [],
  );
}
