import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Server, Session } from './connection.js';

/** Something in a state that does not hold, although the server took its definition: a view of a table that is not there. */
export interface Flaw {
  readonly address: Address;
  /** In the server's own words, where it has any. */
  readonly message: string;
  /** The folded names that the object speaks of and that are not there. Where a target has them and they are left alone, nothing is wrong. */
  readonly missing?: readonly string[];
  /** What to do about it, where its kind knows more than that it is to be mended. */
  readonly hint?: string;
  /** Where it holds all the same: `the application brings this function`. Makes a warning of what would be an error. */
  readonly onlyWhere?: string;
}

/** What checking may look at, and do: the scratch database is left as it was. */
export interface CheckContext {
  readonly session: Session;
  readonly server: Server;
  readonly catalogue: Catalogue;
}
