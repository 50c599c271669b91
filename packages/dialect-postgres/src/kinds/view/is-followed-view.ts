import { equalJson, type Rename, type SchemaObject } from '@sync/core';
import { followName } from '../../text/follow-name.js';
import { isFollowedText } from '../../text/is-followed.js';
import type { ViewColumn, ViewSpec } from './spec.js';

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
  const followed = columns.map((column) => followColumn(column, renames));
  return equalJson(own, wanted) && equalJson(followed, wantedColumns) && isFollowedText(before, after, from, renames);
}

function followColumn(column: ViewColumn, renames: readonly Rename[]): ViewColumn {
  const follow = (text: string) =>
    renames.reduce((last, rename) => (rename.of === 'object' ? followName(last, rename) : last), text);
  const { type, collation } = column;
  return { ...column, type: follow(type), ...(collation !== undefined && { collation: follow(collation) }) };
}
