import type { Json, SchemaObject, Token } from '@sync/core';
import type { IndexSpec } from '../kinds/index/spec.js';
import { quotePath } from '../text/names.js';
import { DefinitionReader } from './reader.js';
import { splitAtCommas, withoutParentheses } from './text.js';
import { type Fields, writeParameters } from './written.js';

const known = new Set(['unique', 'definition', 'options']);

/** An index as an entry of `indexes`; undefined where none can say it. */
export function writeIndex(object: SchemaObject): Json | undefined {
  const spec = object.spec as IndexSpec;
  if (Object.keys(spec).some((key) => !known.has(key))) return undefined;
  const { definition, unique, options } = spec;
  const reader = new DefinitionReader(definition);
  const method = reader.accept('USING') ? reader.name() : undefined;
  const group = reader.group();
  const terms = group && splitAtCommas(group).map((tokens) => writeTerm(tokens, definition));
  if (method === undefined || !terms || terms.includes(undefined)) return undefined;
  const include = reader.accept('INCLUDE') ? reader.names() : undefined;
  const notDistinct = reader.accept('NULLS', 'NOT', 'DISTINCT');
  const where = reader.accept('WHERE') ? reader.rest() : undefined;
  if (!reader.done) return undefined;
  const isMere = terms.every((term) => typeof term === 'string') && method === 'btree';
  return {
    name: object.name,
    columns: terms as readonly Json[],
    ...(unique && { isUnique: true }),
    ...(unique && isMere && !include && !notDistinct && !options && where === undefined && { isConstraint: false }),
    ...(method !== 'btree' && { type: method }),
    ...(include && { include }),
    ...(notDistinct && { nullsNotDistinct: true }),
    ...writeParameters(options),
    ...(where !== undefined && { where: withoutParentheses(where) }),
  } satisfies Fields as Json;
}

/** A plain name where nothing more is to be said. */
function writeTerm(tokens: readonly Token[], text: string): Json | undefined {
  const reader = new DefinitionReader(text, tokens);
  const expression = reader.seesExpression ? reader.expression() : undefined;
  const column = expression === undefined ? reader.name() : undefined;
  if (expression === undefined && column === undefined) return undefined;
  const collation = reader.accept('COLLATE') ? reader.path() : undefined;
  const opclass = reader.done || reader.sees('DESC') || reader.sees('NULLS') ? undefined : operatorClass(reader);
  const desc = reader.accept('DESC');
  const nulls = reader.accept('NULLS', 'FIRST') ? 'first' : reader.accept('NULLS', 'LAST') ? 'last' : undefined;
  if (!reader.done) return undefined;
  if (column !== undefined && !collation && opclass === undefined && !desc && !nulls) return column;
  return {
    ...(column === undefined ? { expression } : { column }),
    ...(collation && { collation: quotePath(...collation) }),
    ...(opclass !== undefined && { opclass }),
    ...(desc && { desc: true }),
    ...(nulls && { nulls }),
  } as Json;
}

/** An operator class, which may have parameters. */
function operatorClass(reader: DefinitionReader): string {
  const start = reader.mark;
  reader.path();
  reader.group();
  return reader.written(start);
}
