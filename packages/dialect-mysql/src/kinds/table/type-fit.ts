import type { ColumnSpec } from './spec.js';

/** How a column's values take to another type: nothing is touched, only the room for them grows, or each is converted. */
export type TypeFit = 'same' | 'appended' | 'wider-text' | 'wider' | 'converted';

/** Whole numbers by the bits that they have. */
export const bits: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };

/** Texts and bytes without a length of their own, by the room that they have. */
const room: Readonly<Record<string, number>> = { tiny: 1, '': 2, medium: 3, long: 4 };

/** How the values of a column fit into another type. */
export function typeFit(from: ColumnSpec, to: ColumnSpec): TypeFit {
  if (from.type === to.type) return 'same';
  const [before, after] = [partsOf(from.type), partsOf(to.type)];
  if (before.name === after.name) return withinOne(before, after, to.charset);
  if (isWiderNumber(before, after) || isWiderText(before, after)) return 'wider';
  return 'converted';
}

/** What a type consists of: `enum`, `'a','b'`, ``; `decimal`, `10,2`, `unsigned`. */
export interface TypeParts {
  readonly name: string;
  readonly list: string;
  readonly rest: string;
}

/** Takes a type apart. */
export function partsOf(type: string): TypeParts {
  const [, name = '', list = '', rest = ''] = /^(\w+)(?:\((.*)\))?(.*)$/s.exec(type) ?? [];
  return { name, list, rest: rest.trim() };
}

function withinOne(before: TypeParts, after: TypeParts, charset: string | undefined): TypeFit {
  const { name } = before;
  if (name === 'enum' || name === 'set') return isAppended(before.list, after.list, name) ? 'appended' : 'converted';
  if (name === 'varchar' || name === 'varbinary') {
    const [was, will] = [Number(before.list), Number(after.list)];
    if (will < was) return 'converted';
    const isAlike = isShort(was, charset) === isShort(will, charset) && before.rest === after.rest;
    return isAlike ? 'wider-text' : 'wider';
  }
  // What else is said of a text or of bytes is how they are kept: COMPRESSED.
  if (/(?:text|blob)$/.test(name)) return 'wider';
  // How wide a whole number is shown says nothing of which ones there may be.
  if (name in bits && isUnsigned(before) === isUnsigned(after)) return 'same';
  if (before.rest !== after.rest) return isWiderNumber(before, after) ? 'wider' : 'converted';
  if (name === 'decimal') return isWiderDecimal(before.list, after.list) ? 'wider' : 'converted';
  // Its values are filled up with zeros, which are part of them.
  if (name === 'binary') return 'converted';
  const [was, will] = [Number(before.list || 0), Number(after.list || 0)];
  return will >= was ? 'wider' : 'converted';
}

/** How many bytes a character takes at most, of the character sets in which that is more than one. https://dev.mysql.com/doc/refman/9.7/en/charset-charsets.html */
const widths: Readonly<Record<string, number>> = {
  ...{ big5: 2, cp932: 2, euckr: 2, gb2312: 2, gbk: 2, sjis: 2, ucs2: 2 },
  ...{ eucjpms: 3, ujis: 3, utf8: 3, utf8mb3: 3 },
  ...{ gb18030: 4, utf16: 4, utf16le: 4, utf32: 4, utf8mb4: 4 },
};

/** Whether the length of a text takes one byte and not two, which it does up to 255 bytes. */
export function isShort(length: number, charset: string | undefined): boolean {
  return bytesOf(length, charset) <= 255;
}

function bytesOf(length: number, charset = 'binary'): number {
  return length * (widths[charset] ?? 1);
}

/** The values that there were come first, and their number takes no more bytes. */
function isAppended(before: string, after: string, name: 'enum' | 'set'): boolean {
  if (!after.startsWith(`${before},`)) return false;
  const count = (list: string) => (list.match(/'(?:[^']|'')*'/g) ?? []).length;
  // https://dev.mysql.com/doc/refman/9.7/en/storage-requirements.html#data-types-storage-reqs-strings
  const bytes = (list: string) => (name === 'enum' ? (count(list) > 255 ? 2 : 1) : bytesOfSet(count(list)));
  return bytes(before) === bytes(after);
}

function bytesOfSet(count: number): number {
  return count > 32 ? 8 : Math.ceil(count / 8);
}

function isWiderNumber(before: TypeParts, after: TypeParts): boolean {
  const [was, will] = [bits[before.name], bits[after.name]];
  if (was === undefined || will === undefined) return before.name === 'float' && after.name === 'double';
  const [unsigned, stays] = [isUnsigned(before), isUnsigned(after)];
  return stays ? unsigned && will >= was : unsigned ? will > was : will >= was;
}

function isUnsigned({ rest }: TypeParts): boolean {
  return rest.includes('unsigned');
}

function isWiderText(before: TypeParts, after: TypeParts): boolean {
  const text = /^(tiny|medium|long|)(text|blob)$/;
  const [was, will] = [text.exec(before.name), text.exec(after.name)];
  if (was && will) return was[2] === will[2] && (room[will[1] ?? ''] ?? 0) >= (room[was[1] ?? ''] ?? 0);
  return will?.[2] === 'text' && before.name === 'varchar' && will[1] !== 'tiny';
}

function isWiderDecimal(before: string, after: string): boolean {
  const [digits = 0, scale = 0] = before.split(',').map(Number);
  const [more = 0, places = 0] = after.split(',').map(Number);
  return places >= scale && more - places >= digits - scale;
}
