import { type Statement, sql } from '@sync/core';

/** How many ways of taking words out of a text there are beside the server's own, which an index may say. */
export const parsers: Statement = sql`
  SELECT COUNT(*) AS 'count'
  FROM information_schema.plugins
  WHERE plugin_type = 'FTPARSER' AND plugin_status = 'ACTIVE'
`;
