import type pg from 'pg';
import type { Chance } from './chance.js';
import { type Column, columnsOf } from './facts.js';

interface Named {
  readonly name: string;
  /** What it is on, or its arguments. */
  readonly on: string;
}

/** Statements that change a schema somewhere, each as likely as the next. What the server refuses there was no edit. */
type Edit = (at: Place) => string | undefined;

/** Where an edit goes, by chance. */
interface Place {
  readonly chance: Chance;
  readonly number: number;
  readonly column: Column;
  readonly index: Named | undefined;
  readonly constraint: Named | undefined;
  readonly trigger: Named | undefined;
  readonly routine: Named | undefined;
}

const wider: Readonly<Record<string, string>> = {
  smallint: 'integer',
  integer: 'bigint',
  bigint: 'numeric',
  text: 'character varying(300)',
  json: 'jsonb',
  real: 'double precision',
};

const edits: readonly Edit[] = [
  ({ column: { table }, number }) => `ALTER TABLE ${table} ADD COLUMN added_${number} text`,
  ({ column: { table }, number }) => `ALTER TABLE ${table} ADD COLUMN "Ädded ${number}" integer NOT NULL DEFAULT 7`,
  ({ column: { table, name } }) => `ALTER TABLE ${table} DROP COLUMN ${name} CASCADE`,
  ({ column: { table, name, type } }) =>
    wider[type] && `ALTER TABLE ${table} ALTER COLUMN ${name} TYPE ${wider[type]} USING ${name}::${wider[type]}`,
  ({ column: { table, name, required } }) =>
    `ALTER TABLE ${table} ALTER COLUMN ${name} ${required ? 'DROP' : 'SET'} NOT NULL`,
  ({ column: { table, name, filled, type } }) =>
    filled
      ? `ALTER TABLE ${table} ALTER COLUMN ${name} DROP DEFAULT`
      : `ALTER TABLE ${table} ALTER COLUMN ${name} SET DEFAULT NULL::${type}`,
  ({ column: { table, name } }) => `ALTER TABLE ${table} ALTER COLUMN ${name} SET STATISTICS 250`,
  ({ column: { table, name } }) => `COMMENT ON COLUMN ${table}.${name} IS 'it''s "edited"'`,
  ({ column: { table, name }, number }) => `CREATE INDEX added_index_${number} ON ${table} (${name} DESC)`,
  ({ column: { table, name }, number }) => `CREATE UNIQUE INDEX added_unique_${number} ON ${table} (${name})`,
  ({ column: { table, name }, number }) =>
    `ALTER TABLE ${table} ADD CONSTRAINT added_check_${number} CHECK (${name} IS NOT NULL OR ${number} > 0)`,
  ({ column: { table }, number }) => `CREATE VIEW added_view_${number} AS SELECT * FROM ${table}`,
  ({ column: { table, name }, number }) =>
    `CREATE MATERIALIZED VIEW added_summary_${number} AS SELECT ${name}, count(*) AS n FROM ${table} GROUP BY ${name}`,
  ({ column: { table }, number }) => `CREATE TABLE added_table_${number} (LIKE ${table} INCLUDING ALL)`,
  ({ column: { table }, number }) =>
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; CREATE POLICY added_policy_${number} ON ${table} USING (true)`,
  ({ column: { table }, number }) => `
    CREATE FUNCTION added_function_${number}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER added_trigger_${number} BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION added_function_${number}()`,
  ({ index }) => index && `DROP INDEX ${index.name}`,
  ({ constraint }) => constraint && `ALTER TABLE ${constraint.on} DROP CONSTRAINT ${constraint.name} CASCADE`,
  ({ trigger }) => trigger && `DROP TRIGGER ${trigger.name} ON ${trigger.on}`,
  ({ trigger }) => trigger && `ALTER TABLE ${trigger.on} DISABLE TRIGGER ${trigger.name}`,
  ({ routine }) => routine && `ALTER FUNCTION ${routine.name}(${routine.on}) COST 250 SECURITY DEFINER`,
  ({ routine }) => routine && `DROP FUNCTION ${routine.name}(${routine.on}) CASCADE`,
  ({ column: { table } }) => `DROP TABLE ${table} CASCADE`,
];

const ours = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

const indexes = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name, '' AS on
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
  ORDER BY 1`;
const constraints = `
  SELECT quote_ident(k.conname) AS name, format('%I.%I', n.nspname, c.relname) AS on
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND k.contype <> 'n'
  ORDER BY 2, 1`;
const triggers = `
  SELECT quote_ident(t.tgname) AS name, format('%I.%I', n.nspname, c.relname) AS on
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND NOT t.tgisinternal
  ORDER BY 2, 1`;
const routines = `
  SELECT format('%I.%I', n.nspname, p.proname) AS name, pg_get_function_identity_arguments(p.oid) AS on
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${ours} AND p.prokind = 'f'
  ORDER BY 1, 2`;

/** Makes an edit that the server takes, and gives its statements. */
export async function editSomewhere(client: pg.Client, chance: Chance, number: number): Promise<string> {
  const columns = await columnsOf(client);
  const named = async (text: string) => chance.pick((await client.query<Named>(text)).rows);
  for (;;) {
    const column = chance.pick(columns);
    if (!column) throw new Error('a schema without a column is none to edit');
    const text = chance.pick(edits)?.({
      chance,
      number,
      column,
      index: await named(indexes),
      constraint: await named(constraints),
      trigger: await named(triggers),
      routine: await named(routines),
    });
    if (text === undefined || text === '') continue;
    const taken = await client.query(text).then(
      () => true,
      () => false,
    );
    if (taken) return text.trim();
  }
}
