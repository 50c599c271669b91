import { equalJson, type Rename, type SchemaObject } from '@sync/core';
import { isFollowedText } from '../../text/is-followed.js';
import type { ViewSpec } from './spec.js';

/** Whether a view is the wanted one once the server has written new names into its query. */
export function isFollowedView(
  from: SchemaObject<ViewSpec>,
  to: SchemaObject<ViewSpec>,
  renames: readonly Rename[],
): boolean {
  const [{ select: before, columns, ...own }, { select: after, columns: wantedColumns, ...wanted }] = [
    from.spec,
    to.spec,
  ];
  const isFollowed = (old: string, next: string) => isFollowedText(old, next, from, renames);
  const areColumns =
    columns.length === wantedColumns.length &&
    columns.every(({ type, collation, ...rest }, i) => {
      const { type: wantedType = '', collation: wantedCollation, ...others } = wantedColumns[i] ?? {};
      return (
        equalJson({ ...rest }, { ...others }) &&
        isFollowed(type, wantedType) &&
        isFollowed(collation ?? '', wantedCollation ?? '')
      );
    });
  return equalJson(own, wanted) && areColumns && isFollowed(before, after);
}
