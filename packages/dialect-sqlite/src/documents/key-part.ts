import type { DocumentNode } from '@sync/core';
import type { RawKeyPart } from '../read/raw-table.js';
import { meaningful } from '../text/cursor.js';
import { quoteName } from '../text/names.js';
import { nonEmpty, required } from './engine.js';
import { expressionIn } from './expression.js';

/** Reads the columns of a key or an index: each a name, or a mapping with `column`, `desc`, `collation`, and for an index `expression`. */
export function readKeyParts(node: DocumentNode, terms: 'columns' | 'expressions' = 'columns'): readonly RawKeyPart[] {
  const items = node.items();
  if (items.length === 0) node.fail('a column is needed');
  return items.map((item) =>
    typeof item.value === 'object'
      ? keyPart(item, terms)
      : { tokens: meaningful(quoteName(item.text())), descending: false },
  );
}

function keyPart(item: DocumentNode, terms: 'columns' | 'expressions'): RawKeyPart {
  const fields = item.fields(
    terms === 'columns' ? ['column', 'desc', 'collation'] : ['column', 'desc', 'collation', 'expression'],
  );
  const { column, desc, collation } = fields;
  const expression = 'expression' in fields ? fields.expression : undefined;
  if (column && expression) expression.fail('a column and an expression stand in one place', 'Write two entries.');
  const tokens = expression ? expressionIn(expression) : meaningful(quoteName(required(column, item, 'column').text()));
  return {
    tokens,
    descending: desc?.boolean() ?? false,
    ...(collation && { collation: nonEmpty(collation, 'the collation') }),
  };
}

/** Reads a list of names. */
export function readNames(node: DocumentNode): readonly string[] {
  const names = node.items().map((item) => item.text());
  return names.length === 0 ? node.fail('a column is needed') : names;
}
