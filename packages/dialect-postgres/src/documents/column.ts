import { type DocumentNode, type RenameHint, readDerivedFrom } from '@sync/core';
import { usualCounter } from '../kinds/sequence/usual-counter.js';
import type { ColumnSpec } from '../kinds/table/spec.js';
import { quoteName } from '../text/names.js';
import { readDefault } from './default.js';
import { flag, renamesOf, required } from './frame.js';
import { completeText, nonEmpty, pathIn, typeIn } from './text.js';

/** A column of a document, with what it says beside the column itself. */
export interface ReadColumn {
  readonly column: ColumnSpec;
  /** The expression of its own check. */
  readonly check?: string;
  readonly comment?: string;
  readonly renames: readonly RenameHint[];
}

const serials: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  int2: 'smallserial',
  integer: 'serial',
  int: 'serial',
  int4: 'serial',
  bigint: 'bigserial',
  int8: 'bigserial',
};
const serial = /^(?:small|big)?serial\d?$/i;

/** Reads one entry of `columns` of the table at a path. */
export function readColumn(node: DocumentNode, table: readonly string[]): ReadColumn {
  const fields = node.fields([
    ...(['name', 'type', 'default', 'constraints', 'attributes', 'check', 'generated', 'identity'] as const),
    ...(['collation', 'storage', 'compression', 'comment', 'renamedFrom', 'derivedFrom'] as const),
  ]);
  const name = nonEmpty(required(fields.name, node, 'name'), 'the name');
  const typeNode = required(fields.type, node, 'type');
  const type = countedType(typeIn(typeNode), fields.attributes);
  const { default: given, generated, identity } = fields;
  if (given && generated) given.fail('a generated column has no default');
  if (given && identity) given.fail('an identity column has no default');
  if (given && serial.test(type)) given.fail(`a column of type ${type} has the default of its sequence`);
  return {
    column: {
      name,
      type,
      notNull: fields.constraints?.fields(['notNull']).notNull?.boolean() ?? false,
      ...(given && { default: readDefault(given, type) }),
      ...(generated && { generated: readGenerated(generated) }),
      ...(identity && { identity: readIdentity(identity, type) }),
      ...(fields.collation && { collation: pathIn(fields.collation, 'the collation') }),
      ...(fields.storage && {
        storage: fields.storage.oneOf(['PLAIN', 'EXTERNAL', 'EXTENDED', 'MAIN']),
      }),
      ...(fields.compression && { compression: quoteName(nonEmpty(fields.compression, 'the compression')) }),
    },
    ...(fields.check && { check: completeText(fields.check, 'the check') }),
    ...(fields.comment && { comment: fields.comment.text() }),
    renames: [
      ...renamesOf([...table, name], fields.renamedFrom),
      ...readDerivedFrom(fields.derivedFrom, [...table, name], { name: nonEmpty, expression: completeText }),
    ],
  };
}

/** `attributes.autoIncrement` asks for a sequence, which is what the serial types are. */
function countedType(type: string, attributes: DocumentNode | undefined): string {
  const node = attributes?.fields(['autoIncrement']).autoIncrement;
  if (!node?.boolean() || serial.test(type)) return type;
  return serials[type.toLowerCase()] ?? node.fail(`autoIncrement is only for columns of whole numbers, not ${type}`);
}

function readGenerated(node: DocumentNode): NonNullable<ColumnSpec['generated']> {
  const { expression, stored } = node.fields(['expression', 'stored']);
  return {
    as: completeText(required(expression, node, 'expression'), 'the expression'),
    stored: stored?.boolean() ?? true,
  };
}

/** Reads `identity`: `always`, `by default`, or a mapping that also says how it counts. */
function readIdentity(node: DocumentNode, type: string): NonNullable<ColumnSpec['identity']> {
  const kinds = ['always', 'by default'] as const;
  if (typeof node.value === 'string') {
    return { always: node.oneOf(kinds) === 'always', options: usualCounter(type) };
  }
  const fields = node.fields(['generated', 'start', 'increment', 'minimum', 'maximum', 'cache', 'cycle']);
  const usual = usualCounter(type, fields.increment && whole(fields.increment));
  const minimum = fields.minimum ? whole(fields.minimum) : usual.minimum;
  const maximum = fields.maximum ? whole(fields.maximum) : usual.maximum;
  const first = usual.increment.startsWith('-') ? maximum : minimum;
  return {
    always: (fields.generated?.oneOf(kinds) ?? 'always') === 'always',
    options: {
      ...usual,
      minimum,
      maximum,
      start: fields.start ? whole(fields.start) : first,
      ...(fields.cache && { cache: whole(fields.cache) }),
      cycle: flag('cycle', fields.cycle).cycle ?? false,
    },
  };
}

/** Digits, since 64 bits do not fit into a number. */
function whole(node: DocumentNode): string {
  const text = node.text();
  return /^-?\d+$/.test(text) ? text : node.fail('a whole number is expected here');
}
