import { type DocumentNode, type RenameHint, readDerivedFrom } from '@sync/core';
import type { Flavour } from '../flavour.js';
import type { ColumnSpec } from '../kinds/table/spec.js';
import { lexisWith } from '../lexis.js';
import { readDefault } from './default.js';
import { renamesOf } from './frame.js';
import { completeText, nonEmpty, required, typeIn, wordIn } from './text.js';

/** A column of a document, with what it says beside the column itself. */
export interface ReadColumn {
  readonly column: ColumnSpec;
  readonly renames: readonly RenameHint[];
}

const fields = [
  ...(['name', 'type', 'default', 'constraints', 'attributes', 'charset', 'collation'] as const),
  ...(['check', 'generated', 'onUpdate', 'invisible', 'srid', 'comment', 'renamedFrom', 'derivedFrom'] as const),
] as const;

/** Reads one entry of `columns`. */
export function readColumn(node: DocumentNode, table: string, flavour: Flavour): ReadColumn {
  const read = node.fields(fields);
  const lexis = lexisWith(flavour.executedComments);
  const name = nonEmpty(required(read.name, node, 'name'), 'the name');
  const type = typeIn(required(read.type, node, 'type'), lexis);
  const { notNull } = read.constraints?.fields(['notNull']) ?? {};
  const { autoIncrement } = read.attributes?.fields(['autoIncrement']) ?? {};
  if (read.default && read.generated) read.default.fail('a generated column has no default');
  return {
    column: {
      name,
      type,
      ...charsetIn(read),
      ...(notNull?.boolean() && { notNull: true }),
      ...(read.default && { default: readDefault(read.default, type, flavour) }),
      ...(read.onUpdate && { onUpdate: completeText(read.onUpdate, 'the moment', lexis) }),
      ...(autoIncrement?.boolean() && { autoIncrement: true }),
      ...(read.generated && { generated: readGenerated(read.generated, flavour) }),
      ...(read.invisible?.boolean() && { invisible: true }),
      ...(read.srid && { srid: read.srid.integer() }),
      ...(read.comment && { comment: read.comment.text() }),
      ...(read.check && { check: completeText(read.check, 'the check', lexis) }),
    },
    renames: [
      ...renamesOf([table, name], read.renamedFrom),
      ...readDerivedFrom(read.derivedFrom, [table, name], {
        name: nonEmpty,
        expression: (text, what) => completeText(text, what, lexis),
      }),
    ],
  };
}

/** What is said of how texts are kept; an empty text says nothing, as in the system that the format comes from. */
export function charsetIn(read: { readonly charset?: DocumentNode; readonly collation?: DocumentNode }): {
  readonly charset?: string;
  readonly collation?: string;
} {
  return {
    ...(read.charset?.text() && { charset: wordIn(read.charset, 'the character set') }),
    ...(read.collation?.text() && { collation: wordIn(read.collation, 'the collation') }),
  };
}

function readGenerated(node: DocumentNode, { executedComments }: Flavour): NonNullable<ColumnSpec['generated']> {
  const { expression, stored } = node.fields(['expression', 'stored']);
  return {
    as: completeText(required(expression, node, 'expression'), 'the expression', lexisWith(executedComments)),
    stored: stored?.boolean() ?? false,
  };
}
