import type { ConnectionInput } from './connection-input.js';

/** Where the tenants of a fleet share a place: a server, a database, a folder. */
export interface Site extends Omit<ConnectionInput, 'url'> {
  /** Absent where only relative paths say where it is. */
  readonly url?: string;
}

/** Texts that are others as soon as anything is changed that kinds read, and that no other state has had or will have there. */
export interface Fingerprints {
  /**
   * What is another one once anything was changed there, by whomever. Given where a state that comes again has the text that it had: what was read counts only where this is the
   * same afterwards, since something else may have been there in between.
   */
  readonly changes?: string;
  /** Of what all share. */
  readonly shared: string;
  /** Of what is a tenant's own, by names. Those are left out of which that cannot be told. */
  readonly own: ReadonlyMap<string, string>;
}

/** One way in which tenants share a place, known by the word that a fleet says for it: `database`, `file`. */
export interface Tenancy {
  /** Whether tenants are parts of one database, and share what lies beside them there. */
  readonly isWithin?: true;
  /** The names of all that are there and that a pattern meets in which `*` and `?` stand for others, each once, in whatever order. */
  list(site: Site, pattern: string, request: { readonly signal?: AbortSignal }): AsyncIterable<string>;
  /** How to connect to the one of this name. A name is data: whatever it holds, it names that one and no other; TENANT_INVALID where nothing can be called so. */
  at(site: Site, name: string, pattern?: string): ConnectionInput;
  /**
   * What those hold that a pattern meets, found by a fixed number of queries, whatever the number of tenants. Undefined where that cannot be told; without it each tenant is
   * asked by itself, or read.
   */
  fingerprints?(
    site: Site,
    pattern: string,
    request: { readonly signal?: AbortSignal },
  ): Promise<Fingerprints | undefined>;
  /** How many bytes those take that a pattern meets, by their names, as far as that is known without a lock of any of them; those are left out of which nobody can tell. */
  sizes?(site: Site, pattern: string, request: { readonly signal?: AbortSignal }): Promise<ReadonlyMap<string, number>>;
  /** What one that a pattern meets is called as a tenant. Default: by its whole name. */
  idOf?(name: string, pattern: string): string;
}
