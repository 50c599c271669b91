import { SyncError } from '../errors.js';
import type { Assignment } from './assignment.js';

/** What is to be done with a tenant, as far as an order asks. */
type Ordered = Pick<Assignment, 'member'> & Partial<Pick<Assignment, 'missing'>>;

/** In which order tenants are begun. */
export interface TenantOrder {
  readonly by: { readonly label: string } | 'size';
  readonly descending: boolean;
}

/** Reads `smallest-first`, `largest-first`, `label:NAME` and `label:NAME:desc`. */
export function readOrder(text: string): TenantOrder {
  if (text === 'smallest-first' || text === 'largest-first')
    return { by: 'size', descending: text === 'largest-first' };
  const [, label, direction] = /^label:(.+?)(:desc)?$/s.exec(text) ?? [];
  if (label !== undefined) return { by: { label }, descending: direction !== undefined };
  throw new SyncError({
    code: 'USAGE',
    op: 'fleet',
    message: `--order ${text} is no order`,
    hint: 'Write smallest-first, largest-first, label:NAME, or label:NAME:desc.',
  });
}

/**
 * Tenants in an order; those that are alike in it stay as they were. Whoever lacks the label comes last, whichever way round. A tenant whose size nobody can tell is
 * refused: the largest one might come first.
 */
export function inOrder<Item extends Ordered>(
  items: readonly Item[],
  { by, descending }: TenantOrder,
  sizes: ReadonlyMap<string, number>,
): readonly Item[] {
  const keyed = items.map((item) => ({
    item,
    key: by === 'size' ? sizeOf(item, sizes) : item.member.tenant.labels[by.label],
  }));
  if (by !== 'size' && keyed.every(({ key }) => key === undefined)) throw noLabel(by.label);
  const sign = descending ? -1 : 1;
  return keyed
    .sort(({ key: a }, { key: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * compare(a, b);
    })
    .map(({ item }) => item);
}

/** Numbers as numbers: the tenth comes after the ninth. */
function compare(a: string | number, b: string | number): number {
  const [one, other] = [Number(a), Number(b)];
  if (!Number.isNaN(one) && !Number.isNaN(other) && a !== '' && b !== '') return one - other;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A database that is not there yet takes no room. */
function sizeOf({ member, missing }: Ordered, sizes: ReadonlyMap<string, number>): number {
  const size = member.name === undefined ? undefined : sizes.get(member.name);
  if (size !== undefined) return size;
  if (missing) return 0;
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'fleet',
    tenant: member.tenant.id,
    message: `nobody can tell how large the tenant ${member.tenant.id} is`,
    hint: 'The server tells it of tenants that its fleet finds by a pattern, to roles that may know. Order by a label: --order label:NAME.',
  });
}

function noLabel(label: string): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'fleet',
    message: `no tenant has the label ${label}, by which they were to be ordered`,
    hint: 'schema-sync tenants list shows the labels.',
  });
}
