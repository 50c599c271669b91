import type { Json, SchemaObject } from '@sync/core';
import { schemaObject } from '@sync/core';
import type { Rows } from '../read/rows.js';

/** What says when an event runs. */
interface Beginning {
  readonly schedule: string;
  readonly zone?: string;
  readonly starts?: string;
}

/** When an event that says no beginning was made, and so began. */
interface BeginningLayout {
  readonly began?: string;
}

/** Whether an event began when it was made, so that it says nothing of that itself. */
export const beginsWhenMade = ({ begins }: Pick<Rows['events'], 'begins'>) => Number(begins) === 1;

/** The beginning as part of the layout. In scratch an event is made when that is, which says nothing of when it begins elsewhere. */
export function beginningLayout(
  { starts, begins }: Pick<Rows['events'], 'starts' | 'begins'>,
  isInScratch: boolean,
): Readonly<Record<string, Json>> {
  return starts !== null && beginsWhenMade({ begins }) && !isInScratch ? { began: starts } : {};
}

/**
 * An event of a goal that says of its beginning what the one that is there says: dumps tell the moment at which an event began that says none, and where it is made from
 * one it says so from then on. Both run at the same times.
 */
export function settleBeginning<S extends Beginning>(
  event: SchemaObject<S>,
  there: SchemaObject | undefined,
): SchemaObject<S> {
  if (there === undefined) return event;
  const [wanted, held] = [event.spec, there.spec as Beginning];
  const isOtherwise = wanted.schedule !== held.schedule || wanted.zone !== held.zone || wanted.starts === held.starts;
  const began = (object: SchemaObject) => ((object.layout ?? {}) as BeginningLayout).began;
  if (isOtherwise || (wanted.starts ?? began(event)) !== (held.starts ?? began(there))) return event;
  const { starts: _, ...rest } = wanted;
  return schemaObject({ ...event, spec: { ...rest, ...(held.starts !== undefined && { starts: held.starts }) } as S });
}
