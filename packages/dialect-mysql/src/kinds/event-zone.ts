import type { Json, RenderContext, SchemaObject } from '@sync/core';
import type { Rows } from '../read/rows.js';
import { bodySettings } from './definer.js';

/** The time zone of an event: that of the session that it was made in, or that gave it its schedule. Its moments are told in it, and its body runs in it. */
export interface InZone {
  /** Where it is not UTC. */
  readonly zone?: string;
}

/** What building an event needs of its zone and what does not make two differ: a name of UTC, such as `SYSTEM` where the machine has no other. */
interface ZoneLayout {
  readonly zone?: string;
}

type Row = Pick<Rows['events'], 'zone' | 'systemZone'>;

/** Whether moments of the zone are those of UTC. */
function isUtc({ zone, systemZone }: Row): boolean {
  return zone === '+00:00' || zone === 'UTC' || (zone === 'SYSTEM' && systemZone === 'UTC');
}

/** The zone as part of what an event is. */
export function zoneIn(row: Row): InZone {
  return isUtc(row) ? {} : { zone: row.zone };
}

/** The zone as part of its layout. */
export function zoneLayout(row: Row): Readonly<Record<string, Json>> {
  return isUtc(row) && row.zone !== '+00:00' ? { zone: row.zone } : {};
}

/** The session that an event is made or altered in: that of its body, in its zone. What it calls UTC it goes on to call so. */
export function eventSettings(
  event: SchemaObject<InZone>,
  context: Pick<RenderContext, 'base' | 'origin' | 'change' | 'isWayBack'>,
): ReturnType<typeof bodySettings> {
  const { base, origin, isWayBack } = context;
  const before = base.get(origin(event.address));
  const called = isWayBack ? event : before;
  const zone = event.spec.zone ?? ((called?.layout ?? {}) as ZoneLayout).zone;
  if (zone === undefined) return bodySettings(event, context);
  return { settings: { ...bodySettings(event, context).settings, 'mysql/time_zone': zone } };
}
