import type { Lexis, Session } from '@sync/core';
import { saidOfEvent } from './still-events.js';
import { foldMember } from './text/names.js';

/** A session of a scratch database, which knows of which events the desired state says that another server runs them. */
export interface EventSession extends Session {
  saysHeldBack(event: string): boolean;
}

/** Whether the desired state says of an event that another server runs it. In scratch every event that is enabled is held back, so that the server does not tell. */
export function saysHeldBack(session: Session, event: string): boolean {
  return 'saysHeldBack' in session && (session as EventSession).saysHeldBack(event);
}

/** The events of which the statements of a desired state say that another server runs them. */
export class EventLedger {
  private readonly held = new Set<string>();

  note(text: string, lexis: Lexis): void {
    const said = saidOfEvent(text, lexis);
    if (!said) return;
    const was = this.held.delete(foldMember(said.name));
    if (said.held ?? was) this.held.add(foldMember(said.as));
  }

  has(event: string): boolean {
    return this.held.has(foldMember(event));
  }
}
