import { address, type Found, type ObjectKind, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import { casts } from '../read/parts/casts.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { followName } from '../text/follow-name.js';
import { type CastContext, type CastSpec, castName } from './cast/spec.js';
import { remakesType } from './type/remakes-type.js';

type Cast = SchemaObject<CastSpec>;

const contexts: Readonly<Record<string, CastContext>> = { a: 'ASSIGNMENT', i: 'IMPLICIT' };

/** Casts between types, of which at least one, or the function, is in a schema that is looked at. The server alters none. */
export const castKind: ObjectKind<CastSpec> = {
  kind: 'postgres/cast',
  title: 'cast',
  inspect: inspectCasts,
  compare: () => ({ replace: 'a cast cannot be altered' }),
  survives: (_, change) => change.verb !== 'replace' && !remakesType(change),
  follow(cast, rename) {
    if (rename.of !== 'object' || !cast.needs.includes(rename.to)) return cast;
    const { source, target, function: called, ...rest } = cast.spec;
    const follow = (text: string) => followName(text, rename);
    const types = { source: follow(source), target: follow(target) };
    const name = castName(types);
    const spec = { ...rest, ...types, ...(called !== undefined && { function: follow(called) }) };
    return schemaObject({ ...cast, address: address(cast.kind, name), name, spec });
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create cast ${change.to.name}`, sql: [{ text: printCast(change.to) }] }];
      case 'drop': {
        const { source, target } = change.from.spec;
        return [{ summary: `drop cast ${change.from.name}`, sql: [{ text: `DROP CAST (${source} AS ${target})` }] }];
      }
      case 'rename':
        return { impossible: 'a cast has no name' };
      case 'alter':
        return { impossible: 'a cast cannot be altered' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: howOf(spec).toLowerCase() }),
};

function howOf({ function: called, byText, as }: CastSpec): string {
  const way = called === undefined ? (byText ? 'WITH INOUT' : 'WITHOUT FUNCTION') : `WITH FUNCTION ${called}`;
  return `${way}${as === undefined ? '' : ` AS ${as}`}`;
}

function printCast({ spec }: Cast): string {
  return `CREATE CAST (${spec.source} AS ${spec.target}) ${howOf(spec)}`;
}

async function* inspectCasts(reading: Reading): AsyncGenerator<Found<CastSpec>> {
  const catalogue = await readCatalogue(reading);
  const whole = reading.scopes.find(({ path }) => path.length === 0);
  for (const row of catalogue.rows(casts)) {
    const { oid, namespace, name, source, target, function: called, method, context } = row;
    if (namespace === 0) {
      const reason = 'it is between types of the server or of others, and calls nothing that is looked at';
      if (whole) yield { scope: whole, unmanaged: { kind: 'cast', name, reason } };
      continue;
    }
    const as = contexts[context];
    const object = schemaObject<CastSpec>({
      kind: 'postgres/cast',
      address: address('postgres/cast', name),
      name,
      spec: {
        source,
        target,
        ...(called !== null && { function: called }),
        ...(method === 'i' && { byText: true as const }),
        ...(as && { as }),
      },
      needs: catalogue.needsOf('pg_cast', oid),
    });
    yield { scope: catalogue.placeOf(namespace).scope, object };
  }
}
