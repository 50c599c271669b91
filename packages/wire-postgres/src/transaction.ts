import type { PostgresSession } from './session.js';

const op = 'execute';

/** How a transaction begins that reads all at one moment. */
export const oneMoment = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Runs some work in a transaction, which is rolled back where the work fails. */
export async function inTransaction<T>(session: PostgresSession, begin: string, work: () => Promise<T>): Promise<T> {
  await session.send({ text: begin }, { op });
  let open = true;
  try {
    const result = await work();
    // Not cancelled any more: whether it was in time would be anybody's guess.
    open = false;
    await session.send({ text: 'COMMIT' }, { op });
    return result;
  } finally {
    if (open && !session.gone.aborted) await session.send({ text: 'ROLLBACK' }, { op }).catch(() => {});
  }
}
