import type { Catalogue } from '../model/catalogue.js';
import type { Server } from './connection.js';
import type { Statement } from './statement.js';

/** Rows that stand in the way of a change, and how to find them in the database as it is before the change. */
export interface RowConflict {
  /** One line, for this many: `table "users", column "mail": 3 rows have no value`. */
  tell(count: number): string;
  /** Counts them: one row with a column `count`. */
  readonly count: Statement;
  /** Names the first few of them: rows with a column `row`, as people would call it: `rowid 7`. */
  readonly first: Statement;
  /** The query that shows all of them to whoever is to mend them. */
  readonly show: string;
}

/** What a kind may look at to tell which rows are in the way. */
export interface ConflictContext {
  readonly server: Server;
  /** What the database holds. */
  readonly base: Catalogue;
}
