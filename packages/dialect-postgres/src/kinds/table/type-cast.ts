import { baseType, readType } from './type-change.js';

const integers = ['smallint', 'integer', 'bigint'];
const numbers = [...integers, 'numeric', 'real', 'double precision'];
const stamps = ['timestamp without time zone', 'timestamp with time zone'];

/** The conversions between types of the server's own that it knows; to and from texts it knows all. */
const casts: Readonly<Record<string, readonly string[]>> = {
  smallint: [...numbers, 'bytea', 'oid'],
  integer: [...numbers, 'boolean', 'money', 'bit', 'bytea', 'oid'],
  bigint: [...numbers, 'money', 'bit', 'bytea', 'oid'],
  oid: ['integer', 'bigint'],
  numeric: [...numbers, 'money'],
  real: numbers,
  'double precision': numbers,
  money: ['numeric'],
  boolean: ['integer'],
  bit: ['integer', 'bigint', 'bit varying'],
  'bit varying': ['bit'],
  bytea: integers,
  uuid: [],
  date: stamps,
  'timestamp without time zone': ['date', 'time without time zone', 'timestamp with time zone'],
  'timestamp with time zone': ['date', 'time without time zone', 'time with time zone', 'timestamp without time zone'],
  'time without time zone': ['time with time zone', 'interval'],
  'time with time zone': ['time without time zone'],
  interval: ['time without time zone'],
  json: ['jsonb'],
  jsonb: [...numbers, 'boolean', 'json'],
  inet: ['cidr'],
  cidr: ['inet'],
  macaddr: ['macaddr8'],
  macaddr8: ['macaddr'],
  point: ['box'],
  line: [],
  lseg: ['point'],
  box: ['circle', 'lseg', 'point', 'polygon'],
  path: ['polygon'],
  polygon: ['box', 'circle', 'path', 'point'],
  circle: ['box', 'point', 'polygon'],
  xid: [],
  xid8: ['xid'],
  tid: [],
  xml: [],
  jsonpath: [],
  pg_lsn: [],
  tsvector: [],
  tsquery: [],
  ...Object.fromEntries(
    ['int4', 'int8', 'num', 'ts', 'tstz', 'date'].flatMap((of) => [
      [`${of}range`, [`${of}multirange`]],
      [`${of}multirange`, []],
    ]),
  ),
};

/** Whether the server has a conversion that castTo knows: some came with a version. */
export function hasCast(from: string, to: string, features: ReadonlySet<string>): boolean {
  const bases = [baseType(from).base, baseType(to).base];
  const isOfBytes = bases.includes('bytea') && bases.some((base) => integers.includes(base));
  return castTo('value', from, to, false) !== undefined && (!isOfBytes || features.has('integers-as-bytes'));
}

/** Whether a type holds texts, and lists of them. */
export function isText(type: string): boolean {
  return /^(text|character varying|character)(\(\d+\))?(\[\])?$/.test(type);
}

/**
 * The values of a column as another type, where the server knows how. Types of people's own are taken for what can be cast, and `viaText` for what has to be written
 * and read again, as one enum's values for another's.
 */
export function castTo(column: string, from: string, to: string, viaText: boolean): string | undefined {
  const [before, after] = [baseType(from), baseType(to)];
  // A text may be how a list is written.
  if (!before.list && after.list && !isText(from)) {
    const element = castTo(column, from, to.slice(0, -2), viaText);
    return element && `CASE WHEN ${column} IS NOT NULL THEN ARRAY[${element}] END`;
  }
  if (before.list && !after.list && !isText(to)) return castTo(`${column}[1]`, from.slice(0, -2), to, viaText);
  const known = casts[before.base];
  if (known && casts[after.base] && before.base !== after.base && !known.includes(after.base)) return undefined;
  if (!viaText) return `${column}::${isPadded(from, to) ? to : withoutLimit(before.base, to)}`;
  return `${column}::${before.list && after.list ? 'text[]' : 'text'}::${to}`;
}

/** Whether bits come to be more than there are, which a cast fills up with zeros, and which is refused without one. */
export function isPadded(from: string, to: string): boolean {
  const [old, next] = [from, to].map((type) => readType(type.replace(/\[\]$/, '')));
  return old?.base === 'bit' && next?.base === 'bit' && (next.numbers[0] ?? 1) > (old.numbers[0] ?? 1);
}

const limited: Readonly<Record<string, string>> = {
  'character varying': 'character varying',
  character: 'bpchar',
  bit: 'bit varying',
  'bit varying': 'bit varying',
};

/**
 * What is cast to a type with a limit is cut to it without a word, and what is assigned to a column of that type is refused. See
 * https://www.postgresql.org/docs/current/datatype-character.html.
 */
export function withoutLimit(from: string, to: string): string {
  const { base, list } = baseType(to);
  // Without a limit a number is one bit.
  const isNumber = integers.includes(from) && base === 'bit';
  const unlimited = isNumber ? undefined : limited[base];
  return unlimited === undefined ? to : `${unlimited}${list ? '[]' : ''}`;
}
