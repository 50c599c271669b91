import { changedFacets } from '../table/deltas.js';
import type { ColumnSpec } from '../table/spec.js';
import { partsOf } from '../table/type-fit.js';

const texts = /^(?:varchar|char|(?:tiny|medium|long)?text|enum|set)$/;

/** A value of a column as one that it is to be; what does not fit is told by itself. */
export function convertedValue(value: string, from: ColumnSpec, to: ColumnSpec): string {
  const facets = changedFacets(from, to);
  if (!['type', 'charset', 'collation'].some((facet) => facets.some((each) => each === facet))) return value;
  const { name, list } = partsOf(to.type);
  if (texts.test(name) && to.charset !== undefined) {
    return `CONVERT(${value} USING ${to.charset}) COLLATE ${to.collation}`;
  }
  if (/int$/.test(name)) return `CAST(${value} AS DECIMAL(65))`;
  if (name === 'decimal') return `CAST(${value} AS DECIMAL(65,${list.split(',')[1] ?? 0}))`;
  return name === 'date' ? `CAST(${value} AS DATE)` : value;
}
