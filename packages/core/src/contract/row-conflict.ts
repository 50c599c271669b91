import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Change } from './change.js';
import type { Server } from './connection.js';
import type { Statement } from './statement.js';

/** Rows that stand in the way of a change, and how to find them in the database as it is before the change. */
export interface RowConflict {
  /** The table that they are in, as it is called now. */
  readonly table: string;
  /** The summary of the step that fails on them, where the change has several. */
  readonly step?: string;
  /** One line, for this many: `table "users", column "mail": 3 rows have no value`. */
  tell(count: number): string;
  /** Counts them: one row with a column `count`. */
  readonly count: Statement;
  /** Names the first few of them: rows with a column `row`, as people would call it: `rowid 7`. */
  readonly first: Statement;
  /** The query that shows all of them to whoever is to mend them. */
  readonly show: string;
  /** What to do about them, where the rows cannot be mended or there is another way, as the beginning of a sentence. Default: to mend these rows first. */
  readonly remedy?: string;
  /**
   * What to say where the server can only be asked to try, so that counting fails with CHECK_FAILED as soon as it meets such a row; `why` is what it said.
   */
  refused?(why: string): string;
}

/** What a kind may look at to tell which rows are in the way. */
export interface ConflictContext {
  readonly server: Server;
  /** What the database holds. */
  readonly base: Catalogue;
  /** What it is to hold. */
  readonly goal: Catalogue;
  /** Where an object of the goal is in the base. */
  origin(address: Address): Address;
  /** What happens to another object of the same plan, at its address in the goal. */
  change(address: Address): Change | undefined;
  /** Whether the plan writes rows into a table that it makes. */
  fills(address: Address): boolean;
}
