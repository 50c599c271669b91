import type { TableDifference } from '../kinds/table/difference.js';
import { type ColumnSpec, primary } from '../kinds/table/spec.js';
import { partsOf, typeFit } from '../kinds/table/type-fit.js';
import { foldMember } from '../text/names.js';

/** A column of the key by which a table is copied, under its names in both. */
export interface KeyColumn {
  readonly from: string;
  readonly to: string;
  readonly spec: ColumnSpec;
}

/** The primary key, where it stays what it is or only its columns get more room, and where one row comes after another by it as the server reads what it was told of the last. */
export function copyKey({ from, to, renames }: TableDifference): readonly KeyColumn[] | undefined {
  const columns = new Map(to.spec.columns.map((column) => [foldMember(column.name), column]));
  const before = new Map(from.spec.columns.map((column) => [foldMember(column.name), column]));
  const olds = new Map(renames.map((rename) => [rename.to, rename.from]));
  const [was, will] = [from, to].map(({ spec }) =>
    spec.indexes
      .find(({ name }) => name === primary)
      ?.parts.map(({ column, length }) =>
        column === undefined || length !== undefined ? undefined : foldMember(column),
      ),
  );
  if (!was || !will || JSON.stringify(was) !== JSON.stringify(will)) return undefined;
  const key = will.map((name): KeyColumn | undefined => {
    const [old, spec] = [before.get(name ?? ''), columns.get(name ?? '')];
    if (!old || !spec || !isOrdered(old) || !isOrdered(spec) || !staysApart(old, spec)) return undefined;
    return { from: olds.get(spec.name) ?? spec.name, to: spec.name, spec: old };
  });
  return key.every((column) => column !== undefined) ? (key as readonly KeyColumn[]) : undefined;
}

/** Whether values that differ do so in the new type, too, and are found there by what they were: the same ones, or with more room. */
function staysApart(old: ColumnSpec, spec: ColumnSpec): boolean {
  const fit = typeFit(old, spec);
  return old.collation === spec.collation && (fit === 'same' || fit === 'wider' || fit === 'wider-text');
}

function isOrdered({ type }: ColumnSpec): boolean {
  return /int$|^(?:varchar|char|varbinary|binary|decimal|date|datetime|timestamp|uuid)$/.test(partsOf(type).name);
}
