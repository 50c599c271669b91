import { SyncError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Layout, MigrationFile } from './layout.js';
import { dbmate } from './layouts/dbmate.js';
import { drizzle } from './layouts/drizzle.js';
import { drizzleFolders } from './layouts/drizzle-folders.js';
import { flyway } from './layouts/flyway.js';
import { golangMigrate } from './layouts/golang-migrate.js';
import { goose } from './layouts/goose.js';
import { knex } from './layouts/knex.js';
import { nodePgMigrate } from './layouts/node-pg-migrate.js';
import { plain } from './layouts/plain.js';
import { prisma } from './layouts/prisma.js';

/** Every layout, those that are told for sure first. */
export const layouts: readonly Layout[] = [
  drizzle,
  drizzleFolders,
  prisma,
  flyway,
  dbmate,
  goose,
  nodePgMigrate,
  golangMigrate,
  knex,
  plain,
];

/** The layout of a folder: the one that was named, or the one that it is recognised by. */
export function layoutOf(files: readonly MigrationFile[], folder: string, name?: string): Layout {
  if (name !== undefined) return layoutNamed(name);
  const found = layouts.find((layout) => layout.recognises(files));
  if (found) return found;
  throw new SyncError({
    code: 'SOURCE_INVALID',
    op: 'migrate',
    message: `${folder} holds no migrations of a layout that is known`,
    hint: `Known are ${layouts.map((layout) => layout.name).join(', ')}; --layout NAME says which it is.`,
  });
}

function layoutNamed(name: string): Layout {
  const [found] = layouts.filter((layout) => layout.name === name);
  if (found) return found;
  const names = layouts.map((layout) => layout.name);
  const guess = nearest(name, names);
  throw new SyncError({
    code: 'USAGE',
    op: 'migrate',
    message: `there is no layout ${name}${guess === undefined ? '' : `; did you mean ${guess}?`}`,
    hint: `Known are ${names.join(', ')}.`,
  });
}
