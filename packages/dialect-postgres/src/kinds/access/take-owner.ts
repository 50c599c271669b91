import { type Address, address, type RenderContext } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { isNew } from '../is-new.js';
import { accessAddress } from './beginning.js';
import { ownerQuery } from './grants.js';
import { keptOwner } from './kept-access.js';
import type { AccessSpec } from './spec.js';

/**
 * Makes a new sequence theirs whose the table is: the server lets a column own no sequence of somebody else's. Nothing where the table is known to be that of whoever
 * plans. The owner is asked for when it runs: in a scratch database it is another one.
 */
export function takeOwner(
  sequence: string,
  table: Address,
  context: Pick<RenderContext, 'base' | 'change' | 'goal' | 'origin'>,
): readonly string[] {
  if (isNew(table, context)) return [];
  const before = context.origin(table);
  const asked = context.base.get(address(...accessAddress(before)))?.spec as AccessSpec | undefined;
  const owner = asked?.owner ?? keptOwner(context.base.get(before)) ?? keptOwner(context.goal.get(table));
  if (owner === undefined) return [];
  const alter = quoteText(`ALTER SEQUENCE ${sequence} OWNER TO `);
  return [`DO ${quoteText(`BEGIN EXECUTE ${alter} || pg_catalog.quote_ident(${ownerQuery(table)}); END`)}`];
}
