import { type Address, type Flaw, isSyncError, type Json, type Session } from '@sync/core';
import { foldName } from '../text/names.js';

/** What SQLite says against a statement; undefined where it has nothing against it. */
export async function refusalOf(
  session: Session,
  text: string,
  settings?: Readonly<Record<string, Json>>,
): Promise<string | undefined> {
  try {
    await session.execute({ text }, settings && { settings });
    return undefined;
  } catch (error) {
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') return error.message;
    throw error;
  }
}

/** The folded names of all tables and views. */
export async function relationNames(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ readonly name: string }>({
    text: `SELECT name FROM main.sqlite_master WHERE type IN ('table', 'view')`,
  });
  return new Set(rows.map(({ name }) => foldName(name)));
}

/** A flaw in SQLite's words, and of what part of the object. What an application can bring along, and this process has not, makes it a doubt. */
export function flawOf(
  address: Address,
  said: string,
  { missing = [], part }: { readonly missing?: readonly string[]; readonly part?: string } = {},
): Flaw {
  const onlyWhere = conditionOf(said);
  return {
    address,
    message: part === undefined ? said : `${part}: ${said}`,
    ...(missing.length > 0 && { missing }),
    ...(onlyWhere !== undefined && { onlyWhere }),
  };
}

function conditionOf(message: string): string | undefined {
  if (/^(?:no such|unknown) function: /.test(message)) return 'the application brings that function';
  if (/^no such collation sequence: /.test(message)) return 'the application brings that collation';
  // https://sqlite.org/quirks.html#dblquote: other builds of SQLite read a string there.
  if (message.endsWith('should this be a string literal in single-quotes?'))
    return 'SQLite takes a name that it does not find for a string';
  return undefined;
}
