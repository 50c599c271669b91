import { address } from '@sync/core';
import { inSchemas, notOfExtension, notOurs, type Part } from '../part.js';

/** A function or procedure. */
export interface RoutineRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** `f` function, `w` window function, `p` procedure. */
  readonly sort: string;
  /** Of all arguments, those of the result included; null where all of them are plain ones. */
  readonly modes: readonly string[] | null;
  readonly names: readonly string[] | null;
  readonly types: readonly string[];
  readonly defaults: readonly (string | null)[];
  /** The types that tell overloads apart. */
  readonly inputs: readonly string[];
  readonly result: string | null;
  readonly language: string;
  readonly source: string;
  /** The file that a function written in C is in. */
  readonly file: string | null;
  /** A body that the server has understood: RETURN … or BEGIN ATOMIC … END. */
  readonly body: string | null;
  readonly volatility: string;
  readonly strict: boolean;
  readonly securityDefiner: boolean;
  readonly leakproof: boolean;
  readonly parallel: string;
  /** Null where it is what the server assumes. */
  readonly cost: string | null;
  readonly rows: string | null;
  readonly support: string | null;
  readonly settings: readonly string[] | null;
  readonly transforms: readonly string[] | null;
}

/** The types of the arguments that a call gives: what tells two routines of one name apart. */
export const inputTypes = `
  ARRAY(
    SELECT format_type(i.type, NULL)
    FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS i (type, position)
    ORDER BY i.position
  )`.trim();

/** All arguments of a routine, in order: their types and what they are when a call leaves them out. */
const argumentLists = `
  p.proargmodes::text[] AS modes, p.proargnames::text[] AS names,
  ARRAY(
    SELECT format_type(a.type, NULL)
    FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS a (type, position)
    ORDER BY a.position
  ) AS types`.trim();

/** Functions and procedures. */
export const routines: Part<RoutineRow> = {
  name: 'routines',
  sql: ['types', 'defaults', 'inputs', 'result', 'body', 'transforms'],
  of: ['pg_proc f', 'pg_proc p', 'pg_proc w'],
  query: (features) =>
    `
SELECT
  p.oid, p.pronamespace AS namespace, p.proname::text AS name, p.prokind::text AS sort,
  ${argumentLists},
  ARRAY(
    SELECT CASE WHEN p.pronargdefaults > 0 THEN pg_get_function_arg_default(p.oid, n) END
    FROM generate_series(1, coalesce(array_length(p.proallargtypes, 1), p.pronargs)) AS n
    ORDER BY n
  ) AS defaults,
  ${inputTypes} AS inputs,
  pg_get_function_result(p.oid) AS result,
  l.lanname::text AS language, p.prosrc AS source, p.probin AS file,
  ${features.has('sql-bodies') ? 'pg_get_function_sqlbody(p.oid)' : 'NULL'} AS body,
  p.provolatile::text AS volatility, p.proisstrict AS strict, p.prosecdef AS "securityDefiner",
  p.proleakproof AS leakproof, p.proparallel::text AS parallel,
  CASE WHEN p.procost <> CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END THEN p.procost::text END AS cost,
  CASE WHEN p.proretset AND p.prorows <> 1000 THEN p.prorows::text END AS rows,
  CASE WHEN p.prosupport <> 0 THEN p.prosupport::text END AS support,
  p.proconfig::text[] AS settings,
  CASE WHEN p.protrftypes IS NOT NULL THEN ARRAY(SELECT format_type(t, NULL) FROM unnest(p.protrftypes) AS t) END AS transforms
FROM pg_proc p
JOIN pg_language l ON l.oid = p.prolang
WHERE ${inSchemas('p.pronamespace', 'p.oid')} AND p.prokind IN ('f', 'p', 'w') AND ${notOfExtension('pg_proc', 'p.oid')}
  AND ${notOurs('p.proname')}
  -- What makes values of a range type is the type's.
  AND NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i'
  )
ORDER BY p.oid`.trim(),
  identify({ oid, namespace, name, sort, inputs }, { placeOf }) {
    const kind = sort === 'p' ? 'postgres/procedure' : 'postgres/function';
    const at = address(kind, ...placeOf(namespace).prefix, `${name}(${inputs.join(', ')})`);
    return [{ catalogue: 'pg_proc', oid, address: at }];
  },
  dependents: `
SELECT 'pg_proc'::regclass, p.oid, 'pg_proc'::regclass, p.oid
FROM pg_proc p
WHERE ${inSchemas('p.pronamespace', 'p.oid')} AND p.prokind <> 'a'`.trim(),
};
