import type { Engine } from './engine.js';
import type { PostgresSession } from './session.js';

/**
 * Settles how a scratch database is worked in. What a body of text names may come after it: the bodies are looked into once everything is there. An event trigger of the
 * state that is built is there to be read, and not to act on what is built after it; before 17 nothing keeps it from that.
 */
export async function settleScratch(session: PostgresSession, engine?: Engine): Promise<void> {
  await session.send({ text: 'SET check_function_bodies = off; SET row_security = on' }, { op: 'scratch' });
  if (engine?.needsEventTriggers) return;
  const text = `
SELECT pg_catalog.set_config(s.name, 'off', false)
FROM pg_catalog.pg_settings s
JOIN pg_catalog.pg_roles r ON r.rolname = current_user AND r.rolsuper
WHERE s.name = 'event_triggers'`.trim();
  await session.send({ text }, { op: 'scratch' });
}
