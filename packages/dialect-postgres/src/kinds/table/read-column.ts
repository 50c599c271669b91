import type { ColumnRow } from '../../read/parts/columns.js';
import { sequences } from '../../read/parts/sequences.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { sequenceSpec } from '../sequence/spec.js';
import { readNotNull } from './not-null.js';
import type { ColumnSpec } from './spec.js';

const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' };

/** A column as a row tells. */
export function columnSpec(row: ColumnRow, catalogue: ServerCatalogue): ColumnSpec {
  const own = catalogue.where(sequences, 'owner', row.relation).filter(({ column }) => column === row.number);
  const inside = own.find(({ internal }) => internal);
  const owns = own
    .flatMap(({ oid, internal }) => (internal ? [] : (catalogue.addressOf('pg_class', oid) ?? [])))
    .sort();
  const compression = compressions[row.compression ?? ''];
  const notNullConstraint = readNotNull(row);
  return {
    name: row.name,
    type: row.type,
    notNull: row.notNull,
    ...(notNullConstraint && { notNullConstraint }),
    ...(row.expression !== null && row.generated === null && { default: row.expression }),
    ...(row.expression !== null &&
      row.generated !== null && { generated: { as: row.expression, stored: row.generated === 's' } }),
    ...(inside && { identity: { always: row.identity === 'a', options: sequenceSpec(inside) } }),
    ...(row.collation !== null && { collation: row.collation }),
    ...(row.storage !== null && { storage: row.storage }),
    ...(compression !== undefined && { compression }),
    ...(row.statistics !== null && { statistics: row.statistics }),
    ...(row.options && { options: [...row.options].sort() }),
    ...(owns.length > 0 && { owns }),
  };
}
