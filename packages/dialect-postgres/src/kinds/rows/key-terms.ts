import type { Token } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { splitAtCommas, textOf } from '../../documents/text.js';
import { quoteName, quotePath } from '../../text/names.js';

/** What rows must differ in, by a constraint or a unique index. */
export interface KeyTerms {
  /** As SQL over the table's columns. */
  readonly terms: readonly string[];
  /** Names of columns where all of them are. */
  readonly columns: readonly string[];
  /** Whether rows without a value are alike, too. */
  readonly nullsAlike: boolean;
  /** The condition for a row to count, as SQL. */
  readonly where?: string;
  /** Of an exclusion: what may not hold between the terms of two rows. */
  readonly operators?: readonly string[];
}

/** The terms of `UNIQUE (a, b)`, `PRIMARY KEY (a)`, `EXCLUDE USING gist (a WITH &&)` or `USING btree (lower(a))`; undefined where they are not understood. */
export function keyTerms(definition: string): KeyTerms | undefined {
  const reader = new DefinitionReader(definition);
  const excludes = reader.accept('EXCLUDE');
  if (!excludes) reader.accept('UNIQUE') || reader.accept('PRIMARY', 'KEY');
  let nullsAlike = reader.accept('NULLS', 'NOT', 'DISTINCT');
  if (reader.accept('USING')) reader.name();
  const group = reader.group();
  const terms = group && splitAtCommas(group).map((tokens) => termOf(tokens, definition));
  if (!terms?.every((term) => term !== undefined)) return undefined;
  if (reader.accept('INCLUDE')) reader.group();
  nullsAlike = reader.accept('NULLS', 'NOT', 'DISTINCT') || nullsAlike;
  if (reader.accept('WITH')) reader.group();
  const where = reader.accept('WHERE') ? (excludes ? conditionOf(reader, definition) : reader.rest()) : undefined;
  const columns = terms.flatMap(({ column }) => (column === undefined ? [] : [column]));
  return {
    terms: terms.map(({ text }) => text),
    columns: columns.length === terms.length ? columns : [],
    nullsAlike,
    ...(where !== undefined && { where }),
    ...(excludes && { operators: terms.map(({ operator }) => operator) }),
  };
}

function conditionOf(reader: DefinitionReader, definition: string): string | undefined {
  const group = reader.group();
  return group && textOf(group, definition);
}

interface Term {
  readonly text: string;
  readonly column?: string;
  readonly operator: string;
}

/** An operator class and an order say nothing of which rows are alike. */
function termOf(tokens: readonly Token[], definition: string): Term | undefined {
  const at = tokens.findIndex(({ type, text }) => type === 'word' && text === 'WITH');
  const reader = new DefinitionReader(definition, tokens);
  const expression = reader.seesExpression ? reader.expression() : undefined;
  const column = expression === undefined ? reader.name() : undefined;
  if (expression === undefined && column === undefined) return undefined;
  const collation = reader.accept('COLLATE') ? ` COLLATE ${quotePath(...reader.path())}` : '';
  return {
    text: `${column === undefined ? `(${expression})` : quoteName(column)}${collation}`,
    ...(column !== undefined && collation === '' && { column }),
    operator: at < 0 ? '=' : textOf(tokens.slice(at + 1), definition),
  };
}
