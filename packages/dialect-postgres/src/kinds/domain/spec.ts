import type { Delta } from '@sync/core';

/** A domain without its checks, which are objects of their own. */
export interface DomainSpec {
  /** The base type, as the server prints it, with modifiers. */
  readonly base: string;
  readonly collation?: string;
  readonly default?: string;
  readonly notNull?: true;
  /** What somebody called the constraint that forbids nulls. */
  readonly notNullName?: string;
}

/** What building on a domain needs but what does not make two differ. */
export interface DomainLayout {
  /** What the server calls the constraint that forbids nulls. */
  readonly notNullName?: string;
}

/** A difference of two domains. */
export interface DomainDelta extends Delta {
  readonly type: 'change-base' | 'change-parts' | 'change-default' | 'change-not-null' | 'rename-not-null';
}

/** A check of a domain. */
export interface DomainConstraintSpec {
  /** As the server prints it, without NOT VALID. */
  readonly definition: string;
  /** Values that were there before it have not been looked at. */
  readonly unvalidated?: true;
}
