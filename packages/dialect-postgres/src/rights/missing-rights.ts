import type { Change, Statement } from '@sync/core';
import { homeSchema, schemaIn } from '../text/home-schema.js';
import type { AskedRight } from './ask.js';
import { askedRights } from './asked-rights.js';
import { lacks } from './lacks.js';

/** A name as SQL writes it, where `public` is. */
const atHome = (name: string) => `CASE
      WHEN a.schema = 'public' AND pg_catalog.starts_with(${name}, 'public.') THEN pg_catalog.quote_ident(${homeSchema}) || pg_catalog.substr(${name}, 7)
      WHEN a.ask = 'create-in' AND ${name} = 'public' THEN ${homeSchema}
      ELSE ${name}
    END`;

/** What lies in a schema that is closed cannot even be looked up by its name. */
const ofClosed = `
SELECT 'schema ' || c.schema || ': may not be used' AS lack, pg_catalog.format('GRANT USAGE ON SCHEMA %I TO %I', c.schema, current_user) AS remedy
FROM closed c`;

/** What the role lacks that is to make some changes, as far as the catalogue tells: one query for all of them. A superuser lacks nothing. */
export function missingRights(changes: readonly Change[]): Statement | undefined {
  const asked: readonly AskedRight[] = askedRights(changes);
  if (asked.length === 0) return undefined;
  const asks = new Set(asked.map(({ ask }) => ask));
  // What nobody asks for is left out: mostly it is the length of the question that takes the server's time.
  const found = lacks.flatMap((lack) => (lack.asks.some((ask) => asks.has(ask)) ? [lack.select] : []));
  return {
    text: `
WITH given AS MATERIALIZED (
  SELECT
    a.ask, ${atHome('a.name')} AS name, a.title, a.version,
    ${schemaIn('a.schema')} AS schema, a.plain, ${atHome('a.other')} AS other
  FROM pg_catalog.json_to_recordset($1::json)
    AS a (ask text, name text, title text, version text, schema text, plain text, other text)
  WHERE NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)
), closed AS MATERIALIZED (
  SELECT n.nspname AS schema
  FROM pg_catalog.pg_namespace n
  WHERE n.nspname IN (SELECT g.schema FROM given g) AND NOT pg_catalog.has_schema_privilege(n.oid, 'USAGE')
), asked AS MATERIALIZED (
  SELECT a.ask, a.name, a.title, a.version, a.schema, a.plain, a.other
  FROM given a
  WHERE NOT EXISTS (SELECT FROM closed c WHERE c.schema = a.schema)
)${[ofClosed, ...found].join('\nUNION ALL')}
ORDER BY 1`.trim(),
    params: [JSON.stringify(asked)],
  };
}
