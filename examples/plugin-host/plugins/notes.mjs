import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agents } from './agents.mjs';

const owner = () =>
  integer()
    .notNull()
    .references(() => agents.id, { onDelete: 'cascade' });

/** The releases of a plugin: in the second a column has another name, and there is one more. */
const releases = {
  1: {
    schema: { notes: sqliteTable('notes', { id: integer().primaryKey(), agent: owner(), body: text() }) },
  },
  2: {
    schema: {
      notes: sqliteTable('notes', {
        id: integer().primaryKey(),
        agent: owner(),
        content: text(),
        pinned: integer({ mode: 'boolean' }).notNull().default(false),
      }),
    },
    renames: { 'notes.body': 'notes.content' },
  },
};

export const pluginOf = (release) => ({ name: 'plugin-notes', ...releases[release] });
