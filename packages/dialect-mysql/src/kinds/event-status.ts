import { type Found, type Json, type RenderContext, type SchemaObject, type Scope, schemaObject } from '@sync/core';
import type { Rows } from '../read/rows.js';

/** `DISABLE`; absent where it is to run. */
interface WithStatus {
  readonly status?: string;
}

/** Whether a server holds an event back that another one runs. */
interface HeldLayout {
  readonly held?: true;
}

/** What the server makes of each event that it takes from its source. https://dev.mysql.com/doc/refman/9.7/en/replication-features-invoked.html */
const heldBack = 'DISABLE ON SLAVE';

const isHeld = (object: SchemaObject) => ((object.layout ?? {}) as HeldLayout).held === true;

/** What has run for the last time the server disables itself, and has it enabled no more. What a replica holds back is enabled where it comes from, as far as can be told. */
export function statusOf({ status, over }: Pick<Rows['events'], 'status' | 'over'>): string | undefined {
  return status === 'DISABLED' && Number(over) !== 1 ? 'DISABLE' : undefined;
}

/** That it is held back, as part of the layout. In scratch nothing runs, and what is enabled is held back as on a replica: that is `unsaid` where the desired state does not say it. */
export function heldLayout(
  { status }: Pick<Rows['events'], 'status'>,
  isUnsaid: boolean,
): Readonly<Record<string, Json>> {
  return isHeldStatus(status) && !isUnsaid ? { held: true } : {};
}

/** What is told of an event that is held back: it is this server that does, and no schema says so. */
export function heldNotice(event: SchemaObject, scope: Scope): readonly Found<never>[] {
  if (!isHeld(event)) return [];
  const reason =
    'another server runs it (SLAVESIDE_DISABLED), and a plan leaves that as it is: where this server has taken the place of that one, enable it there by hand, ALTER EVENT … ENABLE';
  return [{ scope, unmanaged: { kind: 'part', name: 'status', in: event.name, reason } }];
}

/** An event of a goal with the status of the one that is there, and held back as that is, where one of them is: a replica shows what is enabled and what is disabled where it comes from as one. */
export function settleStatus<S extends WithStatus>(
  event: SchemaObject<S>,
  there: SchemaObject | undefined,
): SchemaObject<S> {
  if (there === undefined || !(isHeld(event) || isHeld(there))) return event;
  const { status: _, ...rest } = event.spec;
  const { status } = there.spec as WithStatus;
  const { held: __, ...layout } = (event.layout ?? {}) as HeldLayout & Readonly<Record<string, Json>>;
  return schemaObject({
    ...event,
    spec: { ...rest, ...(status !== undefined && { status }) } as S,
    layout: { ...layout, ...(isHeld(there) && { held: true }) },
  });
}

/** The word for the status that an event is given: held back stays held back, be it made anew, for two servers would run it else; one that comes is held back where the desired state says so. */
export function statusWord(
  event: SchemaObject<WithStatus>,
  { base, origin, change, isWayBack }: Pick<RenderContext, 'base' | 'origin' | 'change' | 'isWayBack'>,
): string | undefined {
  const own = change(event.address);
  const before = base.get(origin(event.address)) ?? (own?.verb === 'create' ? own.lost : undefined);
  return isHeld(isWayBack ? event : (before ?? event)) ? heldBack : event.spec.status;
}

/** Whether it was enabled since, or held back. */
export function outdatedStatus(planned: SchemaObject, found: SchemaObject): readonly string[] {
  if (isHeld(planned) === isHeld(found)) return [];
  return [isHeld(found) ? 'held back since, as on a replica' : 'no longer held back as on a replica'];
}

const isHeldStatus = (status: string) => status !== 'ENABLED' && status !== 'DISABLED';
