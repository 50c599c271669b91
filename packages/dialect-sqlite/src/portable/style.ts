import {
  type Bound,
  type ColumnUse,
  guard,
  type NativeType,
  type PortableColumn,
  type PortableStyle,
  type PortableType,
  rangeOfType,
} from '@sync/core';
import { foldName, quoteName } from '../text/names.js';
import { expressions } from './expressions.js';
import { family } from './read-type.js';

/** How SQLite, or what is built on it, writes a schema. */
export const style: PortableStyle = {
  product: 'SQLite',
  quote: quoteName,
  fold: foldName,
  foldTable: foldName,
  names: { most: 10_000, unit: 'characters' },
  namedOnce: new Set(['index']),
  tablesAmongIndexes: true,
  type: typeOf,
  expressions,
  default: (text, { default: value }) =>
    value && ('operator' in value || ('call' in value && !text.startsWith('CURRENT_'))) ? `(${text})` : text,
  numbered: ({ type }, { primary }) =>
    type.base === 'integer' && primary ? { clause: 'PRIMARY KEY AUTOINCREMENT', isKey: true } : undefined,
  virtual: true,
  nullable: '',
  generatedNotNull: true,
  keysInside: true,
  actions: new Set(['restrict', 'cascade', 'set null', 'set default']),
  primaryKeyNames: true,
};

const asText = 'SQLite keeps it as a text, and lets other values in';

function typeOf(column: PortableColumn, use: ColumnUse): NativeType {
  const { type, name } = column;
  switch (type.base) {
    case 'boolean':
      return kept('BOOLEAN', { column: name, range: ['0', '1'] }, 'a check keeps it at 0 or 1');
    case 'integer':
      return integer(column, type, use);
    case 'decimal':
      return decimal(type);
    case 'float':
      return { type: type.bits === 32 ? 'FLOAT' : 'REAL', carriage: 'lossless' };
    case 'text':
      return text(name, type);
    case 'bytes':
      return bytes(name, type);
    case 'uuid':
      return kept(
        'UUID_TEXT',
        { column: name, call: 'char_length', exactly: 36 },
        'it is kept as a text of 36 letters',
      );
    case 'date':
      return { type: 'DATE', carriage: 'values', reason: asText };
    case 'time':
    case 'datetime':
    case 'moment': {
      const words = { time: 'TIME', datetime: 'DATETIME', moment: 'TIMESTAMPTZ' };
      const digits = type.precision >= 6 ? '' : `(${type.precision})`;
      return { type: `${words[type.base]}${digits}`, carriage: 'values', reason: asText };
    }
    case 'json':
      return kept('JSON_TEXT', { column: name, call: 'json_valid' }, 'it is kept as a text that is valid JSON');
    case 'enum':
      return kept(
        'ENUM_TEXT',
        { column: name, values: type.labels.map((label) => ({ text: label })) },
        'a check keeps it at its values',
      );
    case 'interval':
    case 'native': {
      if (type.base === 'native' && type.family === family) return { type: type.name, carriage: 'lossless' };
      const what = type.base === 'native' ? type.name : type.base;
      return { type: 'TEXT', carriage: 'lossy', reason: `SQLite has no ${what}: it becomes a text` };
    }
    default:
      return type satisfies never;
  }
}

type Of<B extends PortableType['base']> = Extract<PortableType, { readonly base: B }>;

function kept(type: string, bound: Bound, reason: string): NativeType {
  return { type, guard: guard(bound), carriage: 'checked', reason };
}

const integerNames: Readonly<Record<8 | 16 | 24 | 32 | 64, string>> = {
  8: 'TINYINT',
  16: 'SMALLINT',
  24: 'MEDIUMINT',
  32: 'INT',
  64: 'BIGINT',
};

/** Only what is declared as INTEGER is numbered. */
function integer(column: PortableColumn, type: Of<'integer'>, { counted, primary }: ColumnUse): NativeType {
  const { bits, unsigned } = type;
  const name = column.numbered && primary ? 'INTEGER' : integerNames[bits];
  if (bits === 64 && !unsigned) return { type: name, carriage: 'lossless' };
  const [least, most] = rangeOfType(type);
  if (bits < 64)
    return kept(name, { column: column.name, range: [least, most] }, `a check keeps it between ${least} and ${most}`);
  if (!counted) return { type: 'DECIMAL_TEXT(20,0)', carriage: 'values', reason: `${asText}; it compares as a text` };
  const { guard: check } = kept(name, { column: column.name, range: ['0', '9223372036854775807'] }, '');
  const reason = 'what is numbered has 63 bits: greater numbers do not fit';
  return { type: name, ...(check && { guard: check }), carriage: 'values', reason };
}

/** A number of SQLite's keeps 15 digits as they are. */
function decimal({ precision, scale = 0 }: Of<'decimal'>): NativeType {
  if (precision !== undefined && precision <= 15)
    return {
      type: `DECIMAL(${precision},${scale})`,
      carriage: 'values',
      reason: 'SQLite keeps 15 digits, and lets other values in',
    };
  const size = precision === undefined ? '' : `(${precision},${scale})`;
  return { type: `DECIMAL_TEXT${size}`, carriage: 'values', reason: `${asText}; it compares as a text` };
}

function text(column: string, { length, fixed, ignoresCase }: Of<'text'>): NativeType {
  const how = ignoresCase ? ' COLLATE NOCASE' : '';
  if (length === undefined) return { type: `TEXT${how}`, carriage: 'lossless' };
  const type = `${fixed ? 'CHAR' : 'VARCHAR'}(${length})${how}`;
  return kept(type, { column, call: 'char_length', most: length }, `a check keeps it within ${length} characters`);
}

function bytes(column: string, { length, fixed }: Of<'bytes'>): NativeType {
  if (length === undefined) return { type: 'BLOB', carriage: 'lossless' };
  // Of bytes it counts these.
  const call = 'char_length';
  const bound = fixed ? { column, call, exactly: length } : { column, call, most: length };
  return kept('BLOB', bound, `a check keeps it ${fixed ? 'at' : 'within'} ${length} bytes`);
}
