import { equalJson, type Rename, type SchemaObject } from '@sync/core';
import { isFollowedText } from '../../text/is-followed.js';
import type { ViewSpec } from './spec.js';

/** Whether a view is the wanted one once the server has written new names into its query. */
export function isFollowedView(
  from: SchemaObject<ViewSpec>,
  to: SchemaObject<ViewSpec>,
  renames: readonly Rename[],
): boolean {
  const [{ select: before, ...own }, { select: after, ...wanted }] = [from.spec, to.spec];
  return equalJson(own, wanted) && isFollowedText(before, after, from, renames);
}
