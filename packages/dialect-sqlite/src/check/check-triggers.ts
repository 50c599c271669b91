import type { CheckContext, Flaw, SchemaObject } from '@sync/core';
import type { TriggerSpec } from '../kinds/trigger/spec.js';
import { meaningful } from '../text/cursor.js';
import { foldName, quoteName } from '../text/names.js';
import { relationsIn } from '../text/relations.js';
import { flawOf, refusalOf, relationNames } from './ask.js';

/** A trigger, the relation that it is on, and a statement that fires it. */
interface Fired {
  readonly trigger: SchemaObject<TriggerSpec>;
  readonly on: string;
  readonly statement: string;
}

/** Keys to nowhere are the tables' own flaw. */
const withoutKeys = { 'sqlite/foreign_keys': 'off' } as const;

/** SQLite stores the body of a trigger unread (https://sqlite.org/lang_createtrigger.html), so a statement that fires it is prepared here, and never run. */
export async function* checkTriggers(
  triggers: readonly SchemaObject<TriggerSpec>[],
  context: CheckContext,
): AsyncGenerator<Flaw> {
  const { session, catalogue } = context;
  const columns = new Map<string, Promise<readonly Column[]>>();
  const fired: Fired[] = [];
  for (const trigger of triggers) {
    const on = trigger.parent && catalogue.get(trigger.parent)?.name;
    if (on === undefined) continue;
    const known = columns.get(on) ?? columnsOf(on, context);
    columns.set(on, known);
    const unknown = unknownColumns(trigger, await known);
    for (const name of unknown) yield flawOf(trigger.address, `no such column: ${name}`, { part: 'UPDATE OF' });
    const statement = unknown.length === 0 ? firing(trigger, on, await known) : undefined;
    if (statement !== undefined) fired.push({ trigger, on, statement });
  }
  const refused = new Map<string, boolean>();
  for (const { statement } of fired) {
    if (!refused.has(statement)) refused.set(statement, (await ask(session, statement)) !== undefined);
  }
  yield* findGuilty(
    fired.filter(({ statement }) => refused.get(statement)),
    context,
  );
}

function ask(session: CheckContext['session'], statement: string): Promise<string | undefined> {
  return refusalOf(session, `EXPLAIN ${statement}`, withoutKeys);
}

interface Column {
  readonly name: string;
  /** 2 and 3 are generated columns: https://sqlite.org/pragma.html#pragma_table_xinfo */
  readonly hidden: number;
}

/** None where the relation is a view that cannot be read, which is that view's own flaw. */
async function columnsOf(relation: string, { session }: CheckContext): Promise<readonly Column[]> {
  if ((await refusalOf(session, `EXPLAIN SELECT * FROM ${quoteName(relation)}`)) !== undefined) return [];
  return session.query<Column>({ text: 'SELECT name, hidden FROM pragma_table_xinfo(?)', params: [relation] });
}

const rowIdentifiers: ReadonlySet<string> = new Set(['rowid', 'oid', '_rowid_']);

function unknownColumns({ spec }: SchemaObject<TriggerSpec>, columns: readonly Column[]): readonly string[] {
  if (columns.length === 0 || !spec.columns) return [];
  const known = new Set(columns.map(({ name }) => foldName(name)));
  return spec.columns.filter((name) => !known.has(name) && !rowIdentifiers.has(name));
}

function firing({ spec }: SchemaObject<TriggerSpec>, on: string, columns: readonly Column[]): string | undefined {
  const relation = quoteName(on);
  const written = columns.filter(({ hidden }) => hidden === 0).map(({ name }) => name);
  if (written.length === 0) return undefined;
  switch (spec.event) {
    case 'INSERT': {
      // Not DEFAULT VALUES: what is wrong with a default is the table's own flaw.
      const values = written.map(() => 'NULL').join(', ');
      return `INSERT INTO ${relation} (${written.map(quoteName).join(', ')}) VALUES (${values})`;
    }
    case 'DELETE':
      return `DELETE FROM ${relation}`;
    case 'UPDATE': {
      const of = spec.columns && new Set(spec.columns);
      const column = written.find((name) => !of || of.has(foldName(name)));
      return column === undefined ? undefined : `UPDATE ${relation} SET ${quoteName(column)} = NULL`;
    }
    default:
      return spec.event satisfies never;
  }
}

/** A statement fires all triggers of its event, and what these fire. So each suspect is asked alone, while the others do nothing. */
async function* findGuilty(suspects: readonly Fired[], context: CheckContext): AsyncGenerator<Flaw> {
  if (suspects.length === 0) return;
  const { session } = context;
  const present = await relationNames(session);
  const texts = await session.query<{ readonly name: string; readonly sql: string }>({
    text: `SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'`,
  });
  const written = new Map(texts.map(({ name, sql }) => [name, sql]));
  const put = async ({ trigger, on }: Fired, how: 'idle' | 'written') => {
    await session.execute({ text: `DROP TRIGGER ${quoteName(trigger.name)}` });
    await session.execute({ text: (how === 'written' && written.get(trigger.name)) || idle(trigger, on) });
  };
  for (const suspect of suspects) await put(suspect, 'idle');
  try {
    for (const suspect of suspects) {
      const { trigger, statement } = suspect;
      // What is wrong without it is no fault of its own.
      if ((await ask(session, statement)) !== undefined) continue;
      await put(suspect, 'written');
      const message = await ask(session, statement);
      await put(suspect, 'idle');
      if (message === undefined) continue;
      const { when = '', body } = trigger.spec;
      const missing = [...relationsIn(meaningful(`${when} ${body}`))].filter((name) => !present.has(name));
      yield flawOf(trigger.address, message, { missing });
    }
  } finally {
    for (const suspect of suspects) await put(suspect, 'written');
  }
}

/** The same trigger with nothing to do. */
function idle({ name, spec }: SchemaObject<TriggerSpec>, on: string): string {
  const of = spec.columns ? ` OF ${spec.columns.map(quoteName).join(', ')}` : '';
  return `CREATE TRIGGER ${quoteName(name)} ${spec.timing} ${spec.event}${of} ON ${quoteName(on)} BEGIN SELECT 1; END`;
}
