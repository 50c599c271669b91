/** Engines that read PostgreSQL's words for types. */
export const family = 'postgres';

/** What the server has of its own accord beside what other engines have, too. Types of extensions and of the schema’s own are printed with their schema. */
const builtIn: ReadonlySet<string> = new Set([
  ...['bit', 'bit varying', 'cidr', 'inet', 'macaddr', 'macaddr8', 'money', 'xml', 'jsonpath', 'tsvector', 'tsquery'],
  ...['point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'oid', 'pg_lsn', 'name', 'interval'],
  ...['int4', 'int8', 'num', 'ts', 'tstz', 'date'].flatMap((of) => [`${of}range`, `${of}multirange`]),
  'time with time zone',
]);

/** What an array is one of; undefined of what is none. */
export function elementOf(printed: string): string | undefined {
  return printed.endsWith('[]') ? printed.slice(0, printed.indexOf('[]')) : undefined;
}

/** Whether the server has a type by itself that other engines have not: `inet`, `bit(8)`, `interval day to second`. */
export function isBuiltIn(printed: string): boolean {
  const plain = printed.replace(/\(\d+(?:,\d+)?\)/, '');
  return builtIn.has(plain) || /^interval (?:year|month|day|hour|minute|second)\b/.test(plain);
}
