import type { Dialect, DocumentKind, ObjectKind } from '@sync/core';
import type { Meaning } from './meanings.js';

/** What a relative of PostgreSQL says of itself to the connection that all of them share. */
export interface Engine {
  /** What its driver is called. */
  readonly name: string;
  /** The schemes of its URLs, the one that it is shown with first. A URL of PostgreSQL itself leads to it as well. */
  readonly protocols: readonly [string, ...string[]];
  /** The port that its servers listen on where nobody says. Default: PostgreSQL's. */
  readonly port?: number;
  readonly dialect: Dialect;
  readonly kinds: readonly ObjectKind[];
  readonly documents: readonly DocumentKind[];
  /** What its servers can do beside what their version says, asked of each session: a query of rows of one word, `feature`. */
  readonly features?: string;
  /** What an error of a statement means that PostgreSQL itself does not have. */
  meaning?(native: { readonly code: string | undefined; readonly message: string }): Meaning | undefined;
  /** What a scratch database is to have before anything is built there. */
  readonly ground?: readonly string[];
  /** Set where event triggers of its own keep its catalogue: they fire in scratch, too. */
  readonly needsEventTriggers?: true;
  /** Set where its kinds read what no fingerprint of the catalogue covers: each database is read then to know whether it is as it was. */
  readonly isUntold?: true;
}
