import type { Json, Statement } from '@sync/core';
import { writeLiteral } from './literal.js';
import { meaningful } from './text/cursor.js';
import { quoteText } from './text/names.js';

/** The pragmas that steps ask for, by the names of the contract's settings; the value is what a connection has otherwise. */
export const settingPragmas = { 'sqlite/foreign_keys': { pragma: 'foreign_keys', normally: 'on' } } as const;

/**
 * A batch as a script for the `sqlite3` client. It stops at the first error, so that nothing is committed after one; a check that finds rows is made an error.
 */
export function writeScript(
  statements: readonly Statement[],
  { atomic, settings }: { readonly atomic: boolean; readonly settings: Readonly<Record<string, Json>> },
): readonly string[] {
  const body = statements.map(writeStatement);
  const pragmas = Object.entries(settingPragmas).flatMap(([name, { pragma, normally }]) => {
    const value = settings[name];
    return typeof value === 'string'
      ? [{ set: `PRAGMA ${pragma} = ${value.toUpperCase()}`, reset: `PRAGMA ${pragma} = ${normally.toUpperCase()}` }]
      : [];
  });
  const script = [
    ...pragmas.map(({ set }) => set),
    ...(atomic ? ['BEGIN IMMEDIATE', ...body, 'COMMIT'] : body),
    ...pragmas.map(({ reset }) => reset),
  ];
  return script.map((statement, i) => (i === 0 ? `.bail on\n${statement}` : statement));
}

/** One statement with its values in it; a check that finds rows is made an error. */
export function writeStatement(statement: Statement): string {
  const text = withLiterals(statement);
  if (!statement.check) return text;
  // The client has no way to stop at rows; it stops at an error, and says this text, which is no path into JSON.
  // A name in the message may hold a line break, which would end the comment.
  const message = statement.check.message.replace(/\s+/g, ' ');
  return `-- ${message}\nSELECT json_extract('{}', ${quoteText(`check failed: ${message}`)}) FROM (\n${text}\n)`;
}

/** Writes the values in the place of `?` and `?1`. */
function withLiterals({ text, params = [] }: Statement): string {
  if (params.length === 0) return text;
  let written = '';
  let end = 0;
  let position = 0;
  const tokens = meaningful(text);
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'symbol' || token.text !== '?') continue;
    const number = tokens[i + 1];
    const numbered = number?.type === 'number' && number.start === token.start + 1;
    position = numbered ? Number(number.text) : position + 1;
    written += text.slice(end, token.start) + writeLiteral(params[position - 1]);
    end = token.start + (numbered ? 1 + number.text.length : 1);
  }
  return written + text.slice(end);
}
