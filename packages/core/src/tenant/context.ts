import type { ConnectionInput } from '../contract/connection-input.js';
import { SyncError } from '../errors.js';

declare const brand: unique symbol;

/** Whose database an operation is about. Every operation of the engine requires one, and only {@link tenantContext} makes one. */
export interface TenantContext {
  readonly [brand]: 'TenantContext';
  /** Data, never SQL: it names the tenant in locks, journals and messages. */
  readonly id: string;
  readonly target: ConnectionInput;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a tenant context is made from. */
export interface TenantFacts {
  readonly id: string;
  readonly target: ConnectionInput;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The tenant of an installation that has only one database. */
export const defaultTenantId = 'default';

const allowed = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.@:+-]{0,126}[\p{L}\p{N}_])?$/u;

/**
 * Validates what is said of a tenant and brands it. An id is letters, digits and `_ . @ : + -`, at most 128 characters, and never looks like a path.
 */
export function tenantContext(facts: TenantFacts): TenantContext {
  if (typeof facts.id !== 'string' || !allowed.test(facts.id) || facts.id.includes('..')) {
    throw new SyncError({
      code: 'TENANT_INVALID',
      op: 'tenant',
      message: `${JSON.stringify(facts.id)} cannot be a tenant's id`,
      hint: 'Use letters, digits and _ . @ : + - inside, at most 128 characters, beginning and ending with a letter or digit, without "..".',
    });
  }
  const tenant = { id: facts.id, labels: Object.freeze({ ...facts.labels }) };
  // Not enumerable: a tenant that is logged or sent somewhere must not take its URL, which may hold a password, along.
  Object.defineProperty(tenant, 'target', { value: Object.freeze({ ...facts.target }) });
  return Object.freeze(tenant) as TenantContext;
}
