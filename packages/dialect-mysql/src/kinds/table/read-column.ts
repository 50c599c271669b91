import type { Flavour } from '../../flavour.js';
import type { Rows } from '../../read/rows.js';
import type { ColumnSpec } from './spec.js';

/** What the server shows of a column in another place: a check that is written on the column itself, and where its values lie. */
export interface Beside {
  readonly check: string | undefined;
  readonly srid: number | undefined;
}

/** A column from what the server shows of it. */
export function readColumn(row: Rows['columns'], { check, srid }: Beside, { texts }: Flavour): ColumnSpec {
  const extra = row.extra.toUpperCase();
  const isGenerated = / ?(VIRTUAL|STORED|PERSISTENT) GENERATED/.test(extra);
  const notNull = row.nullable === 'NO';
  const value = isGenerated ? undefined : texts.default(row);
  const reference = row.srid ?? srid;
  const [charset, collation] = isListOfBytes(row) ? ['binary', 'binary'] : [row.charset, row.collation];
  const onUpdate = /on update (\S+)/i.exec(row.extra)?.[1];
  return {
    name: row.name,
    type: row.type,
    ...(charset !== null && { charset }),
    ...(collation !== null && { collation }),
    ...(notNull && { notNull }),
    ...(value !== undefined && { default: value }),
    ...(onUpdate !== undefined && { onUpdate }),
    ...(extra.includes('AUTO_INCREMENT') && { autoIncrement: true }),
    ...(isGenerated && {
      generated: { as: texts.expression(row.generation ?? ''), stored: !extra.includes('VIRTUAL') },
    }),
    ...(extra.includes('INVISIBLE') && { invisible: true }),
    ...(reference !== undefined && { srid: reference }),
    ...(row.comment !== '' && { comment: row.comment }),
    ...(check !== undefined && { check }),
    ...(extra.includes('WITHOUT SYSTEM VERSIONING') && { unversioned: true }),
  };
}

/** MySQL names no character set where what a column lists are bytes. */
function isListOfBytes({ dataType, charset }: Rows['columns']): boolean {
  return charset === null && (dataType === 'enum' || dataType === 'set');
}
