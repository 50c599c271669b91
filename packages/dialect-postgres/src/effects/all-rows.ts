import { type Hazard, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { postgresDialect } from '../dialect.js';
import { deletesAllRows, updatesAllRows } from '../hazards.js';
import { factKey, type Landscape, type LockRow } from './landscape.js';

/** Tells of a DELETE or UPDATE that has no WHERE: a scratch database has no rows that would show it. */
export function allRowsOf(text: string, before: Landscape, held: readonly LockRow[]): readonly Hazard[] {
  const written = withoutWhere(text);
  if (!written) return [];
  // Whatever search_path is set, the table is one of those that the statement wrote to; a temporary one is none that was there.
  const table = held
    .filter(({ mode }) => mode === 'RowExclusiveLock')
    .flatMap(({ relation }) => before.get(factKey('relation', relation)) ?? [])
    .find(({ path }) => path.at(-1) === written.table);
  if (!table) return [];
  return [written.verb === 'DELETE' ? deletesAllRows(table.name) : updatesAllRows(table.name)];
}

function withoutWhere(text: string): { readonly verb: string; readonly table: string } | undefined {
  const tokens = outermost(tokenizeMeaning(text, postgresDialect.lexis));
  const words = tokens.map(({ type, text: word }) => (type === 'word' ? word.toUpperCase() : ''));
  const at = words[0] === 'WITH' ? words.findIndex((word) => verbs.has(word)) : 0;
  const verb = words[at];
  if (verb === undefined || !verbs.has(verb) || words.includes('WHERE')) return undefined;
  const name = tokens.slice(at + 1).filter((_, i) => !leading.has(words[at + 1 + i] ?? ''));
  const last = name[1]?.text === '.' ? name[2] : name[0];
  return last && { verb, table: unquote(last, postgresDialect.lexis) };
}

const verbs: ReadonlySet<string> = new Set(['DELETE', 'UPDATE']);
const leading: ReadonlySet<string> = new Set(['FROM', 'ONLY']);

/** What stands in no parentheses. */
function outermost(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  return tokens.filter(({ text }) => {
    if (text === '(') depth += 1;
    const isOutside = depth === 0;
    if (text === ')') depth -= 1;
    return isOutside;
  });
}
