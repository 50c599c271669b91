const integers: readonly string[] = ['smallint', 'integer', 'bigint'];

/** Of two types the one that holds whatever the other holds, as clients write and read it; undefined where neither does. */
export function widerType(one: string, other: string): string | undefined {
  if (one === other) return one;
  const [a, b] = [integers.indexOf(one), integers.indexOf(other)];
  if (a >= 0 && b >= 0) return a > b ? one : other;
  const [short, long] = [lengthOf(one), lengthOf(other)];
  if (short === undefined || long === undefined) return undefined;
  return short > long ? one : other;
}

/** How many characters a type has room for; undefined for what is none of characters, or pads them. */
function lengthOf(type: string): number | undefined {
  if (type === 'text' || type === 'character varying') return Number.POSITIVE_INFINITY;
  const length = /^character varying\((\d+)\)$/.exec(type)?.[1];
  return length === undefined ? undefined : Number(length);
}
