/** What a change of a column's type asks of the server and of the values. `checked` keeps every value, or fails. */
export type TypeChange = 'free' | 'rewrite' | 'checked' | 'lossy';

interface ReadType {
  readonly base: string;
  readonly numbers: readonly number[];
}

/** A type as the server prints it: `character varying(20)`, `numeric(10,2)`, `timestamp(3) without time zone`. */
export function readType(text: string): ReadType {
  const found = /^(.*?)\((\d+)(?:,(-?\d+))?\)(.*)$/.exec(text);
  if (!found) return { base: text, numbers: [] };
  const [, head = '', first = '', second, tail = ''] = found;
  return { base: head + tail, numbers: [Number(first), ...(second === undefined ? [] : [Number(second)])] };
}

/** The type without its modifiers, and what it is a list of where it is one. */
export function baseType(text: string): { readonly base: string; readonly list: boolean } {
  const list = text.endsWith('[]');
  return { base: readType(list ? text.slice(0, -2) : text).base, list };
}

/** Conversions that keep every value, though the table is written again. */
const widening: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'real', 'double precision'],
  integer: ['bigint', 'numeric', 'double precision'],
  bigint: ['numeric'],
  real: ['double precision'],
  jsonb: ['json'],
  macaddr: ['macaddr8'],
  bit: ['bit varying'],
};

/** Conversions that keep the values for which there is room: dates go on where timestamps have ended. */
const narrowing: Readonly<Record<string, readonly string[]>> = {
  date: ['timestamp without time zone'],
};

/** What the server stores in one way under two names. */
const relabelled: Readonly<Record<string, readonly string[]>> = {
  text: ['character varying'],
  'character varying': ['text'],
  cidr: ['inet'],
  xml: ['text', 'character varying'],
};

const integers = ['smallint', 'integer', 'bigint'];

const texts = new Set(['text', 'character varying']);

/** Types whose modifier is how much fits, so that the server takes a larger one without reading a row. */
const growing = /^(character varying|bit varying|(timestamp|time) with(out)? time zone|interval)$/;

/**
 * What changing one type into the other means. Only what the server is known to do without touching the rows is free; what is not known to keep every value is
 * lossy. See the notes of https://www.postgresql.org/docs/current/sql-altertable.html.
 */
export function typeChange(from: string, to: string): TypeChange {
  const [before, after] = [from, to].map(baseType);
  if (before?.list || after?.list) return listChange(from, to);
  const [old, next] = [readType(from), readType(to)];
  if (old.base === next.base) return sameBase(old, next);
  // The fields of an interval only say which of them it may have.
  if (/^interval /.test(old.base) && to === 'interval') return 'free';
  if (next.numbers.length === 0 && relabelled[old.base]?.includes(next.base)) return 'free';
  if (texts.has(next.base) && next.numbers.length === 0) return 'rewrite';
  if (old.base === 'bit' && next.base === 'bit varying' && (next.numbers[0] ?? 0) >= (old.numbers[0] ?? 1))
    return 'rewrite';
  if (widening[old.base]?.includes(next.base) && next.numbers.length === 0) return 'rewrite';
  if (narrowing[old.base]?.includes(next.base) && next.numbers.length === 0) return 'checked';
  const [, scale = 0] = next.numbers;
  const isWhole = integers.includes(next.base) || (next.base === 'numeric' && scale >= 0);
  return integers.includes(old.base) && isWhole ? 'checked' : 'lossy';
}

/** The server writes the elements of lists again, unless they only lose a limit. */
function listChange(from: string, to: string): TypeChange {
  const element = (type: string) => (type.endsWith('[]') ? type.slice(0, -2) : type);
  if (to === 'text' || to === 'character varying') return 'rewrite';
  if (!to.endsWith('[]')) return 'lossy';
  const change = typeChange(element(from), element(to));
  if (change === 'lossy' || change === 'checked') return from.endsWith('[]') ? change : 'lossy';
  const limitGoes = from.endsWith('[]') && readType(element(from)).base === element(to);
  return limitGoes ? 'free' : 'rewrite';
}

function sameBase(old: ReadType, next: ReadType): TypeChange {
  if (next.numbers.length === 0) return old.base === 'character' || old.base === 'bit' ? 'lossy' : 'free';
  if (old.numbers.length === 0) {
    // Six digits are all that there are.
    return growing.test(old.base) && /time|interval/.test(old.base) && next.numbers[0] === 6 ? 'free' : 'lossy';
  }
  const [length = 0, scale = 0] = old.numbers;
  const [newLength = 0, newScale = 0] = next.numbers;
  if (old.base === 'numeric') {
    if (newScale === scale && newLength >= length) return 'free';
    if (newScale < scale) return 'lossy';
    return newLength - newScale >= length - scale ? 'rewrite' : 'checked';
  }
  if (newLength < length) return 'lossy';
  return growing.test(old.base) ? 'free' : old.base === 'character' ? 'rewrite' : 'lossy';
}
