import type { BridgeSpec, Succession } from './bridge.js';

/** A column at one end of a bridge, in the words of its engine. */
export interface BridgeEnd {
  /** What the bridge calls it. */
  readonly column: string;
  /** The same as it stands in an expression. */
  readonly text: string;
  readonly default?: string | undefined;
}

/** The bridge that a succession asks for. Where it says nothing, each side holds what the other does; an old column that has a default keeps that, and new ones begin with theirs where it has none. */
export function bridgeOf(
  { column, into, back }: Succession,
  old: (column: string) => BridgeEnd,
  next: (column: string) => BridgeEnd,
): BridgeSpec {
  const was = old(column);
  const ends = into.map((each) => ({ end: next(each.column), as: each.as ?? was.text }));
  const usual = ends.flatMap(({ end }) =>
    was.default === undefined && end.default !== undefined ? [{ column: end.column, as: end.default }] : [],
  );
  return {
    column: was.column,
    into: ends.map(({ end, as }) => ({ column: end.column, as })),
    back: back ?? ends[0]?.end.text ?? was.text,
    ...(usual.length > 0 && { usual }),
  };
}
