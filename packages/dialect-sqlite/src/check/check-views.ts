import type { CheckContext, Flaw, SchemaObject } from '@sync/core';
import type { ViewSpec } from '../kinds/view/spec.js';
import { meaningful } from '../text/cursor.js';
import { quoteName } from '../text/names.js';
import { relationsIn } from '../text/relations.js';
import { flawOf, refusalOf, relationNames } from './ask.js';

/** SQLite stores a view unread (https://sqlite.org/lang_createview.html), so each is read here. */
export async function* checkViews(
  views: readonly SchemaObject<ViewSpec>[],
  { session }: CheckContext,
): AsyncGenerator<Flaw> {
  let present: ReadonlySet<string> | undefined;
  for (const view of views) {
    const message = await refusalOf(session, `EXPLAIN SELECT * FROM ${quoteName(view.name)}`);
    if (message === undefined) continue;
    const known = present ?? (await relationNames(session));
    present = known;
    const named = relationsIn(meaningful(view.spec.select));
    yield flawOf(view.address, message, { missing: [...named].filter((name) => !known.has(name)) });
  }
}
