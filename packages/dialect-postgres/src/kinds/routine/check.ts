import type { CheckContext, Flaw, SchemaObject } from '@sync/core';
import { arrayText } from '../../read/part.js';
import { schemaOf } from '../../schema-of.js';
import { routineSignature } from './print.js';
import { bareName, type RoutineSpec } from './spec.js';

type Routine = SchemaObject<RoutineSpec>;

interface Refusal {
  readonly routine: string;
  readonly code: string;
  readonly message: string;
}

/** Asks the language of each routine whether it understands the text, and keeps what it says. */
const asking = `
CREATE FUNCTION pg_temp._schema_sync_check(routines text[], OUT routine text, OUT code text, OUT message text)
RETURNS SETOF record LANGUAGE plpgsql SET check_function_bodies = on AS $check$
DECLARE
  validator regproc;
BEGIN
  FOREACH routine IN ARRAY routines LOOP
    BEGIN
      SELECT l.lanvalidator INTO validator
      FROM pg_catalog.pg_proc p
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      WHERE p.oid = routine::regprocedure AND l.lanvalidator <> 0;
      IF FOUND THEN
        EXECUTE pg_catalog.format('SELECT %s(%s)', validator, routine::regprocedure::oid);
      END IF;
    EXCEPTION WHEN OTHERS THEN
      code := SQLSTATE;
      message := SQLERRM;
      RETURN NEXT;
    END;
  END LOOP;
END
$check$`.trim();

/** Everything is built without a look into bodies of text, since what they name may come later: here they are looked into. */
export async function* checkRoutines(routines: readonly Routine[], { session }: CheckContext): AsyncGenerator<Flaw> {
  const bySignature = new Map(
    routines.flatMap((routine) =>
      'text' in routine.spec.body ? [[routineSignature('FUNCTION', routine), routine]] : [],
    ),
  );
  if (bySignature.size === 0) return;
  await session.execute({ text: asking });
  const refusals = await session.query<Refusal>({
    text: 'SELECT routine, code, message FROM pg_temp._schema_sync_check($1::text[])',
    params: [arrayText([...bySignature.keys()])],
  });
  await session.execute({ text: 'DROP FUNCTION pg_temp._schema_sync_check(text[])' });
  for (const { routine, code, message } of refusals) {
    const object = bySignature.get(routine);
    if (object) yield flawOf(object, code, message);
  }
}

/** `42P01` a relation, `42883` a function, `42704` something else that is not there. */
const absent = new Set(['42P01', '42883', '42704']);

function flawOf(routine: Routine, code: string, message: string): Flaw {
  const flaw = { address: routine.address, message };
  if (!absent.has(code)) return flaw;
  const name = /"([^"]+)"/.exec(message)?.[1] ?? '';
  const missing = name === '' ? [] : [name.slice(name.lastIndexOf('.') + 1)];
  const isElsewhere =
    schemaOf(routine) !== 'public' && !routine.spec.settings?.some((each) => each.startsWith('search_path='));
  return {
    ...flaw,
    ...(missing.length > 0 && { missing }),
    ...(isElsewhere && { onlyWhere: `the search path of who calls ${bareName(routine)} leads to it` }),
  };
}
