import {
  type BridgeState,
  bridgeMark,
  type RenderContext,
  type SchemaObject,
  type Statement,
  sql,
  triggersOfBridge,
} from '@sync/core';
import { quoteName, quotePath } from '../../text/names.js';
import { pathOf, qualified, shown } from '../../text/qualified.js';
import { columnsInOrder, type TableSpec } from '../table/spec.js';
import { bridgeKindName } from './kind-name.js';

/** The two halves of what keeps columns in step: from the old one to the new ones, and back. */
export type Half = '1' | '2';

/** The statements that keep columns of a table in step, and those that find or mend what is not. */
export class BridgeStatements {
  private readonly types: ReadonlyMap<string, string>;
  readonly old: string;
  readonly news: readonly { readonly name: string; readonly as: string; readonly type: string | undefined }[];

  constructor(
    private readonly bridge: SchemaObject<BridgeState>,
    private readonly table: SchemaObject<TableSpec>,
  ) {
    const { column, into } = bridge.spec;
    this.types = new Map(columnsInOrder(table).map(({ name, type }) => [name, type]));
    this.old = quoteName(column);
    this.news = into.map((each) => ({
      name: quoteName(each.column),
      as: `(${each.as})`,
      type: this.types.get(each.column),
    }));
  }

  /** All rows at once, where one side is empty and the other is not; of a column that the plan brings back all, whatever its default is. */
  fill(isBack: boolean): readonly Statement[] {
    const table = qualified(this.table);
    if (isBack) return [sql`UPDATE ${table} SET ${this.old} = ${this.back} WHERE NOT (${this.inStep()})`];
    const set = this.news.map(({ name, as }) => `${name} = ${as}`).join(', ');
    return [
      sql`UPDATE ${table} SET ${set} WHERE ${this.old} IS NOT NULL AND ${this.newIsEmpty()}`,
      sql`UPDATE ${table} SET ${this.old} = ${this.back} WHERE ${this.old} IS NULL AND NOT (${this.newIsEmpty()})`,
    ];
  }

  /** The trigger and its function, which is there already where somebody dropped the table that it was for. */
  create(half: Half): readonly Statement[] {
    const name = triggersOfBridge(this.bridge);
    const trigger = quoteName(`${name}_${half}`);
    return [
      {
        text: `CREATE OR REPLACE FUNCTION ${this.function(half)} RETURNS trigger LANGUAGE plpgsql AS $bridge$\n${this.body(half)}\n$bridge$`,
      },
      {
        text: `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${qualified(this.table)} FOR EACH ROW EXECUTE FUNCTION ${this.function(half)}`,
      },
    ];
  }

  /** Where a run was stopped, not all of it is there. */
  drop(): readonly Statement[] {
    return (['1', '2'] as const).flatMap((half) => [
      {
        text: `DROP TRIGGER IF EXISTS ${quoteName(`${triggersOfBridge(this.bridge)}_${half}`)} ON ${qualified(this.table)}`,
      },
      { text: `DROP FUNCTION IF EXISTS ${this.function(half)}` },
    ]);
  }

  /** What is left of it where its table goes, and its triggers with that. */
  dropFunctions(): readonly Statement[] {
    return (['1', '2'] as const).map((half) => ({ text: `DROP FUNCTION IF EXISTS ${this.function(half)}` }));
  }

  /** A row of which the one side says something else than the other. */
  outOfStep(): Statement {
    const { spec } = this.bridge;
    return {
      ...sql`SELECT 1 FROM ${qualified(this.table)} WHERE NOT (${this.inStep()}) LIMIT 1`,
      check: {
        message: `rows of ${shown(this.table)} hold something else in ${spec.column} than in ${spec.into.map(({ column }) => column).join(', ')}`,
        hint: 'Look at these rows and make both sides say the same: one of them goes.',
      },
    };
  }

  private function(half: Half): string {
    const path = pathOf(this.table);
    return `${quotePath(path.length > 1 ? (path[0] ?? '') : 'public', `${triggersOfBridge(this.bridge)}_${half}`)}()`;
  }

  private body(half: Half): string {
    const names = this.news.map(({ name }) => name);
    const row = 'FROM (SELECT NEW.*) AS written';
    const forth = `SELECT ${this.news.map(({ as }) => as).join(', ')} INTO ${names.map((name) => `NEW.${name}`).join(', ')} ${row};`;
    const back = `SELECT ${this.back} INTO NEW.${this.old} ${row};`;
    const differs = (name: string) => `NEW.${name}::text IS DISTINCT FROM OLD.${name}::text`;
    const isOld = `${differs(this.old)} AND NOT (${names.map(differs).join(' OR ')})`;
    const isNew = `NOT (${differs(this.old)}) AND (${names.map(differs).join(' OR ')})`;
    const isEmpty = names.map((name) => `NEW.${name} IS NULL`).join(' AND ');
    const [inserted, updated, set] = half === '1' ? [isEmpty, isOld, forth] : [`NOT (${isEmpty})`, isNew, back];
    return `
#variable_conflict use_column
DECLARE
  is_in_step boolean;
BEGIN
  ${half === '1' ? bridgeMark(this.bridge.spec) : '-- What this is about is said in the other function.'}
  IF TG_OP = 'UPDATE' AND NOT (${updated}) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NOT (${inserted}) THEN RETURN NEW; END IF;${half === '1' ? this.begin() : ''}
  SELECT ${this.inStep()} INTO is_in_step ${row};
  IF NOT is_in_step THEN
    ${set}
  END IF;
  RETURN NEW;
END`.trim();
  }

  /** What new columns begin with in a row that says nothing of either side; the other function brings it back. */
  private begin(): string {
    const { usual = [] } = this.bridge.spec;
    if (usual.length === 0) return '';
    const assignments = usual.map((each) => `\n    NEW.${quoteName(each.column)} := ${each.as};`).join('');
    return `
  IF TG_OP = 'INSERT' AND NEW.${this.old} IS NULL THEN${assignments}
    RETURN NEW;
  END IF;`;
  }

  /** Not cast to the type of the column: what does not fit it is to fail, and not to be cut off. */
  get back(): string {
    return `(${this.bridge.spec.back})`;
  }

  private newIsEmpty(): string {
    return this.news.map(({ name }) => `${name} IS NULL`).join(' AND ');
  }

  /** By their texts, as the column would hold them: not every type can be compared. */
  inStep(): string {
    const same = (name: string, value: string, type = 'text') =>
      `${name}::text IS NOT DISTINCT FROM CAST(${value} AS ${type})::text`;
    const forth = this.news.map(({ name, as, type }) => same(name, as, type)).join(' AND ');
    return `(${forth}) OR ${same(this.old, this.back, this.types.get(this.bridge.spec.column))}`;
  }
}

/** What keeps columns of a table in step that is there. */
export function bridgesOf(table: SchemaObject<TableSpec>, { base }: RenderContext): readonly BridgeStatements[] {
  return base
    .children(table.address)
    .flatMap((each) =>
      each.kind === bridgeKindName ? [new BridgeStatements(each as SchemaObject<BridgeState>, table)] : [],
    );
}
