import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const agents = sqliteTable('agents', { id: integer().primaryKey(), name: text().notNull().unique() });

export const plugin = { name: '@elizaos/plugin-sql', schema: { agents } };
