import { describe, expect, test } from 'vitest';
import { failure, openPlace, servers } from '../online/support.js';

const far = [
  'CREATE EXTENSION postgres_fdw',
  "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere')",
  "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'me', password 'known to nobody')",
];
const goal = 'CREATE FOREIGN TABLE t (id int, a text) SERVER far;';

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a foreign table may be on a server that the target has and nobody names', async () => {
    await using place = await openPlace(url, {}, ...far, 'CREATE FOREIGN TABLE t (id int) SERVER far');
    await place.desire(goal);
    const { plan } = await place.engine.sync(place.tenant, place.goal, { allow: 'all' });
    expect(plan?.proof).toMatchObject({ up: true, down: true });
    expect(plan?.changes.map(({ id }) => id)).toEqual(['alter postgres/foreign-table:t']);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value("SELECT umoptions::text FROM pg_user_mappings WHERE srvname = 'far'")).toMatch(/user=me/);
  });

  live('one that the target has not got is told with its line', async () => {
    await using place = await openPlace(url, {}, 'CREATE EXTENSION postgres_fdw');
    await place.desire(goal);
    const error = await failure(place.engine.plan(place.tenant, place.goal));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
    expect(error.message).toMatch(/schema\.sql:1: server "far" does not exist/);
  });
});
