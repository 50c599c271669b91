import { address } from '@sync/core';
import { notOfExtension, ofDatabase, type Part } from '../part.js';

/** An event trigger, of the whole database. */
export interface EventTriggerRow {
  readonly oid: number;
  readonly name: string;
  readonly event: string;
  /** As SQL. */
  readonly function: string;
  readonly tags: readonly string[] | null;
  /** `O` where it fires as usual, `D` disabled, `R` on a replica only, `A` always. */
  readonly enabled: string;
}

/** Event triggers. */
export const eventTriggers: Part<EventTriggerRow> = {
  name: 'event triggers',
  of: ['pg_event_trigger'],
  query: () =>
    `
SELECT
  v.oid, v.evtname::text AS name, v.evtevent::text AS event, v.evtfoid::regproc::text AS function,
  v.evttags::text[] AS tags, v.evtenabled::text AS enabled
FROM pg_event_trigger v
WHERE ${ofDatabase} AND ${notOfExtension('pg_event_trigger', 'v.oid')}
ORDER BY v.oid`.trim(),
  identify: ({ oid, name }) => [
    { catalogue: 'pg_event_trigger', oid, address: address('postgres/event-trigger', name) },
  ],
  dependents: `
SELECT 'pg_event_trigger'::regclass, v.oid, 'pg_event_trigger'::regclass, v.oid
FROM pg_event_trigger v`.trim(),
};
