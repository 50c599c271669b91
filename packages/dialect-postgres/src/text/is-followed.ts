import {
  type Address,
  address,
  partsOf,
  type Rename,
  type SchemaObject,
  type Token,
  tokenize,
  unquote,
} from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { bareNameIn, followName, qualifiedNameIn } from './follow-name.js';
import { quoteName } from './names.js';

interface RenamedColumn {
  readonly to: string;
  readonly table: Address;
}

/** New names by the old ones. */
interface Names {
  /** The schemas of what the object needs, by the path that it had. */
  readonly schemas: ReadonlyMap<string, string>;
  readonly objects: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, RenamedColumn>;
  /** By tables, what they are called in the text. */
  readonly aliases: ReadonlyMap<Address, ReadonlySet<string>>;
}

/**
 * Whether a query of an object, as it was printed before, is the one that is wanted once the server has written the new names into it: both are the same to the word but
 * for these, and for AS, with which a column keeps its name in the answer. Where a name may mean something else beside what is renamed the answer is no.
 */
export function isFollowedText(before: string, after: string, of: SchemaObject, renames: readonly Rename[]): boolean {
  const [old, now] = [withBrought(before, of, renames), after].map(wordsOf);
  const names = old && namesIn(old, of, renames);
  if (!old || !now || !names) return false;
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const isKept = isWord(old[i - 1], 'AS') && nameOf(old[i]) !== undefined && nameOf(old[i]) === nameOf(now[j]);
    if (isLabel(now, j, old[i - 1]) && !isWord(old[i], 'AS')) j += 2;
    else if (isLabel(old, i, now[j - 1]) && !isWord(now[j], 'AS')) i += 2;
    else if (isKept || fits(old, i, now[j], names)) {
      i++;
      j++;
    } else return false;
  }
  return true;
}

function withBrought(text: string, { needs }: SchemaObject, renames: readonly Rename[]): string {
  return renames.reduce((last, rename) => {
    return rename.of === 'object' && rename.brought && needs.includes(rename.to) ? followName(last, rename) : last;
  }, text);
}

/** The renames that the object has to do with; none where two of them would give one name different meanings. */
function namesIn(words: readonly Token[], { needs }: SchemaObject, renames: readonly Rename[]): Names | undefined {
  const objects = new Map<string, string>();
  const columns = new Map<string, RenamedColumn>();
  const called = new Map<Address, string>();
  for (const rename of renames) {
    if (
      rename.of !== 'object' ||
      rename.brought ||
      partsOf(rename.to).kind === 'schema' ||
      !needs.includes(rename.to)
    ) {
      continue;
    }
    const [old, next] = [bareNameIn(rename.from), bareNameIn(rename.to)];
    if (objects.has(old) && objects.get(old) !== next) return undefined;
    objects.set(old, next);
    called.set(rename.to, old);
  }
  for (const rename of renames) {
    if (rename.of !== 'member' || !needs.includes(rename.object)) continue;
    if (columns.has(rename.from) || objects.has(rename.from)) return undefined;
    columns.set(rename.from, { to: rename.to, table: rename.object });
  }
  const tables = [...columns.values()].map(({ table }) => table);
  const aliases = new Map(tables.map((at) => [at, aliasesOf(called.get(at) ?? partsOf(at).parts.at(-1) ?? '', words)]));
  return { schemas: schemasIn(needs, renames), objects, columns, aliases };
}

/** The new schema of each path that the server may write. */
function schemasIn(needs: readonly Address[], renames: readonly Rename[]): ReadonlyMap<string, string> {
  const origins = new Map(
    renames.flatMap((rename) => (rename.of === 'object' && !rename.brought ? [[rename.to, rename.from]] : [])),
  );
  return new Map(
    needs.map((need) => {
      const [schema, name] = qualifiedNameIn(need);
      const [own, place] = [origins.get(need), origins.get(address('schema', schema))];
      const [oldSchema, oldName] = own ? qualifiedNameIn(own) : [place ? bareNameIn(place) : schema, name];
      return [pathKey(oldSchema, oldName), schema];
    }),
  );
}

function pathKey(schema: string, name: string): string {
  return JSON.stringify([schema, name]);
}

/** What a table goes by in a query: its name, and what stands behind that. */
function aliasesOf(table: string, words: readonly Token[]): ReadonlySet<string> {
  const aliases = words.flatMap((token, i) => {
    if (nameOf(token) !== table || !isWord(words[i - 1], '.')) return [];
    const next = words[i + 1];
    // The server writes its own words in capitals.
    const isName = next?.type === 'quoted' || (next?.type === 'word' && next.text === next.text.toLowerCase());
    return isName ? [nameOf(next) ?? ''] : [];
  });
  return new Set([table, ...aliases]);
}

/** Whether a word of the old query stands in the new one as the server writes it. */
function fits(old: readonly Token[], at: number, now: Token | undefined, names: Names): boolean {
  const [token, name] = [old[at], nameOf(old[at])];
  if (!token || !now) return false;
  if (name === undefined) return token.text === now.text;
  const schema = schemaAt(old, at, names);
  if (schema !== undefined) return schema !== null && nameOf(now) === schema;
  const column = names.columns.get(name);
  if (column) {
    const qualifier = isWord(old[at - 1], '.') ? nameOf(old[at - 2]) : undefined;
    const isOwn = qualifier === undefined || names.aliases.get(column.table)?.has(qualifier) === true;
    return isOwn && nameOf(now) === column.to;
  }
  const object = names.objects.get(name);
  if (object !== undefined) return nameOf(now) === object;
  if (nameOf(now) === name) return true;
  // The server numbers the names of tables that a query has more than once.
  const [, stem = name, number = ''] = /^(.*?)(_\d+)$/.exec(name) ?? [];
  const numbered = names.objects.get(stem);
  return numbered !== undefined && nameOf(now) === `${numbered}${number}`;
}

/** What the schema that is said here is called from then on: null where it may be what a table is called in the query, undefined where nothing says a schema. */
function schemaAt(words: readonly Token[], at: number, { schemas }: Names): string | null | undefined {
  const [name, member] = [nameOf(words[at]), nameOf(words[at + 2])];
  const isQualifier = isWord(words[at + 1], '.') && !isWord(words[at - 1], '.');
  if (!isQualifier || name === undefined || member === undefined) return undefined;
  const schema = schemas.get(pathKey(name, member));
  const isAlias = words.some(
    (word, i) => nameOf(word) === name && !isWord(words[i + 1], '.') && !isWord(words[i - 1], '.'),
  );
  if (schema === undefined || !isAlias || isWord(words[at - 1], '::') || isWord(words[at + 3], '(')) return schema;
  const before = words[words.findLastIndex((word, i) => i < at && !isWord(word, '('))];
  if (['FROM', 'JOIN', 'ONLY'].some((word) => isWord(before, word))) return schema;
  // Commas part tables as well as columns.
  return [',', 'COLLATE', 'OPERATOR'].some((word) => isWord(before, word)) ? null : undefined;
}

/** Whether what stands here is AS and the name of the word before. */
function isLabel(words: readonly Token[], at: number, of: Token | undefined): boolean {
  const name = nameOf(of);
  return name !== undefined && isWord(words[at], 'AS') && nameOf(words[at + 1]) === name;
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.text === text;
}

function nameOf(token: Token | undefined): string | undefined {
  if (token?.type === 'word') return quoteName(token.text) === token.text ? token.text : undefined;
  return token?.type === 'quoted' ? unquote(token, postgresLexis) : undefined;
}

function wordsOf(text: string): readonly Token[] {
  return tokenize(text, postgresLexis).filter(({ type }) => type !== 'space' && type !== 'comment');
}
