import { expect, test } from 'vitest';
import { online, openClient, openPlace, servers } from './support.js';

const tables = (bound: string, key: string) => `
CREATE TABLE whole (id int NOT NULL, other int NOT NULL, code text) PARTITION BY ${key};
CREATE TABLE part${bound === '' ? ' (id int NOT NULL, other int NOT NULL, code text)' : ` PARTITION OF whole ${bound}`};
`;

const bounds: readonly (readonly [string, string])[] = [
  ['RANGE (id)', 'FOR VALUES FROM (1) TO (100)'],
  ['RANGE (id)', 'FOR VALUES FROM (MINVALUE) TO (100)'],
  ['RANGE (id, other)', 'FOR VALUES FROM (1, 5) TO (3, 7)'],
  ['LIST (lower(code))', "FOR VALUES IN ('a', 'b, (', NULL)"],
  ['LIST (code)', "FOR VALUES IN ('A')"],
];

for (const server of servers) {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live.each(bounds)(`${server.name} attaches a partition by %s %s without reading it`, async (key, bound) => {
    await using place = await openPlace(url, {}, tables('', key), "INSERT INTO part VALUES (2, 6, 'A')");
    await place.desire(tables(bound, key));
    const plan = await place.engine.plan(place.tenant, place.goal, { ...online, prove: false });
    const client = await openClient(place.url, 'whoever looks');
    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    await client.query('SET client_min_messages = debug1');
    for (const { text } of plan.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql))) await client.query(text);
    await client.end();
    expect(notices).toContain('partition constraint for table "part" is implied by existing constraints');
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value('SELECT count(*)::int FROM whole')).toBe(1);
  });
}
