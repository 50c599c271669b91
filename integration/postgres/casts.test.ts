import { describe, expect, test } from 'vitest';
import { openPlace, servers } from '../online/support.js';

const everyday = [
  ...['smallint', 'integer', 'bigint', 'oid', 'numeric', 'real', 'double precision', 'money', 'boolean'],
  ...['bit(8)', 'bit varying', 'bytea', 'uuid', 'date', 'interval', 'json', 'jsonb', 'inet', 'cidr'],
  ...['timestamp', 'timestamptz', 'time', 'timetz'],
];
const rarer = [
  ...['point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'macaddr', 'macaddr8', 'inet', 'integer', 'bigint'],
  ...['xid', 'tid', 'xml', 'jsonpath', 'jsonb', 'pg_lsn', 'tsvector', 'tsquery', 'int4range', 'int8range', 'daterange'],
];

function pairsOf(types: readonly string[]) {
  return types.flatMap((from, i) =>
    types.flatMap((to, j) => (i === j ? [] : ([{ from, to, column: `c${i}_${j}` }] as const))),
  );
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live.each([
    ['everyday', everyday],
    ['rarer', rarer],
  ])(
    'a column is converted where this server knows a cast between its types, and nowhere else: %s',
    async (_, types) => {
      const pairs = pairsOf(types);
      const table = (side: 'from' | 'to') =>
        `CREATE TABLE t (${pairs.map((pair) => `${pair.column} ${pair[side]}`).join(', ')});`;
      await using place = await openPlace(url, {}, table('from'));
      await place.desire(table('to'));
      const known = String(
        await place.value(`
SELECT string_agg(format('%s > %s', p.a, p.b), E'\\n' ORDER BY p.at)
FROM unnest(
  string_to_array('${pairs.map(({ from }) => from).join(';')}', ';'),
  string_to_array('${pairs.map(({ to }) => to).join(';')}', ';')
) WITH ORDINALITY AS p (a, b, at)
JOIN pg_cast c ON c.castsource = p.a::regtype AND c.casttarget = p.b::regtype`),
      )
        .split('\n')
        // Up to 13 the catalogue lists it, and all that it does is to say that it is not implemented.
        .filter((cast) => cast !== 'path > point');
      const { changes } = await place.engine.diff(place.tenant, place.goal);
      const dropped = new Set(
        changes.flatMap((change) =>
          change.verb === 'alter'
            ? change.deltas.flatMap(({ type, path: [, name = ''] }) => (type === 'drop-column' ? [name] : []))
            : [],
        ),
      );
      const converted = pairs.filter(({ column }) => !dropped.has(column)).map(({ from, to }) => `${from} > ${to}`);
      expect(converted).toEqual(known);
    },
  );
});
