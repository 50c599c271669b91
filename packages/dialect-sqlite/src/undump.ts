import { isSymbol, isWord, meaningful, nameIn } from './text/cursor.js';
import { foldName } from './text/names.js';

/**
 * The client's `.dump` writes a virtual table as a row of sqlite_schema, so that no module has to be there when it is read:
 * `INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','t','t',0,'CREATE VIRTUAL TABLE …')`. Gives the definition in it.
 */
export function undump({
  words,
  text,
}: {
  readonly words: readonly string[];
  readonly text: string;
}): string | undefined {
  const [insert, into, table] = words;
  if (insert !== 'INSERT' || into !== 'INTO' || (table !== 'SQLITE_SCHEMA' && table !== 'SQLITE_MASTER'))
    return undefined;
  const tokens = meaningful(text);
  const [type] = tokens.slice(tokens.findIndex((token) => isWord(token, 'VALUES')) + 2);
  const definition = tokens.at(-2);
  const isTable = type?.type === 'string' && foldName(nameIn(type)) === 'table';
  return isTable && definition?.type === 'string' && isSymbol(tokens.at(-1), ')') ? nameIn(definition) : undefined;
}
