import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';
import { inputTypes } from './routines.js';

/** An aggregate function. */
export interface AggregateRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** `*` where it takes none. */
  readonly arguments: string;
  readonly identity: string;
  readonly inputs: readonly string[];
  readonly returns: string;
  /** As CREATE AGGREGATE takes them: `SFUNC = app.step`. */
  readonly options: readonly string[];
}

const routine = (name: string, column: string) =>
  `CASE WHEN a.${column} <> 0 THEN '${name} = ' || a.${column}::text END`;
const flag = (name: string, condition: string) => `CASE WHEN ${condition} THEN '${name}' END`;
const space = (name: string, column: string) => `CASE WHEN a.${column} <> 0 THEN '${name} = ' || a.${column} END`;
const literal = (name: string, column: string) => `'${name} = ' || quote_literal(a.${column})`;

/** What a final function does to the state, where it is not what the server assumes for the sort of aggregate. */
const modify = (name: string, column: string, funct: string) => `
    CASE WHEN a.${funct} <> 0 AND a.${column} <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
      '${name} = ' || CASE a.${column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
    END`;

const options: readonly string[] = [
  `'SFUNC = ' || a.aggtransfn::text`,
  `'STYPE = ' || format_type(a.aggtranstype, NULL)`,
  space('SSPACE', 'aggtransspace'),
  routine('FINALFUNC', 'aggfinalfn'),
  flag('FINALFUNC_EXTRA', 'a.aggfinalextra'),
  modify('FINALFUNC_MODIFY', 'aggfinalmodify', 'aggfinalfn').trim(),
  routine('COMBINEFUNC', 'aggcombinefn'),
  routine('SERIALFUNC', 'aggserialfn'),
  routine('DESERIALFUNC', 'aggdeserialfn'),
  literal('INITCOND', 'agginitval'),
  routine('MSFUNC', 'aggmtransfn'),
  routine('MINVFUNC', 'aggminvtransfn'),
  `CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END`,
  space('MSSPACE', 'aggmtransspace'),
  routine('MFINALFUNC', 'aggmfinalfn'),
  flag('MFINALFUNC_EXTRA', 'a.aggmfinalextra'),
  modify('MFINALFUNC_MODIFY', 'aggmfinalmodify', 'aggmfinalfn').trim(),
  literal('MINITCOND', 'aggminitval'),
  `'SORTOP = OPERATOR(' || quote_ident(n.nspname) || '.' || o.oprname || ')'`,
  `CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END`,
  flag('HYPOTHETICAL', `a.aggkind = 'h'`),
];

/** Aggregate functions. */
export const aggregates: Part<AggregateRow> = {
  name: 'aggregates',
  sql: ['arguments', 'identity', 'inputs', 'returns', 'options'],
  of: ['pg_proc a'],
  query: () =>
    `
SELECT
  p.oid, p.pronamespace AS namespace, p.proname::text AS name,
  CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END AS arguments,
  CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_identity_arguments(p.oid) END AS identity,
  ${inputTypes} AS inputs,
  pg_get_function_result(p.oid) AS returns,
  array_remove(ARRAY[
    ${options.join(',\n    ')}
  ], NULL) AS options
FROM pg_aggregate a
JOIN pg_proc p ON p.oid = a.aggfnoid
LEFT JOIN pg_operator o ON o.oid = a.aggsortop
LEFT JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE ${inSchemas('p.pronamespace', 'p.oid')} AND ${notOfExtension('pg_proc', 'p.oid')}
ORDER BY p.oid`.trim(),
  identify({ oid, namespace, name, inputs }, { placeOf }) {
    const at = address('postgres/aggregate', ...placeOf(namespace).prefix, `${name}(${inputs.join(', ')})`);
    return [{ catalogue: 'pg_proc', oid, address: at }];
  },
  dependents: `
SELECT 'pg_proc'::regclass, p.oid, 'pg_proc'::regclass, p.oid
FROM pg_proc p
WHERE ${inSchemas('p.pronamespace', 'p.oid')} AND p.prokind = 'a'`.trim(),
};
