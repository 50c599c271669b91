import { type BridgeState, bridgeMark, type SchemaObject, type Statement, sql, triggersOfBridge } from '@sync/core';
import { foldName, quoteName } from '../../text/names.js';
import { isTable } from '../table/spec.js';
import { TableView } from '../table/view-of-table.js';

/** The statements that keep columns of a table in step, and those that find or mend what is not. */
export class BridgeStatements {
  private readonly table: TableView;
  private readonly old: string;
  private readonly news: readonly { readonly name: string; readonly as: string }[];

  constructor(
    private readonly bridge: SchemaObject<BridgeState>,
    table: SchemaObject | undefined,
  ) {
    if (!isTable(table)) throw new TypeError(`${bridge.address} has no table`);
    this.table = new TableView(table);
    const { column, into } = bridge.spec;
    this.old = this.quoted(column);
    this.news = into.map((each) => ({ name: this.quoted(each.column), as: `(${each.as})` }));
  }

  /** What is empty on the one side and not on the other. A column that the plan brings back says nothing yet, whatever its default is. */
  fill(before: SchemaObject | undefined): readonly Statement[] {
    const table = quoteName(this.table.name);
    const isBack = isTable(before) && !new TableView(before).columns.has(this.bridge.spec.column);
    if (isBack) return [sql`UPDATE OR ABORT ${table} SET ${this.setOld} WHERE NOT (${this.inStep})`];
    return [
      sql`UPDATE OR ABORT ${table} SET ${this.setNew} WHERE ${this.old} IS NOT NULL AND ${this.newIsEmpty}`,
      sql`UPDATE OR ABORT ${table} SET ${this.setOld} WHERE ${this.old} IS NULL AND NOT (${this.newIsEmpty})`,
    ];
  }

  create(): readonly Statement[] {
    const name = triggersOfBridge(this.bridge);
    const { spec } = this.bridge;
    const [table, old] = [quoteName(this.table.name), this.old];
    const names = this.news.map((each) => each.name);
    const same = names.map((each) => `NEW.${each} IS OLD.${each}`).join(' AND ');
    const update = `UPDATE OR ABORT ${table}`;
    return [
      sql`
        CREATE TRIGGER ${quoteName(`${name}_1`)} AFTER INSERT ON ${table} FOR EACH ROW BEGIN
          ${this.begin(update)}${update} SET ${this.setOld} WHERE ${this.isRow} AND NOT (${this.newIsEmpty}) AND NOT (${this.inStep});
          ${update} SET ${this.setNew} WHERE ${this.isRow} AND ${this.newIsEmpty} AND ${old} IS NOT NULL;
        END
      `,
      sql`
        CREATE TRIGGER ${quoteName(`${name}_2`)} AFTER UPDATE OF ${old} ON ${table} FOR EACH ROW
        WHEN NEW.${old} IS NOT OLD.${old} AND ${same} BEGIN
          ${update} SET ${this.setNew} WHERE ${this.isRow} AND NOT (${this.inStep});
        END
      `,
      sql`
        CREATE TRIGGER ${quoteName(`${name}_3`)} AFTER UPDATE OF ${names.join(', ')} ON ${table} FOR EACH ROW
        WHEN NEW.${old} IS OLD.${old} AND NOT (${same}) BEGIN
          ${bridgeMark(spec)}
          ${update} SET ${this.setOld} WHERE ${this.isRow} AND NOT (${this.inStep});
        END
      `,
    ];
  }

  /** A row of which the one side says something else than the other. */
  outOfStep(): Statement {
    const { name } = this.table;
    const { spec } = this.bridge;
    return {
      ...sql`SELECT 1 FROM ${quoteName(name)} WHERE NOT (${this.inStep}) LIMIT 1`,
      check: {
        message: `rows of ${name} hold something else in ${spec.column} than in ${spec.into.map(({ column }) => column).join(', ')}`,
        hint: 'Look at these rows and make both sides say the same: one of them goes.',
      },
    };
  }

  /** What new columns begin with in a row that says nothing of either side. */
  private begin(update: string): string {
    const { usual = [] } = this.bridge.spec;
    if (usual.length === 0) return '';
    const set = usual.map(({ column, as }) => `${this.quoted(column)} = (${as})`).join(', ');
    return `${update} SET ${set} WHERE ${this.isRow} AND ${this.old} IS NULL AND ${this.newIsEmpty};\n          `;
  }

  private quoted(folded: string): string {
    return quoteName(this.table.nameOf(foldName(folded)));
  }

  private get setNew(): string {
    return this.news.map(({ name, as }) => `${name} = ${as}`).join(', ');
  }

  private get setOld(): string {
    return `${this.old} = (${this.bridge.spec.back})`;
  }

  private get newIsEmpty(): string {
    return this.news.map(({ name }) => `${name} IS NULL`).join(' AND ');
  }

  private get inStep(): string {
    const forth = this.news.map(({ name, as }) => `${name} IS ${as}`).join(' AND ');
    return `(${forth}) OR ${this.old} IS (${this.bridge.spec.back})`;
  }

  /** How the row that a trigger is about is found again. */
  private get isRow(): string {
    const { rowidName, spec } = this.table;
    if (rowidName !== undefined) return `${quoteName(rowidName)} = NEW.${quoteName(rowidName)}`;
    const key = spec.primaryKey?.columns.map(({ column }) => this.quoted(column)) ?? [];
    return key.map((name) => `${name} = NEW.${name}`).join(' AND ');
  }
}
