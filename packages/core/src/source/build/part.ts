import type { Statement } from '../../contract/statement.js';
import type { Json } from '../../model/json.js';

/** One statement that builds a part of a desired state, and what is known of its place among the others. */
export interface Part {
  /** `file:line` */
  readonly at: string;
  readonly statement: Statement;
  /** Session settings that the statement is executed with. */
  readonly settings?: Readonly<Record<string, Json>>;
  /** `file:line:column` of an offset in the statement's text, where that text stands in a file. */
  readonly place?: (offset: number) => string;
  /** A key under which two definitions of one thing meet. */
  readonly defines?: string;
  /** The folded name of what is defined behind the qualifiers that it has, without one that says nothing. */
  readonly path?: readonly string[];
  /** What is defined, in upper case: `TABLE`. */
  readonly type?: string;
  /** Whether a second definition would pass without an error of the server. */
  readonly tolerant?: boolean;
  /** The folded name of what is defined. */
  readonly name?: string;
  /** Says what other parts leave unsaid, and so comes ahead of them. */
  readonly comesFirst?: true;
  /** Takes something away, so that running it later than it stands would undo a definition. */
  readonly removes: boolean;
  /** The folded names that the statement speaks of, which tell what it may be waiting for. */
  mentions(): ReadonlySet<string>;
}
