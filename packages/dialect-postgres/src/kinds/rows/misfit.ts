import type { ConflictContext } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { convertedValue, enumOf, storedType, typeChangeOf } from '../table/change-type.js';
import type { ColumnSpec } from '../table/spec.js';
import { isText } from '../table/type-cast.js';
import { baseType, readType } from '../table/type-change.js';

/** A value as one of another type, or none where it is known not to convert: that it does not is told by itself. */
export function guardedValue(value: string, before: ColumnSpec, after: ColumnSpec, context: ConflictContext): string {
  const converted = convertedValue(value, before, after, context);
  const isPlain = [before, after].every(({ type }) => !baseType(type).list);
  const change = typeChangeOf(before.type, after.type, context);
  if (!isPlain || change === 'free' || change === 'rewrite') return converted;
  const misfit = misfitOf(value, before.type, after.type, context);
  return misfit === undefined || misfit === 'none' ? converted : `CASE WHEN NOT (${misfit}) THEN ${converted} END`;
}

const ranges: Readonly<Record<string, string>> = {
  smallint: '-32768 AND 32767',
  integer: '-2147483648 AND 2147483647',
  bigint: '-9223372036854775808 AND 9223372036854775807',
};
const integers = new Set(Object.keys(ranges));
const fractions = new Set(['numeric', 'real', 'double precision']);

/** Whether a type is one of bits. */
export function isBits(type: string): boolean {
  return /^bit( varying)?(\(\d+\))?$/.test(type);
}

/** For which bits there is no room, or too much of it. */
export function bitsMisfit(value: string, to: string): string {
  const { base, numbers } = readType(to);
  const [limit] = numbers;
  if (base === 'bit') return `length(${value}) <> ${limit ?? 1}`;
  return limit === undefined ? `length(${value}) < 0` : `length(${value}) > ${limit}`;
}

/** For which values the conversion fails; `none` where it cannot, undefined where only trying tells. */
export function misfitOf(value: string, from: string, to: string, context: ConflictContext): string | undefined {
  const target = storedType(to, context, 'goal');
  const old = readType(storedType(from, context, 'base'));
  const next = readType(target);
  const labels = enumOf(to, context, 'goal')?.spec.labels;
  if (labels && (isText(from) || enumOf(from, context, 'base'))) {
    return labels.length === 0 ? `${value} IS NOT NULL` : `${value}::text NOT IN (${labels.map(quoteText).join(', ')})`;
  }
  const [limit] = next.numbers;
  if (next.base === 'character varying' || next.base === 'character') {
    // Blanks at the end are cut without a word.
    return limit === undefined ? 'none' : `rtrim(substr(${value}::text, ${limit + 1}), ' ') <> ''`;
  }
  if (isBits(target) && isBits(old.base)) {
    const [length = 1] = old.numbers;
    return old.base === 'bit' && next.base === 'bit' && (limit ?? 1) > length ? 'none' : bitsMisfit(value, target);
  }
  const isWritten = isText(from) || (old.base === 'json' && next.base === 'jsonb');
  if (isWritten && context.server.features.has('input-check')) {
    return `NOT pg_input_is_valid(${value}::text, ${quoteText(target)})`;
  }
  const range = ranges[next.base];
  if (range && (integers.has(old.base) || fractions.has(old.base))) {
    return `${integers.has(old.base) ? value : `round(${value})`} NOT BETWEEN ${range}`;
  }
  if (next.base === 'numeric' && (integers.has(old.base) || fractions.has(old.base))) {
    const [precision, scale = 0] = next.numbers;
    if (precision === undefined) return 'none';
    const number = `${value}::numeric`;
    return `${number} <> 'NaN' AND abs(round(${number}, ${scale})) >= 1e${precision - scale}`;
  }
  if (old.base === 'date' && next.base === 'timestamp without time zone') {
    return `isfinite(${value}) AND ${value} >= '294277-01-01'`;
  }
  if (old.base === 'date' && next.base === 'timestamp with time zone') return undefined;
  const isTime = (base: string) => /^(date|time|interval)/.test(base);
  return isTime(old.base) && isTime(next.base) ? 'none' : undefined;
}
