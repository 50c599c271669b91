import type { Session } from '@sync/core';

/** A session that can ask several things in one round trip. What it cannot be told of one of them is undefined. */
export interface TogetherSession extends Session {
  queryTogether(
    texts: readonly string[],
  ): Promise<readonly (readonly Readonly<Record<string, unknown>>[] | undefined)[]>;
}

function asksTogether(session: Session): session is TogetherSession {
  return 'queryTogether' in session;
}

/** The definitions that SHOW CREATE tells of each of these; undefined where the server shows it none. They are asked for together, however many they are. */
export async function definitionsOf(
  session: Session,
  what: 'TABLE' | 'VIEW',
  names: readonly string[],
  quote: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  if (!asksTogether(session)) throw new TypeError('the connections of these drivers answer several questions at once');
  const found = await session.queryTogether(names.map((name) => `SHOW CREATE ${what} ${quote(name)}`));
  return new Map(
    names.flatMap((name, i) => {
      const definition = Object.entries(found[i]?.[0] ?? {}).find(([column]) => column.startsWith('Create '))?.[1];
      return typeof definition === 'string' ? [[name, definition] as const] : [];
    }),
  );
}
