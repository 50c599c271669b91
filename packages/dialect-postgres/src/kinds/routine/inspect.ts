import { address, type Found, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import { type RoutineRow, routines } from '../../read/parts/routines.js';
import { readCatalogue } from '../../read/read-catalogue.js';
import { schemaNeed } from '../../read/schema-need.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { readUses } from '../uses.js';
import type { RoutineArgument, RoutineSpec } from './spec.js';

/** Reads the functions, or the procedures. */
export async function* inspectRoutines(reading: Reading, kind: string): AsyncGenerator<Found<RoutineSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(routines)) {
    if ((row.sort === 'p') !== (kind === 'postgres/procedure')) continue;
    yield { scope: catalogue.placeOf(row.namespace).scope, object: routineObject(kind, row, catalogue) };
  }
}

function routineObject(kind: string, row: RoutineRow, catalogue: ServerCatalogue): SchemaObject<RoutineSpec> {
  const place = catalogue.placeOf(row.namespace);
  const name = `${row.name}(${row.inputs.join(', ')})`;
  const { uses, types } = readUses(catalogue, 'pg_proc', row.oid);
  return schemaObject<RoutineSpec>({
    kind,
    address: address(kind, ...place.prefix, name),
    name,
    spec: routineSpec(row),
    needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_proc', row.oid), ...types])].sort(),
    ...(uses.length > 0 && { layout: { uses } }),
  });
}

const volatilities: Readonly<Record<string, RoutineSpec['volatility']>> = { i: 'IMMUTABLE', s: 'STABLE' };
const parallelities: Readonly<Record<string, RoutineSpec['parallel']>> = { s: 'SAFE', r: 'RESTRICTED' };

function routineSpec(row: RoutineRow): RoutineSpec {
  const volatility = volatilities[row.volatility];
  const parallel = parallelities[row.parallel];
  return {
    arguments: argumentsOf(row),
    inputs: row.inputs,
    ...(row.result !== null && { returns: row.result }),
    language: row.language,
    body:
      row.body === null ? { text: row.source, ...(row.file !== null && { file: row.file }) } : { sql: row.body.trim() },
    ...(row.sort === 'w' && { window: true as const }),
    ...(volatility && { volatility }),
    ...(row.strict && { strict: true as const }),
    ...(row.securityDefiner && { securityDefiner: true as const }),
    ...(row.leakproof && { leakproof: true as const }),
    ...(parallel && { parallel }),
    ...(row.cost !== null && { cost: row.cost }),
    ...(row.rows !== null && { rows: row.rows }),
    ...(row.support !== null && { support: row.support }),
    ...(row.settings !== null && { settings: [...row.settings].sort() }),
    ...(row.transforms !== null && { transforms: [...row.transforms].sort() }),
  };
}

const modes: Readonly<Record<string, RoutineArgument['mode']>> = { o: 'OUT', b: 'INOUT', v: 'VARIADIC' };

/** The columns of RETURNS TABLE stand in the result. */
function argumentsOf({ modes: letters, names, types, defaults }: RoutineRow): readonly RoutineArgument[] {
  return types.flatMap((type, i): readonly RoutineArgument[] => {
    const letter = letters?.[i] ?? 'i';
    if (letter === 't') return [];
    const [mode, name, value] = [modes[letter], names?.[i] ?? '', defaults[i] ?? null];
    return [{ ...(mode && { mode }), ...(name !== '' && { name }), type, ...(value !== null && { default: value }) }];
  });
}
