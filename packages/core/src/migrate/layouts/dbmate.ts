import { byCodeUnit } from '../../model/address.js';
import { baseName, type Layout } from '../layout.js';
import type { ScriptPart } from '../script.js';
import { sectionsOf } from '../sections.js';
import { deleteFrom, insertInto } from '../tool-table.js';

const marked = /^\s*--\s*migrate:(up|down)(.*)/;
const named = /^(\d+).*\.sql$/;

/** dbmate: both ways in one file, `-- migrate:up` and `-- migrate:down`, each with `transaction:false` where it is none. */
export const dbmate: Layout = {
  name: 'dbmate',
  tool: 'dbmate',
  table: { name: 'schema_migrations', columns: { version: 'varchar(128) NOT NULL PRIMARY KEY' } },
  lacks: ['dirty'],
  order: 'version',
  late: true,
  recognises: (files) =>
    files.some(({ path, text }) => named.test(baseName(path)) && /^\s*--\s*migrate:up/m.test(text)),
  read(files) {
    return files
      .flatMap(({ path, text }) => {
        const id = named.exec(baseName(path))?.[1];
        if (id === undefined) return [];
        const { up, down } = sectionsOf(text, markIn);
        const name = baseName(path);
        return [{ id, name, path, up: partOf(up ?? { text: '', words: '' }), ...(down && { down: partOf(down) }) }];
      })
      .sort((a, b) => byCodeUnit(a.name, b.name));
  },
  applied: (rows) => rows.map(({ version }) => ({ id: String(version) })),
  up: ({ id }, noted) => [insertInto(dbmate.table, { version: id }, noted)],
  down: ({ id }, noted) => [deleteFrom(dbmate.table, { version: id }, noted)],
};

function markIn(line: string) {
  const [, way, words = ''] = marked.exec(line) ?? [];
  return way === 'up' || way === 'down' ? ({ way, words } as const) : undefined;
}

function partOf({ text, words }: { readonly text: string; readonly words: string }): ScriptPart {
  return { text, atomic: !/\btransaction:false\b/.test(words) };
}
