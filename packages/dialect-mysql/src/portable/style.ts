import {
  type ColumnUse,
  guard,
  type NativeType,
  type PortableColumn,
  type PortableStyle,
  type PortableType,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { quoteText } from '../text/literal.js';
import { foldMember, quoteName } from '../text/names.js';
import { expressions } from './expressions.js';
import { family } from './read-type.js';

/** What one server of the family has and another has not. */
interface Own {
  readonly uuid: boolean;
  readonly generatedNotNull: boolean;
  readonly lastMoment: string;
}

const own: Readonly<Record<string, Own>> = {
  mysql: { uuid: false, generatedNotNull: true, lastMoment: '2038' },
  mariadb: { uuid: true, generatedNotNull: false, lastMoment: '2038, or 2106 from 11.5 on' },
};

const lossless = (type: string): NativeType => ({ type, carriage: 'lossless' });

/** The bytes that a key takes, of all its columns. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html */
const longestKey = 3072;
/** What a column takes of it that is neither a text nor bytes: at most a decimal of 65 digits. */
const otherInKey = 30;
/** A text that says no length and is in a key. */
const usualKey = 255;
/** A row has 65535 bytes without its long texts. */
const longestText = 16_383;

/** How a server of the family writes a schema. */
export function styleOf(flavour: Flavour): PortableStyle {
  const { generatedNotNull } = ownOf(flavour);
  return {
    product: flavour.product,
    quote: quoteName,
    fold: foldMember,
    // Whether they differ by their case alone is a setting of the server's.
    foldTable: (name) => name,
    names: { most: 64, unit: 'characters' },
    namedOnce: new Set(['foreign key', 'check']),
    tablesAmongIndexes: false,
    type: (column, use) => typeOf(column, use, flavour),
    expressions,
    default: defaultOf,
    numbered: ({ type }, { leading }) =>
      type.base === 'integer' && leading ? { clause: 'AUTO_INCREMENT' } : undefined,
    virtual: true,
    nullable: 'NULL',
    generatedNotNull,
    keysInside: false,
    actions: new Set(['restrict', 'cascade', 'set null']),
    primaryKeyNames: false,
    comments: { clause: (text) => `COMMENT ${quoteText(text)}` },
  };
}

function ownOf({ name }: Flavour): Own {
  const found = own[name];
  if (!found) throw new TypeError(`nothing is known of ${name}`);
  return found;
}

/** Long texts, documents and bytes take an expression alone, and a clock has as many digits as its column. */
function defaultOf(text: string, { type, default: value }: PortableColumn, native: string): string | undefined {
  if (value && 'call' in value && value.call === 'current_timestamp') {
    if (type.base !== 'datetime' && type.base !== 'moment') return undefined;
    return type.precision === 0 ? text : `${text}(${Math.min(type.precision, 6)})`;
  }
  if (type.base === 'boolean' && value && 'truth' in value) return value.truth ? '1' : '0';
  const isPlain = value && ('text' in value || 'number' in value || 'null' in value || 'truth' in value);
  return isPlain && !/^(?:long|json)/.test(native) ? text : text.startsWith('(') ? text : `(${text})`;
}

function typeOf(column: PortableColumn, use: ColumnUse, flavour: Flavour): NativeType {
  const { type, name } = column;
  switch (type.base) {
    case 'boolean':
      return {
        type: 'tinyint(1)',
        guard: guard({ column: name, range: ['0', '1'] }),
        carriage: 'checked',
        reason: 'a check keeps it at 0 or 1',
      };
    case 'integer':
      return lossless(`${integerNames[type.bits]}${type.unsigned ? ' unsigned' : ''}`);
    case 'decimal':
      return decimal(type);
    case 'float':
      return lossless(type.bits === 32 ? 'float' : 'double');
    case 'text':
      return text(type, use, flavour);
    case 'bytes':
      return bytes(type, use);
    case 'uuid':
      return uuid(name, flavour);
    case 'date':
      return lossless('date');
    case 'json':
      return { type: 'json', carriage: 'values', reason: 'of members of one name the last is kept' };
    case 'time':
    case 'datetime':
    case 'moment':
      return clock(type, flavour);
    case 'interval':
      return {
        type: 'varchar(64)',
        carriage: 'lossy',
        reason: `${flavour.product} has no intervals: it becomes a text`,
      };
    case 'enum':
      return lossless(`enum(${type.labels.map(quoteText).join(',')}) ${exactly(flavour)}`);
    case 'native':
      if (type.family === family) return lossless(ownName(type.name, flavour));
      return {
        type: use.keyed ? `varchar(${Math.min(usualKey, lettersIn(use))})` : 'longtext',
        carriage: 'lossy',
        reason: `${flavour.product} has no ${type.name}: it becomes a text`,
      };
    default:
      return type satisfies never;
  }
}

/** A type of the family, under the name that all of it reads. */
function ownName(printed: string, flavour: Flavour): string {
  if (printed.startsWith('set')) return `${printed} ${exactly(flavour)}`;
  return printed === 'geomcollection' ? 'geometrycollection' : printed;
}

/** The bytes that a text, or bytes, may have in a key: all that others leave, shared alike where they would not all have room. */
function roomIn(key: readonly PortableColumn[]): number {
  const wanted = key.map(({ type }) => wantedInKey(type));
  if (sum(wanted) <= longestKey) return longestKey;
  const long = wanted.filter((bytes) => bytes > otherInKey);
  return Math.floor((longestKey - sum(wanted.filter((bytes) => bytes <= otherInKey))) / Math.max(long.length, 1));
}

function lettersIn({ keys }: ColumnUse): number {
  return Math.min(...keys.map((key) => Math.floor(roomIn(key) / 4)));
}

function wantedInKey(type: PortableType): number {
  switch (type.base) {
    case 'text':
      return 4 * Math.min(type.length ?? usualKey, longestKey);
    case 'bytes':
      return type.length ?? usualKey;
    case 'interval':
      return 4 * 64;
    case 'native':
      return type.family === family ? otherInKey : 4 * usualKey;
    default:
      return otherInKey;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

type Of<B extends PortableType['base']> = Extract<PortableType, { readonly base: B }>;

const integerNames: Readonly<Record<8 | 16 | 24 | 32 | 64, string>> = {
  8: 'tinyint',
  16: 'smallint',
  24: 'mediumint',
  32: 'int',
  64: 'bigint',
};

function decimal({ precision, scale = 0 }: Of<'decimal'>): NativeType {
  if (precision === undefined)
    return {
      type: 'decimal(65,30)',
      carriage: 'lossy',
      reason: 'no more than 35 digits before the point, and 30 behind it',
    };
  const type = `decimal(${precision},${scale})`;
  if (precision <= 65 && scale <= 30 && scale >= 0) return lossless(type);
  return { type, carriage: 'impossible', reason: 'a decimal has at most 65 digits, 30 of them behind the point' };
}

/** Texts that are equal to the letter alone. */
function exactly({ exactCollation }: Flavour): string {
  return `CHARACTER SET utf8mb4 COLLATE ${exactCollation}`;
}

function text({ length, fixed, ignoresCase }: Of<'text'>, use: ColumnUse, flavour: Flavour): NativeType {
  const how = ignoresCase ? '' : ` ${exactly(flavour)}`;
  const most = lettersIn(use);
  if (use.keyed && (length === undefined || length > most)) {
    const size = Math.min(most, length ?? usualKey);
    return { type: `varchar(${size})${how}`, carriage: 'values', reason: `in a key it has at most ${size} characters` };
  }
  if (length === undefined) return lossless(`longtext${how}`);
  if (fixed && length <= 255) return lossless(`char(${length})${how}`);
  if (length <= longestText) return lossless(`varchar(${length})${how}`);
  return { type: `longtext${how}`, carriage: 'widened', reason: 'it may be longer' };
}

function bytes({ length, fixed }: Of<'bytes'>, { keyed, keys }: ColumnUse): NativeType {
  const most = Math.min(...keys.map(roomIn));
  if (keyed && (length === undefined || length > most)) {
    const size = Math.min(most, length ?? usualKey);
    return { type: `varbinary(${size})`, carriage: 'values', reason: `in a key it has at most ${size} bytes` };
  }
  if (length === undefined) return lossless('longblob');
  if (fixed && length <= 255) return lossless(`binary(${length})`);
  if (length <= longestText) return lossless(`varbinary(${length})`);
  return { type: 'longblob', carriage: 'widened', reason: 'it may be longer' };
}

function uuid(column: string, flavour: Flavour): NativeType {
  if (ownOf(flavour).uuid) return lossless('uuid');
  return {
    type: 'binary(16)',
    guard: guard({ column, call: 'octet_length', exactly: 16 }),
    carriage: 'checked',
    reason: 'it is kept as 16 bytes',
  };
}

function clock({ base, precision }: Of<'time' | 'datetime' | 'moment'>, flavour: Flavour): NativeType {
  const word = base === 'moment' ? 'timestamp' : base;
  const type = precision === 0 ? word : `${word}(${Math.min(precision, 6)})`;
  if (base === 'moment')
    return { type, carriage: 'values', reason: `a timestamp ends in ${ownOf(flavour).lastMoment}, and begins in 1970` };
  if (base === 'time') return lossless(type);
  return { type, carriage: 'values', reason: 'it is between the years 1000 and 9999' };
}
