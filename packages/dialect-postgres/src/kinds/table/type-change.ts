/** What a change of a column's type asks of the server and of the values. */
export type TypeChange = 'free' | 'rewrite' | 'lossy';

interface ReadType {
  readonly base: string;
  readonly numbers: readonly number[];
}

/** A type as the server prints it: `character varying(20)`, `numeric(10,2)`, `timestamp(3) without time zone`. */
function readType(text: string): ReadType {
  const found = /^(.*?)\((\d+)(?:,(-?\d+))?\)(.*)$/.exec(text);
  if (!found) return { base: text, numbers: [] };
  const [, head = '', first = '', second, tail = ''] = found;
  return { base: head + tail, numbers: [Number(first), ...(second === undefined ? [] : [Number(second)])] };
}

/** Conversions that keep every value, though the table is written again. */
const widening: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'real', 'double precision'],
  integer: ['bigint', 'numeric', 'double precision'],
  bigint: ['numeric'],
  real: ['double precision'],
  json: ['jsonb'],
};

/**
 * What changing one type into the other means. Only what the server is known to do without touching the rows is free; what is not known to keep every value is
 * lossy. See the notes of https://www.postgresql.org/docs/current/sql-altertable.html.
 */
export function typeChange(from: string, to: string): TypeChange {
  const [old, next] = [readType(from), readType(to)];
  if (old.base === next.base) return sameBase(old, next);
  if (old.base === 'character varying' && next.base === 'text') return 'free';
  if (next.base === 'text' || (next.base === 'character varying' && next.numbers.length === 0)) return 'rewrite';
  return widening[old.base]?.includes(next.base) && next.numbers.length === 0 ? 'rewrite' : 'lossy';
}

function sameBase(old: ReadType, next: ReadType): TypeChange {
  if (next.numbers.length === 0) return 'free';
  if (old.numbers.length === 0) return 'lossy';
  const [length = 0, scale = 0] = old.numbers;
  const [newLength = 0, newScale = 0] = next.numbers;
  switch (old.base) {
    case 'character varying':
    case 'bit varying':
      return newLength >= length ? 'free' : 'lossy';
    case 'numeric':
      if (newScale === scale && newLength >= length) return 'free';
      return newScale >= scale && newLength - newScale >= length - scale ? 'rewrite' : 'lossy';
    default:
      return newLength >= length ? 'rewrite' : 'lossy';
  }
}
