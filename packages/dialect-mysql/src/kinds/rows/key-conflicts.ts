import { lexisWith } from '../../lexis.js';
import { foldMember, quoteName } from '../../text/names.js';
import { changedFacets } from '../table/deltas.js';
import { namesAny } from '../table/rename-columns.js';
import type { IndexSpec } from '../table/spec.js';
import { primary } from '../table/spec.js';
import type { Asked, PartConflict } from './asked.js';
import { overlapConflicts } from './overlap-conflicts.js';
import { placeOf, rowsWhere, these } from './source.js';

/** Rows that are alike in what is to tell them apart: by a key that is new, or because values are compared in another way. */
export function keyConflicts(asked: Asked): readonly PartConflict[] {
  const { indexes, columns, to } = asked.difference;
  const reread = new Set(
    columns.changed.flatMap((pair) =>
      changedFacets(pair.from, pair.to).some(
        (facet) => facet === 'type' || facet === 'charset' || facet === 'collation',
      )
        ? [foldMember(pair.to.name)]
        : [],
    ),
  );
  const made = [...indexes.added, ...indexes.changed.map((pair) => pair.to)];
  const names = new Set(made.map(({ name }) => name));
  const rereads = ({ parts }: IndexSpec) =>
    parts.find(({ column }) => column !== undefined && reread.has(foldMember(column)))?.column;
  return [
    ...made.flatMap((index) => alikeConflicts(index, `index ${index.name}`, asked)),
    ...to.spec.indexes.flatMap((index) => {
      const column = names.has(index.name) ? undefined : rereads(index);
      return column === undefined ? [] : alikeConflicts(index, `column ${column}`, asked);
    }),
  ];
}

function alikeConflicts(index: IndexSpec, about: string, asked: Asked): readonly PartConflict[] {
  const { toBe, flavour } = asked;
  if (!index.unique) return [];
  const lexis = lexisWith(flavour.executedComments);
  const isUnknown = index.parts.some(({ column, expression }) =>
    column === undefined ? namesAny(expression ?? '', toBe.unknown, lexis) : toBe.unknown.has(foldMember(column)),
  );
  if (isUnknown) return [];
  const { period } = asked.difference.to.spec;
  if (index.period !== undefined && period) return overlapConflicts(index, period, asked);
  const terms = index.parts.map(({ column, expression, length }) => {
    const term = column === undefined ? `(${expression})` : quoteName(column);
    return length === undefined ? term : `LEFT(${term}, ${length})`;
  });
  const names = index.parts.flatMap(({ column }) => (column === undefined ? [] : [column]));
  const given = index.name === primary ? '' : ` WHERE ${terms.map((term) => `${term} IS NOT NULL`).join(' AND ')}`;
  const from = `(SELECT ${toBe.all}, COUNT(*) OVER (PARTITION BY ${terms.join(', ')}) AS \`rows alike\` FROM ${toBe.from()}${given}) AS alike`;
  const place = names.length === terms.length ? placeOf(toBe, names) : `${placeOf(toBe, [])}, ${terms.join(', ')}`;
  const tell = (count: number) =>
    `${place}: ${these(count, 'shares its values with another', 'share their values with others')}`;
  return [{ about, conflict: rowsWhere(toBe, '`rows alike` > 1', tell, { from }) }];
}
