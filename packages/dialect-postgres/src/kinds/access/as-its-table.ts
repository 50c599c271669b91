import { type Address, address, type Catalogue, type Hazard, type RenderContext, type SchemaObject } from '@sync/core';
import { changesOwner } from '../../hazards.js';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
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
  return owner === undefined ? [] : [giveTo(sequence, table)];
}

function giveTo(sequence: string, table: Address): string {
  const alter = quoteText(`ALTER SEQUENCE ${sequence} OWNER TO `);
  return `DO ${quoteText(`BEGIN EXECUTE ${alter} || pg_catalog.quote_ident(${ownerQuery(table)}); END`)}`;
}

/** What a sequence that is there needs for a column to own it: the owner of the table. */
export function joinTable(sequence: Address, table: Address, context: Context): Given {
  if (isNew(sequence, context)) return { sql: [], hazards: [] };
  const { base, goal, origin } = context;
  const of = origin(sequence);
  const place = placeOf(base.get(of))?.table;
  const had = place ? (ownerIn(base, place) ?? ownerIn(goal, place)) : (ownerIn(base, of) ?? ownerIn(goal, sequence));
  const wanted = ownerIn(base, origin(table)) ?? ownerIn(goal, table);
  if (had === wanted) return { sql: [], hazards: [] };
  const owner = wanted ?? `the owner of table ${shown({ address: table })}`;
  return {
    // What a column owns is given to nobody else.
    sql: [
      ...(place ? [`ALTER SEQUENCE ${qualifiedAt(sequence)} OWNED BY NONE`] : []),
      giveTo(qualifiedAt(sequence), table),
    ],
    hazards: [changesOwner(`sequence ${shown({ address: sequence })}`, owner, true)],
  };
}

/** A sequence that no column owns any more goes to who is known to have had it, as on the way down. */
export function leaveTable(sequence: Address, table: Address, { goal }: Context): Given {
  const owner = ownerIn(goal, sequence);
  if (owner === ownerIn(goal, table)) return { sql: [], hazards: [] };
  const to = owner === undefined ? 'CURRENT_USER' : quoteName(owner);
  return {
    sql: [`ALTER SEQUENCE ${qualifiedAt(sequence)} OWNER TO ${to}`],
    hazards: [changesOwner(`sequence ${shown({ address: sequence })}`, owner ?? 'who runs the plan', true)],
  };
}

interface Given {
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
}

/** Whose column owns a sequence. */
export function placeOf(sequence: SchemaObject | undefined): { readonly table: Address } | undefined {
  if (sequence?.kind !== 'sequence') return undefined;
  return ((sequence.layout ?? {}) as { readonly owner?: { readonly table: Address } }).owner;
}

/** Who owns what is in a state, as far as that is known; nobody is named where it is who reads. What a column owns is its table's. */
function ownerIn(state: Catalogue, at: Address): string | undefined {
  const object = state.get(at);
  const place = placeOf(object);
  if (place) return ownerIn(state, place.table);
  const asked = state.get(address(...accessAddress(at)))?.spec as AccessSpec | undefined;
  return asked?.owner ?? keptOwner(object);
}

/** Where privileges are asked for, the desired state says who may. */
function letCount(sequence: string, table: Address, { base, origin }: Context): readonly string[] {
  const { grants = [] } = keptAccess(base.get(origin(table))) ?? {};
  const roles = new Set(grants.flatMap(({ to, privilege }) => (privilege === 'INSERT' ? [to] : [])));
  const usage = [...roles].map((to): Grant => ({ ...(to !== undefined && { to }), privilege: 'USAGE' }));
  return grantStatements(`SEQUENCE ${sequence}`, [], usage);
}
