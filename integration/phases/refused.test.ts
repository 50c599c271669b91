import { describe, expect, test } from 'vitest';
import { mysqlServers, openPlace } from './place.js';

describe.each(mysqlServers)('phases on $name', (server) => {
  test.skipIf(server.url === '')('are refused, with what to do instead', async () => {
    await using place = await openPlace(server, ['CREATE TABLE t (a integer)'], 'CREATE TABLE t (b integer);');
    for (const phase of ['expand', 'contract'] as const) {
      const error = await place.sync(phase).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'CAPABILITY_MISSING', hint: expect.stringContaining('without --phase') });
    }
    expect((await place.validate()).next).toBeUndefined();
  });
});
