import { type Delta, inSequence, nameAside } from '@sync/core';

/** One ALTER … RENAME COLUMN, on the way to what a delta says. */
export interface ColumnRename<D extends Delta> {
  readonly delta: D;
  readonly from: string;
  readonly to: string;
  /** Whether it is the one that tells people of it. */
  readonly tells: boolean;
}

/** The renames of columns in an order in which each name is free when it is taken; names that trade places go by way of another one. */
export function columnRenames<D extends Delta>(deltas: readonly D[]): readonly ColumnRename<D>[] {
  const renames = deltas.flatMap((delta): readonly ColumnRename<D>[] =>
    delta.type === 'rename-column' ? [{ delta, from: String(delta.from), to: String(delta.to), tells: true }] : [],
  );
  return inSequence(renames, (rename, number) => [
    { ...rename, to: nameAside(number) },
    { ...rename, from: nameAside(number), tells: false },
  ]);
}
