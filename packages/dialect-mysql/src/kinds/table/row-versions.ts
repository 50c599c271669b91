import type { RenderContext } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { fewest } from '../../online/row-versions.js';
import { greatest } from './costs.js';
import type { Operation } from './operation.js';

/** How many versions the rows of a table have, and how many it takes before it has to be built anew. */
export interface RowVersions {
  /** Absent where it is not told: fewer than are told, as far as the server says it. */
  readonly used?: number;
  readonly most: number;
}

/** The same for a table that is altered; nothing where that is not asked, or not counted. */
export function rowVersionsFor(
  address: Parameters<NonNullable<RenderContext['wear']>>[0],
  { wear, server }: Pick<RenderContext, 'wear' | 'server'>,
  flavour: Flavour,
): { readonly versions?: RowVersions } {
  const used = wear?.(address);
  const most = flavour.rowVersions?.(server.version);
  return !wear || most === undefined ? {} : { versions: { ...(used !== undefined && { used }), most } };
}

/** How many versions operations add that are made in one statement, or that they begin again with one. */
export function wearOf(group: readonly Operation[]): { readonly wear?: number | 'renewed' } {
  const cost = greatest(group.map((operation) => operation.cost));
  if (cost === 'rebuild' || cost === 'copy') return { wear: 'renewed' };
  return cost === 'instant' && group.some(({ versions }) => versions) ? { wear: 1 } : {};
}

/** Operations as they are made where the groups of them would take more versions than are left: what would add one builds the table anew, which all of them come along with. */
export function withinVersions(
  operations: readonly Operation[],
  groups: readonly (readonly Operation[])[],
  versions: RowVersions | undefined,
): readonly Operation[] {
  const added = groups.reduce((sum, group) => sum + Number(wearOf(group).wear === 1), 0);
  if (!versions || (versions.used ?? fewest - 1) + added <= versions.most) return operations;
  const { used, most } = versions;
  const because =
    used === undefined
      ? `columns would be added to it and dropped at once ${added} times more, and the server takes ${most} in all`
      : `columns were added to it and dropped at once ${used} times, of ${most} that the server takes`;
  return operations.map((each) =>
    each.versions && each.cost === 'instant' ? { ...each, cost: 'rebuild', because } : each,
  );
}
