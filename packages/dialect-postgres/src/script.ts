import { type Json, type Statement, tokenizeMeaning } from '@sync/core';
import { postgresLexis } from './lexis.js';
import { serverSetting } from './settings.js';
import { inDollars } from './text/dollar-quotes.js';
import { quoteText, writeLiteral } from './text/literal.js';

/**
 * A batch as a script for psql. It stops at the first error, so that nothing is committed after one; a check that finds rows is made an error. Settings of an
 * atomic batch end with its transaction.
 */
export function writeScript(
  statements: readonly Statement[],
  { atomic, settings }: { readonly atomic: boolean; readonly settings: Readonly<Record<string, Json>> },
): readonly string[] {
  const body = statements.map(writeStatement);
  const names = Object.entries(settings).flatMap(([name, value]) => {
    const known = serverSetting(name);
    return known === undefined ? [] : [{ known, value }];
  });
  const set = names.map(({ known, value }) => `SET ${atomic ? 'LOCAL ' : ''}${known} = ${quoteText(String(value))}`);
  const script = atomic
    ? ['BEGIN', ...set, ...body, 'COMMIT']
    : [...set, ...body, ...names.map(({ known }) => `RESET ${known}`)];
  return script.map((statement, i) => (i === 0 ? `\\set ON_ERROR_STOP on\n${statement}` : statement));
}

/** One statement with its values in it; a check that finds rows is made an error, and what is repeated a loop. */
export function writeStatement(statement: Statement): string {
  if (statement.repeat) return writeLoop(statement);
  const text = withLiterals(statement);
  if (!statement.check) return text;
  return writeDo(`
BEGIN
  IF EXISTS (
    ${text}
  ) THEN
    RAISE EXCEPTION USING MESSAGE = ${quoteText(statement.check.message)};
  END IF;
END
`);
}

/** Round after round, each committed by itself. */
function writeLoop({ text }: Statement): string {
  return writeDo(`
DECLARE
  place text;
  done bigint;
BEGIN
  LOOP
    EXECUTE ${quoteText(text)}
    INTO done, place
    USING place;
    COMMIT;
    EXIT WHEN place IS NULL;
  END LOOP;
END
`);
}

function writeDo(body: string): string {
  return `DO ${inDollars(body, 'check')}`;
}

/** Writes the values in the place of `$1`. */
function withLiterals({ text, params = [] }: Statement): string {
  if (params.length === 0) return text;
  let written = '';
  let end = 0;
  for (const token of tokenizeMeaning(text, postgresLexis)) {
    const position = token.type === 'word' ? /^\$(\d+)$/.exec(token.text)?.[1] : undefined;
    if (position === undefined) continue;
    written += text.slice(end, token.start) + writeLiteral(params[Number(position) - 1] ?? null);
    end = token.start + token.text.length;
  }
  return written + text.slice(end);
}
