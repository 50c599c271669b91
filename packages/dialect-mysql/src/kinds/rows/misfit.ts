import { quoteText } from '../../text/literal.js';
import type { ColumnSpec } from '../table/spec.js';
import { bits, partsOf, type TypeParts, typeFit } from '../table/type-fit.js';
import type { MisfitContext } from './misfit-context.js';
import { momentMisfit, textMomentMisfit } from './moment-misfit.js';

const wholeNumbers = new Set(Object.keys(bits));
const textNames = /^(?:varchar|char|(?:tiny|medium|long)?text)$/;
const byteNames = /^(?:varbinary|binary|(?:tiny|medium|long)?blob)$/;
const momentNames = /^(?:date|datetime|timestamp)$/;
/** How many bytes texts and blobs without a length of their own have room for. */
const room: Readonly<Record<string, number>> = { tiny: 255, '': 65_535, medium: 16_777_215 };
const largestFloat = '3.402823466e38';

/** For which values of a column the server refuses to make it another one, as SQL; undefined where there are none, or nobody can tell. */
export function misfitOf(value: string, from: ColumnSpec, to: ColumnSpec, context: MisfitContext): string | undefined {
  const conditions = [
    ...(typeFit(from, to) === 'converted' ? [typeMisfit(value, from, to, context)] : []),
    charsetMisfit(value, from, to),
  ].filter((condition) => condition !== undefined);
  return conditions.length > 1 ? conditions.map((condition) => `(${condition})`).join(' OR ') : conditions[0];
}

function typeMisfit(value: string, from: ColumnSpec, to: ColumnSpec, context: MisfitContext): string | undefined {
  const [before, after] = [partsOf(from.type), partsOf(to.type)];
  const isText = textNames.test(before.name);
  if (wholeNumbers.has(after.name)) return wholeMisfit(value, before, after, context);
  if (after.name === 'decimal') return decimalMisfit(value, before, after);
  if (after.name === 'float' || after.name === 'double') return floatMisfit(value, before, after);
  if (textNames.test(after.name)) return lengthMisfit(value, after);
  if (byteNames.test(after.name)) return bytesMisfit(value, after);
  if (momentNames.test(after.name)) {
    if (isText) return textMomentMisfit(value, after.name);
    return momentNames.test(before.name) ? momentMisfit(value, before.name, after.name, context) : undefined;
  }
  switch (after.name) {
    case 'enum':
      return enumMisfit(value, before, after);
    case 'set':
      return setMisfit(value, before, after);
    case 'json':
      if (isText) return `NOT JSON_VALID(${value})`;
      // Bytes are no text in any character set.
      return byteNames.test(before.name) ? `${value} IS NOT NULL` : undefined;
    case 'bit':
      return isText ? undefined : `${numberOf(value, before)} >= POW(2, ${after.list})`;
    case 'uuid':
    case 'inet4':
    case 'inet6':
      return isText ? `${value} IS NOT NULL AND CAST(${value} AS ${after.name}) IS NULL` : undefined;
    default:
      return undefined;
  }
}

/** As a number, what the server shows as something else. */
function numberOf(value: string, { name }: TypeParts): string {
  return /^(?:bit|year|enum|set|date|datetime|timestamp|time)$/.test(name) ? `(${value} + 0)` : value;
}

const number = '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?[0-9]+)?';

function isNoNumber(value: string, pattern: string): string {
  return `LOWER(${value}) NOT REGEXP '^[[:space:]]*${pattern}[[:space:]]*$'`;
}

function wholeMisfit(value: string, before: TypeParts, after: TypeParts, { flavour }: MisfitContext): string {
  const size = bits[after.name] ?? 64;
  const isUnsigned = after.rest.includes('unsigned');
  const [low, high] = isUnsigned
    ? [0n, 2n ** BigInt(size) - 1n]
    : [-(2n ** BigInt(size - 1)), 2n ** BigInt(size - 1) - 1n];
  const range = `NOT BETWEEN ${low} AND ${high}`;
  if (textNames.test(before.name)) {
    const pattern = flavour.roundsTexts ? number : '[-+]?[0-9]+';
    return `${isNoNumber(value, pattern)} OR CAST(${value} AS DECIMAL(65)) ${range}`;
  }
  return `ROUND(${numberOf(value, before)}) ${range}`;
}

function decimalMisfit(value: string, before: TypeParts, after: TypeParts): string {
  const [digits = 10, scale = 0] = after.list.split(',').map(Number);
  const isText = textNames.test(before.name);
  const rounded = isText ? `CAST(${value} AS DECIMAL(65,${scale}))` : `ROUND(${numberOf(value, before)}, ${scale})`;
  return [
    ...(isText ? [isNoNumber(value, number)] : []),
    `ABS(${rounded}) >= 1e${digits - scale}`,
    ...(after.rest.includes('unsigned') ? [`${value} < 0`] : []),
  ].join(' OR ');
}

function floatMisfit(value: string, before: TypeParts, after: TypeParts): string | undefined {
  const conditions = [
    ...(textNames.test(before.name) ? [isNoNumber(value, number)] : []),
    ...(after.name === 'float' && before.name === 'double' ? [`ABS(${value}) > ${largestFloat}`] : []),
    ...(after.rest.includes('unsigned') ? [`${numberOf(value, before)} < 0`] : []),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' OR ');
}

/** Blanks at the end are cut without a word only where the type pads with them. */
function lengthMisfit(value: string, { name, list }: TypeParts): string | undefined {
  const word = /^(tiny|medium|long|)text$/.exec(name)?.[1];
  if (word !== undefined) return room[word] === undefined ? undefined : `LENGTH(${value}) > ${room[word]}`;
  const text = `CAST(${value} AS CHAR)`;
  return `CHAR_LENGTH(${name === 'char' ? `TRIM(TRAILING ' ' FROM ${text})` : text}) > ${list || 1}`;
}

function bytesMisfit(value: string, { name, list }: TypeParts): string | undefined {
  const word = /^(tiny|medium|long|)blob$/.exec(name)?.[1];
  if (word !== undefined) return room[word] === undefined ? undefined : `LENGTH(${value}) > ${room[word]}`;
  return `LENGTH(${value}) > ${list || 1}`;
}

function members(list: string): readonly string[] {
  return list.match(/'(?:[^']|'')*'/g) ?? [];
}

/** A text may be a number of a member, too. */
function enumMisfit(value: string, before: TypeParts, after: TypeParts): string | undefined {
  const all = members(after.list);
  const isText = textNames.test(before.name);
  if (!isText && before.name !== 'enum') return `${numberOf(value, before)} NOT BETWEEN 0 AND ${all.length}`;
  const listed = `${isText ? `TRIM(TRAILING ' ' FROM ${value})` : value} NOT IN (${all.join(', ')})`;
  return isText ? `${listed} AND NOT ${isNumberUpTo(value, all.length)}` : listed;
}

function setMisfit(value: string, before: TypeParts, after: TypeParts): string | undefined {
  const all = members(after.list);
  if (before.name === 'set') {
    const there = new Set(all);
    const gone = members(before.list).filter((member) => !there.has(member));
    return gone.length === 0 ? undefined : gone.map((member) => `FIND_IN_SET(${member}, ${value})`).join(' OR ');
  }
  if (!textNames.test(before.name)) return undefined;
  const one = all
    .map((member) =>
      member
        .slice(1, -1)
        .replaceAll("''", "'")
        .replace(/[^\w\s]/g, '[$&]'),
    )
    .join('|');
  const pattern = quoteText(`^(${one})(,(${one}))*$`);
  return `${value} <> '' AND ${value} NOT REGEXP ${pattern} AND NOT ${isNumberUpTo(value, `POW(2, ${all.length}) - 1`)}`;
}

function isNumberUpTo(value: string, most: number | string): string {
  return `(${value} REGEXP '^[0-9]+$' AND CAST(${value} AS DECIMAL(65)) BETWEEN 1 AND ${most})`;
}

/** Whether a character set has no letter for what a text says. */
function charsetMisfit(value: string, from: ColumnSpec, to: ColumnSpec): string | undefined {
  if (to.charset === undefined || from.charset === to.charset) return undefined;
  if (from.charset === undefined) {
    return byteNames.test(partsOf(from.type).name)
      ? `COALESCE(HEX(CONVERT(${value} USING ${to.charset})), '') <> HEX(${value})`
      : undefined;
  }
  if (to.charset === 'utf8mb4') return undefined;
  return `HEX(CONVERT(CONVERT(${value} USING ${to.charset}) USING utf8mb4)) <> HEX(CONVERT(${value} USING utf8mb4))`;
}
