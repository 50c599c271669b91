import {
  type BridgeState,
  bridgeMark,
  type Lexis,
  type SchemaObject,
  type Statement,
  triggersOfBridge,
} from '@sync/core';
import { foldMember, quoteName } from '../../text/names.js';
import { orderOf, type TableSpec } from '../table/spec.js';
import { isHeld } from './in-step.js';
import { mentioned } from './mentioned.js';

/** The two halves of what keeps columns in step: from the old one to the new ones, and back. */
export type Half = 'forth' | 'back';

/** The triggers of each half, the one for rows that are inserted and the one for rows that are updated. */
const parts = { forth: ['1', '2'], back: ['3', '4'] } as const;

/** The statements that keep columns of a table in step, and those that find or mend what is not. */
export class BridgeStatements {
  private readonly columns: ReadonlyMap<string, TableSpec['columns'][number]>;
  private readonly old: string;
  private readonly news: readonly { readonly name: string; readonly as: string }[];

  constructor(
    private readonly bridge: SchemaObject<BridgeState>,
    private readonly table: SchemaObject<TableSpec>,
    private readonly lexis: Lexis,
  ) {
    this.columns = new Map(table.spec.columns.map((column) => [foldMember(column.name), column]));
    this.old = bridge.spec.column;
    this.news = bridge.spec.into.map(({ column, as }) => ({ name: column, as: `(${as})` }));
  }

  /** The triggers of one half. Those of a table and moment run in the order in which they were made. */
  create(half: Half): readonly Statement[] {
    const [inserted, updated] = parts[half];
    const empty = this.areEmpty('NEW.');
    const { isOld, isNew } = this.written;
    const [on, change] = half === 'forth' ? [empty, isOld] : [`NOT (${empty})`, isNew];
    return [this.trigger(inserted, 'INSERT', on, half), this.trigger(updated, 'UPDATE', change, half)];
  }

  /** What tells of it goes last. Where a run was stopped, not all of it is there. */
  drop(): readonly Statement[] {
    const all = [...parts.forth, ...parts.back].toReversed();
    return all.map((part) => ({ text: `DROP TRIGGER IF EXISTS ${this.name(part)}` }));
  }

  /** All rows at once, where one side is empty and the other is not; of a column that the plan brings back all, whatever its default is. */
  fill(isBack: boolean): readonly Statement[] {
    return this.fillings(isBack).map(({ set, where }) => ({
      text: `UPDATE ${quoteName(this.table.name)} SET ${set} WHERE ${where}`,
    }));
  }

  /** What is set where. */
  fillings(isBack: boolean): readonly { readonly set: string; readonly where: string }[] {
    const [old, empty] = [quoteName(this.old), this.areEmpty('')];
    // The moment of the last change is one that somebody made.
    const kept = this.table.spec.columns.flatMap(({ name, onUpdate }) =>
      onUpdate === undefined || name === this.old || this.news.some((each) => each.name === name)
        ? []
        : [`${quoteName(name)} = ${quoteName(name)}`],
    );
    const set = (assignments: readonly string[]) => [...assignments, ...kept].join(', ');
    const back = set([`${old} = ${this.back}`]);
    if (isBack) return [{ set: back, where: `NOT (${this.inStep})` }];
    const forth = set(this.news.map(({ name, as }) => `${quoteName(name)} = ${as}`));
    return [
      { set: forth, where: `${old} IS NOT NULL AND ${empty}` },
      { set: back, where: `${old} IS NULL AND NOT (${empty})` },
    ];
  }

  /** A row of which the one side says something else than the other. */
  outOfStep(): Statement {
    const { name } = this.table;
    return {
      text: `SELECT 1 FROM ${quoteName(name)} WHERE NOT (${this.inStep}) LIMIT 1`,
      check: {
        message: `rows of ${name} hold something else in ${this.old} than in ${this.news.map((each) => each.name).join(', ')}`,
        hint: 'Look at these rows and make both sides say the same: one of them goes.',
      },
    };
  }

  private name(part: string): string {
    return quoteName(`${triggersOfBridge(this.bridge)}_${part}`);
  }

  private trigger(part: string, event: 'INSERT' | 'UPDATE', condition: string, half: Half): Statement {
    const assignments =
      half === 'forth'
        ? this.news.map(({ name, as }) => `NEW.${quoteName(name)} = ${this.ofRow(as)}`)
        : [`NEW.${quoteName(this.old)} = ${this.ofRow(this.back)}`];
    const mark = part === '1' ? bridgeMark(this.bridge.spec) : '/* What this is about is said in the first trigger. */';
    return {
      text: `CREATE TRIGGER ${this.name(part)} BEFORE ${event} ON ${quoteName(this.table.name)} FOR EACH ROW
BEGIN
  ${mark}${part === '1' ? this.begin() : ''}
  IF ${condition} THEN
    IF NOT ${this.ofRow(this.inStep)} THEN
      SET ${assignments.join(', ')};
    END IF;
  END IF;
END`,
    };
  }

  /** What new columns begin with in a row that says nothing of either side; the other half brings it back. */
  private begin(): string {
    const { usual = [] } = this.bridge.spec;
    if (usual.length === 0) return '';
    const set = usual.map(({ column, as }) => `NEW.${quoteName(column)} = ${as}`).join(', ');
    return `
  IF NEW.${quoteName(this.old)} IS NULL AND ${this.areEmpty('NEW.')} THEN
    SET ${set};
  END IF;`;
  }

  /** An expression over the row that is written, in which columns are called as they are in the table. */
  private ofRow(expression: string): string {
    const texts = [this.back, ...this.news.map(({ as }) => as)];
    const named = new Set([this.old, ...this.news.map(({ name }) => name)].map(foldMember));
    for (const text of texts) for (const name of mentioned(text, this.lexis)) named.add(name);
    const row = orderOf(this.table).filter((name) => named.has(foldMember(name)));
    const list = row.map((name) => `NEW.${quoteName(name)} AS ${quoteName(name)}`).join(', ');
    return `(SELECT ${expression} FROM (SELECT ${list}) AS ${quoteName(this.table.name)})`;
  }

  /** Which side a statement set that sets one of both. */
  private get written() {
    const stays = (name: string) => this.isHeld(`NEW.${quoteName(name)}`, `OLD.${quoteName(name)}`, name);
    const [old, news] = [stays(this.old), this.news.map(({ name }) => `(${stays(name)})`).join(' AND ')];
    return { isOld: `NOT (${old}) AND ${news}`, isNew: `(${old}) AND NOT (${news})` };
  }

  private get back(): string {
    return `(${this.bridge.spec.back})`;
  }

  private areEmpty(of: string): string {
    return this.news.map(({ name }) => `${of}${quoteName(name)} IS NULL`).join(' AND ');
  }

  private get inStep(): string {
    const same = (name: string, value: string) => this.isHeld(quoteName(name), value, name);
    const forth = this.news.map(({ name, as }) => `(${same(name, as)})`).join(' AND ');
    return `(${forth}) OR (${same(this.old, this.back)})`;
  }

  private isHeld(name: string, value: string, column: string): string {
    const spec = this.columns.get(foldMember(column));
    if (!spec) throw new TypeError(`${this.bridge.address} has no column ${column}`);
    return isHeld(name, value, spec);
  }
}
