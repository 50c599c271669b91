import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { foldMember } from '../../text/names.js';
import { isOver } from './is-over.js';
import { namesAny } from './rename-columns.js';
import { isVirtual, type TableSpec } from './spec.js';

/** Whether something is computed from a column: that other values are equal from then on is no reason for a server to compute it again. */
export function isComputedWith(name: string, spec: TableSpec, flavour: Pick<Flavour, 'executedComments'>): boolean {
  const lexis = lexisWith(flavour.executedComments);
  const names = new Set([foldMember(name)]);
  return [...heldIn(spec), ...computedIn(spec).map(({ as }) => as)].some((each) => namesAny(each, names, lexis));
}

/**
 * Whether the rows, an index or a check hold something that is computed from a column, by way of others that are computed when they are read: those say what the column
 * says from then on by themselves.
 */
export function isHeldWith(name: string, spec: TableSpec, flavour: Pick<Flavour, 'executedComments'>): boolean {
  const lexis = lexisWith(flavour.executedComments);
  const names = new Set([foldMember(name)]);
  const isMore = ({ column, as }: Computed) => !names.has(foldMember(column)) && namesAny(as, names, lexis);
  const through: string[] = [];
  for (let more = computedIn(spec).find(isMore); more; more = computedIn(spec).find(isMore)) {
    names.add(foldMember(more.column));
    through.push(more.column);
  }
  const isHeld = (column: string) => spec.indexes.some((index) => isOver(index, column));
  return through.some(isHeld) || heldIn(spec).some((each) => namesAny(each, names, lexis));
}

/** A column that is computed when it is read. */
interface Computed {
  readonly column: string;
  readonly as: string;
}

function computedIn({ columns }: TableSpec): readonly Computed[] {
  return columns.flatMap((column) =>
    column.generated && isVirtual(column) ? [{ column: column.name, as: column.generated.as }] : [],
  );
}

/** The expressions of which the rows or an index hold what comes of them, or that were looked at when the rows were written. */
function heldIn({ columns, indexes, checks }: TableSpec): readonly string[] {
  const expressions = [
    ...columns.flatMap(({ generated, check }) => [generated?.stored ? generated.as : undefined, check]),
    ...indexes.flatMap(({ parts }) => parts.map(({ expression }) => expression)),
    ...checks.map(({ expression }) => expression),
  ];
  return expressions.filter((expression) => expression !== undefined);
}
