import { Cursor } from '../text/cursor.js';
import { foldName } from '../text/names.js';

/** The tables that the modules which come with SQLite keep their content in. */
const suffixes: Readonly<Record<string, readonly string[]>> = {
  fts5: ['data', 'idx', 'content', 'docsize', 'config'],
  fts4: ['content', 'segments', 'segdir', 'docsize', 'stat'],
  fts3: ['content', 'segments', 'segdir'],
  rtree: ['node', 'rowid', 'parent'],
  rtree_i32: ['node', 'rowid', 'parent'],
  geopoly: ['node', 'rowid', 'parent'],
};

/** Recognises a shadow table by its name; for servers that cannot list them. */
export function isShadowByName(name: string, virtual: ReadonlyMap<string, { readonly sql: string | null }>): boolean {
  const cut = name.lastIndexOf('_');
  const owner = virtual.get(name.slice(0, cut));
  if (cut < 0 || !owner) return false;
  return (suffixes[moduleOf(owner.sql ?? '')] ?? []).includes(name.slice(cut + 1));
}

/** The module of a CREATE VIRTUAL TABLE, folded. */
function moduleOf(text: string): string {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE', 'VIRTUAL', 'TABLE');
  cursor.accept('IF', 'NOT', 'EXISTS');
  cursor.qualifiedName();
  cursor.expect('USING');
  return foldName(cursor.name());
}
