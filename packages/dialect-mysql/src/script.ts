import { type Json, type Lexis, type Statement, tokenizeMeaning } from '@sync/core';
import { lexisWith } from './lexis.js';
import { neededModes } from './sql-mode.js';
import { writeLiteral } from './text/literal.js';

const lexis = lexisWith(/\/\*!\d*/y);

/** A batch as statements for the engine's own client, with the settings of the session around them. */
export function writeScript(
  statements: readonly Statement[],
  { settings }: { readonly atomic: boolean; readonly settings: Readonly<Record<string, Json>> },
): readonly string[] {
  const names = Object.entries(settings).flatMap(([name, value]) => {
    const variable = sessionVariable(name);
    return variable === undefined ? [] : [{ variable, value }];
  });
  return [
    ...names.map(
      ({ variable, value }) =>
        `SET @schema_sync_${variable} = @@SESSION.${variable}, SESSION ${variable} = ${writeLiteral(value)}`,
    ),
    ...statements.map(writeStatement),
    ...names.map(({ variable }) => `SET SESSION ${variable} = @schema_sync_${variable}`),
  ];
}

/** The same for a file of desired state, where only that is set without which the statements would say something else. */
export function writeForFile(
  statements: readonly Statement[],
  settings: Readonly<Record<string, Json>>,
): readonly string[] {
  const { 'mysql/sql_mode': mode, 'mysql/time_zone': zone } = settings;
  const needsMode =
    typeof mode === 'string' && neededModes(mode, statements.map(({ text }) => text).join('\n')) !== undefined;
  const needed = {
    ...(needsMode && { 'mysql/sql_mode': mode }),
    ...(zone !== undefined && { 'mysql/time_zone': zone }),
  };
  return Object.keys(needed).length === 0
    ? statements.map(writeStatement)
    : writeScript(statements, { atomic: false, settings: needed });
}

/** A statement with semicolons of its own, which the client would take for its end: https://dev.mysql.com/doc/refman/9.7/en/stored-programs-defining.html */
export function terminate(statement: string, lexis: Lexis): string | undefined {
  if (!tokenizeMeaning(statement, lexis).some(({ text }) => text === ';')) return undefined;
  const sign = ['//', '$$', '||', ';;'].find((each) => !statement.includes(each)) ?? '//;;//';
  return `DELIMITER ${sign}\n${statement}\n${sign}\nDELIMITER ;`;
}

const variables: Readonly<Record<string, string>> = {
  'mysql/sql_mode': 'sql_mode',
  'mysql/collation_connection': 'collation_connection',
  'mysql/time_zone': 'time_zone',
  'mysql/foreign_key_checks': 'foreign_key_checks',
  'mysql/system_versioning_alter_history': 'system_versioning_alter_history',
};

/** The session variable that a setting of a step stands for. */
export function sessionVariable(name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/** One statement with its values in it; a check that finds rows is made an error, and what is repeated is told to repeat itself. */
export function writeStatement(statement: Statement): string {
  if (statement.repeat) return withLiterals({ ...statement, params: [''] });
  const text = withLiterals(statement);
  if (!statement.check) return text;
  const failing = `(SELECT ${writeLiteral(statement.check.message)} UNION SELECT 'rows were found')`;
  return `DO IF(EXISTS (\n${text}\n), ${failing}, NULL)`;
}

/** Writes the values in the place of question marks. */
function withLiterals({ text, params = [] }: Statement): string {
  if (params.length === 0) return text;
  let written = '';
  let end = 0;
  let position = 0;
  for (const token of tokenizeMeaning(text, lexis)) {
    if (token.text !== '?') continue;
    written += text.slice(end, token.start) + writeLiteral(params[position++] ?? null);
    end = token.start + 1;
  }
  return written + text.slice(end);
}
