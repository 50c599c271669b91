import type { DocumentNode } from '@sync/core';
import type { Conflict } from '../kinds/table/spec.js';
import type { RawColumn, RawConstraint } from '../read/raw-table.js';
import { isSymbol, meaningful } from '../text/cursor.js';
import { reservedWords } from '../text/keywords.js';
import { readDefault } from './default.js';
import { nonEmpty, required } from './engine.js';
import { expressionIn, isUnclosed } from './expression.js';

/** A column of a document, with what it says beside the column itself. */
export interface ReadColumn {
  readonly column: RawColumn;
  readonly checks: readonly RawConstraint[];
  /** Where AUTOINCREMENT was asked for. */
  readonly autoIncrement?: DocumentNode;
  readonly renamedFrom?: DocumentNode;
  readonly derivedFrom?: DocumentNode;
}

/** Reads one entry of `columns`. */
export function readColumn(node: DocumentNode): ReadColumn {
  const fields = node.fields([
    'name',
    'type',
    'default',
    'constraints',
    'attributes',
    'check',
    'generated',
    'collation',
    'comment',
    'renamedFrom',
    'derivedFrom',
  ]);
  fields.comment?.fail('SQLite keeps no comments', 'Write it as a comment of the document, behind a #.');
  const name = required(fields.name, node, 'name').text();
  const type = fields.type ? readType(fields.type) : [];
  const typeText = type.map((token) => token.text).join(' ');
  const notNull = fields.constraints?.fields(['notNull']).notNull;
  const autoIncrement = fields.attributes?.fields(['autoIncrement']).autoIncrement;
  if (fields.default && fields.generated) fields.default.fail('a generated column has no default');
  return {
    column: {
      name,
      type,
      ...(notNull && readNotNull(notNull)),
      ...(fields.default && { default: readDefault(fields.default, typeText) }),
      ...(fields.collation && { collation: nonEmpty(fields.collation, 'the collation') }),
      ...(fields.generated && { generated: readGenerated(fields.generated) }),
    },
    checks: fields.check ? [{ type: 'check', tokens: expressionIn(fields.check), column: name }] : [],
    ...(autoIncrement?.boolean() && { autoIncrement }),
    ...(fields.renamedFrom && { renamedFrom: fields.renamedFrom }),
    ...(fields.derivedFrom && { derivedFrom: fields.derivedFrom }),
  };
}

function readType(node: DocumentNode): RawColumn['type'] {
  const tokens = meaningful(node.text());
  const wrong = tokens.find(
    (token) =>
      isUnclosed(token) ||
      isSymbol(token, ';') ||
      (token.type === 'word' && reservedWords.has(token.text.toUpperCase())),
  );
  if (wrong)
    return node.fail(`${node.text()} is more than a type`, 'Constraints and defaults have fields of their own.');
  return tokens;
}

function readNotNull(node: DocumentNode): Pick<RawColumn, 'notNull'> {
  if (typeof node.value !== 'object') return node.boolean() ? { notNull: {} } : {};
  const { name, onConflict } = node.fields(['name', 'onConflict']);
  return { notNull: { ...(name && { name: nonEmpty(name, 'the name') }), ...readConflict(onConflict) } };
}

function readGenerated(node: DocumentNode): NonNullable<RawColumn['generated']> {
  const { expression, stored } = node.fields(['expression', 'stored']);
  return { tokens: expressionIn(required(expression, node, 'expression')), stored: stored?.boolean() ?? false };
}

/** Reads `onConflict`; ABORT is what SQLite does anyway. */
export function readConflict(node: DocumentNode | undefined): { readonly conflict?: Conflict } {
  const conflict = node?.oneOf(['ABORT', 'ROLLBACK', 'FAIL', 'IGNORE', 'REPLACE']);
  return conflict === undefined || conflict === 'ABORT' ? {} : { conflict };
}
