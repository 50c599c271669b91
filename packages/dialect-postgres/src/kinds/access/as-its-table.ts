import { type Address, address, type RenderContext } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { isNew } from '../is-new.js';
import { accessAddress } from './beginning.js';
import { grantStatements, ownerQuery } from './grants.js';
import { keptAccess, keptOwner } from './kept-access.js';
import type { AccessSpec, Grant } from './spec.js';

type Context = Pick<RenderContext, 'base' | 'change' | 'goal' | 'origin'>;

/** What a new sequence needs for a column of a table that is there already: the owner of the table, and that those may count who may insert. */
export function asItsTable(sequence: string, table: Address, context: Context): readonly string[] {
  if (isNew(table, context)) return [];
  return [...takeOwner(sequence, table, context), ...letCount(sequence, table, context)];
}

/**
 * The server lets a column own no sequence of somebody else's. Nothing where the table is known to be that of whoever plans. The owner is asked for when it runs: in a
 * scratch database it is another one.
 */
function takeOwner(sequence: string, table: Address, { base, goal, origin }: Context): readonly string[] {
  const before = origin(table);
  const asked = base.get(address(...accessAddress(before)))?.spec as AccessSpec | undefined;
  const owner = asked?.owner ?? keptOwner(base.get(before)) ?? keptOwner(goal.get(table));
  if (owner === undefined) return [];
  const alter = quoteText(`ALTER SEQUENCE ${sequence} OWNER TO `);
  return [`DO ${quoteText(`BEGIN EXECUTE ${alter} || pg_catalog.quote_ident(${ownerQuery(table)}); END`)}`];
}

/** Where privileges are asked for, the desired state says who may. */
function letCount(sequence: string, table: Address, { base, origin }: Context): readonly string[] {
  const { grants = [] } = keptAccess(base.get(origin(table))) ?? {};
  const roles = new Set(grants.flatMap(({ to, privilege }) => (privilege === 'INSERT' ? [to] : [])));
  const usage = [...roles].map((to): Grant => ({ ...(to !== undefined && { to }), privilege: 'USAGE' }));
  return grantStatements(`SEQUENCE ${sequence}`, [], usage);
}
