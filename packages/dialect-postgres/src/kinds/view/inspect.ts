import { type Address, address, type SchemaObject, schemaObject } from '@sync/core';
import { columns } from '../../read/parts/columns.js';
import type { RelationRow } from '../../read/parts/relations.js';
import { schemaNeed } from '../../read/schema-need.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { readUses } from '../uses.js';
import { withoutOrder } from './row-calls.js';
import type { ViewColumn, ViewSpec } from './spec.js';

/** What a view and a materialized view have in common, as the server tells it. */
export function viewObject(kind: string, row: RelationRow, catalogue: ServerCatalogue): SchemaObject<ViewSpec> {
  const { oid, namespace, name, options, definition } = row;
  const place = catalogue.placeOf(namespace);
  const own = catalogue.where(columns, 'relation', oid);
  // A column may be read as something else: what it is of is not in the query then.
  const { uses, types: read } = readUses(catalogue, 'pg_class', oid);
  const types = own.flatMap(({ typeOid }): readonly Address[] => {
    const type = catalogue.addressOf('pg_type', typeOid);
    return type === undefined ? [] : [type];
  });
  const { select, calls } = withoutOrder(definition ?? '', oid, catalogue);
  return schemaObject<ViewSpec>({
    kind,
    address: address(kind, ...place.prefix, name),
    name,
    spec: {
      select,
      columns: own.map(
        (column): ViewColumn => ({
          name: column.name,
          type: column.type,
          ...(column.collation !== null && { collation: column.collation }),
          ...(column.expression !== null && { default: column.expression }),
        }),
      ),
      ...(options && { options: [...options].sort() }),
    },
    needs: [
      ...new Set([
        ...schemaNeed(place),
        ...catalogue.needsOf('pg_class', oid),
        ...read,
        ...types,
        ...calls.map(({ table }) => table),
      ]),
    ].sort(),
    layout: { uses, ...(calls.length > 0 && { calls: calls.map((call) => ({ ...call })) }) },
  });
}
