import { baseName, byVersion, isTrue, type Layout } from '../layout.js';
import type { Applied } from '../script.js';
import { sectionsOf } from '../sections.js';
import { deleteFrom, insertInto } from '../tool-table.js';

const named = /^(\d+)_.*\.sql$/;
const marked = /^--\s*\+goose\s+(Up|Down)\b(.*)/i;
const noTransaction = /^--\s*\+goose\s+NO\s+TRANSACTION/im;

/** goose: both ways in one file, `-- +goose Up` and `-- +goose Down`; `-- +goose NO TRANSACTION` where it is none. */
export const goose: Layout = {
  name: 'goose',
  tool: 'goose',
  table: {
    name: 'goose_db_version',
    columns: {
      id: 'counter',
      version_id: 'bigint NOT NULL',
      is_applied: 'boolean NOT NULL',
      tstamp: 'timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP',
    },
  },
  order: 'id',
  late: false,
  recognises: (files) => files.some(({ text }) => /^--\s*\+goose\s+Up/im.test(text)),
  read(files) {
    return files
      .flatMap(({ path, text }) => {
        const name = baseName(path);
        const version = named.exec(name)?.[1];
        if (version === undefined) return [];
        const { up, down } = sectionsOf(text, markIn);
        const atomic = !noTransaction.test(text);
        const part = (section: { readonly text: string } | undefined) => ({ text: section?.text ?? '', atomic });
        return [{ id: String(BigInt(version)), name, path, up: part(up), ...(down && { down: part(down) }) }];
      })
      .sort(byVersion);
  },
  // The newest row of a version says whether it stands; older releases of the tool kept a row for each way.
  applied(rows) {
    const stands = new Map<string, Applied>();
    for (const { version_id: version, is_applied: isApplied } of rows) {
      const id = String(version);
      stands.delete(id);
      if (isTrue(isApplied) && id !== '0') stands.set(id, { id });
    }
    return [...stands.values()];
  },
  first: (context) => [insertInto(goose.table, { version_id: 0, is_applied: true }, context)],
  up: ({ id }, noted) => [insertInto(goose.table, { version_id: id, is_applied: true }, noted)],
  down: ({ id }, noted) => [deleteFrom(goose.table, { version_id: id }, noted)],
};

function markIn(line: string) {
  const [, way, words = ''] = marked.exec(line) ?? [];
  if (way === undefined) return undefined;
  return { way: way.toLowerCase() === 'up' ? ('up' as const) : ('down' as const), words };
}
