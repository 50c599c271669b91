import type { RenameHint } from '../../contract/change.js';
import type { DocumentNode } from '../../contract/node.js';

/** How a dialect reads an expression, and refuses what is none. */
type ReadExpression = (node: DocumentNode, what: string) => string;

/** What `derivedFrom: { column, as, back }` declares of the column at a path: what `-- @derived from=column as (…) back (…)` says in SQL. */
export function readDerivedFrom(
  node: DocumentNode | undefined,
  path: readonly string[],
  read: { readonly name: ReadExpression; readonly expression: ReadExpression },
): readonly RenameHint[] {
  if (!node) return [];
  const { column, as, back } = node.fields(['column', 'as', 'back']);
  if (!column || !as || !back)
    return node.fail(
      'a column that is made of an old one says of which, and how each is made of the other',
      'For example: derivedFrom: { column: full_name, as: "the expression over full_name", back: "the one over the new columns" }.',
    );
  const derived = {
    as: read.expression(as, 'what the column holds'),
    back: read.expression(back, 'what the old column holds'),
  };
  return [{ at: node.at, from: [...path.slice(0, -1), read.name(column, 'the old name')], to: path, derived }];
}
