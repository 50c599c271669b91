import type { PortableExpression, PortableType } from '../contract/portable.js';

/** What a check keeps in one column that its type alone does not. */
export type Bound =
  | { readonly column: string; readonly range: readonly [string, string] }
  | { readonly column: string; readonly most: number; readonly call: string }
  | { readonly column: string; readonly exactly: number; readonly call: string }
  | { readonly column: string; readonly values: readonly PortableExpression[] }
  | { readonly column: string; readonly call: string };

const number = (text: string | number): PortableExpression => ({ number: String(text) });

/** A check that keeps a bound. */
export function guard(bound: Bound): PortableExpression {
  const column: PortableExpression = { column: bound.column };
  if ('range' in bound) {
    const [low, high] = bound.range;
    const [least, most] = [number(low), number(high)];
    return {
      operator: 'and',
      of: [
        { operator: '>=', of: [column, least] },
        { operator: '<=', of: [column, most] },
      ],
    };
  }
  if ('values' in bound) return { operator: 'in', of: [column, ...bound.values] };
  const call: PortableExpression = { call: bound.call, of: [column] };
  if ('most' in bound) return { operator: '<=', of: [call, number(bound.most)] };
  return 'exactly' in bound ? { operator: '=', of: [call, number(bound.exactly)] } : call;
}

/** The bound that a check keeps, where it is no more than that of one column. */
export function boundOf(expression: PortableExpression): Bound | undefined {
  if ('call' in expression) {
    const [only, ...rest] = expression.of;
    return only && 'column' in only && rest.length === 0 ? { column: only.column, call: expression.call } : undefined;
  }
  if (!('operator' in expression)) return undefined;
  const { operator, of } = expression;
  const [first, second] = of;
  if (!first || !second) return undefined;
  if (operator === 'and' && of.length === 2) return rangeOf(first, second);
  if (operator === 'in' && 'column' in first) return { column: first.column, values: of.slice(1) };
  if (!('call' in first) || !('number' in second)) return undefined;
  const [measured] = first.of;
  if (!measured || !('column' in measured)) return undefined;
  const { column } = measured;
  if (operator === '<=') return { column, call: first.call, most: Number(second.number) };
  return operator === '=' ? { column, call: first.call, exactly: Number(second.number) } : undefined;
}

function rangeOf(low: PortableExpression, high: PortableExpression): Bound | undefined {
  if (!('operator' in low) || !('operator' in high) || low.operator !== '>=' || high.operator !== '<=')
    return undefined;
  const [[left, least], [right, most]] = [low.of, high.of];
  if (!left || !right || !least || !most) return undefined;
  if (!('column' in left) || !('column' in right) || left.column !== right.column) return undefined;
  if (!('number' in least) || !('number' in most)) return undefined;
  return { column: left.column, range: [least.number, most.number] };
}

type Integer = Extract<PortableType, { readonly base: 'integer' }>;

/** The least and the greatest value of a type of integers. */
export function rangeOfType({ bits, unsigned }: Integer): readonly [string, string] {
  const size = 1n << BigInt(unsigned ? bits : bits - 1);
  return [unsigned ? '0' : `-${size}`, `${size - 1n}`];
}

const integers = ([8, 16, 24, 32, 64] as const).flatMap((bits): readonly Integer[] => [
  { base: 'integer', bits },
  { base: 'integer', bits, unsigned: true },
]);
const byRange = new Map(integers.map((type) => [rangeOfType(type).join(), type]));

/** The type of integers that has these ends. */
export function typeOfRange(range: readonly [string, string]): Integer | undefined {
  return byRange.get(range.join());
}
