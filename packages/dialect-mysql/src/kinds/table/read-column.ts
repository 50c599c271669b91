import type { Flavour } from '../../flavour.js';
import type { Rows } from '../../read/rows.js';
import type { ColumnSpec } from './spec.js';

/** A column from what the server shows of it. `check` is one that is written on the column itself. */
export function readColumn(row: Rows['columns'], check: string | undefined, { texts }: Flavour): ColumnSpec {
  const extra = row.extra.toUpperCase();
  const isGenerated = / ?(VIRTUAL|STORED|PERSISTENT) GENERATED/.test(extra);
  const notNull = row.nullable === 'NO';
  const value = isGenerated ? undefined : texts.default(row);
  const onUpdate = /on update (\S+)/i.exec(row.extra)?.[1];
  return {
    name: row.name,
    type: row.type,
    ...(row.charset !== null && { charset: row.charset }),
    ...(row.collation !== null && { collation: row.collation }),
    ...(notNull && { notNull }),
    ...(value !== undefined && { default: value }),
    ...(onUpdate !== undefined && { onUpdate }),
    ...(extra.includes('AUTO_INCREMENT') && { autoIncrement: true }),
    ...(isGenerated && {
      generated: { as: texts.expression(row.generation ?? ''), stored: !extra.includes('VIRTUAL') },
    }),
    ...(extra.includes('INVISIBLE') && { invisible: true }),
    ...(row.srid !== null && { srid: row.srid }),
    ...(row.comment !== '' && { comment: row.comment }),
    ...(check !== undefined && { check }),
  };
}
