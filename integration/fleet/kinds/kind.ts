import type { CommandOptions, Ended } from '../../faults/support/command.js';

/** Somebody else at work in the database of a tenant. */
export interface Session extends AsyncDisposable {
  query(text: string): Promise<readonly object[]>;
}

/** A fleet of some kind, and the ways in which a test may meddle with its tenants. */
export interface Tenants extends AsyncDisposable {
  /** Where its config lies. */
  readonly folder: string;
  desire(text: string): Promise<void>;
  run(...argv: readonly string[]): Promise<Ended>;
  runWith(how: Pick<CommandOptions, 'onError'>, ...argv: readonly string[]): Promise<Ended>;
  /** Opens the database of a tenant as its owner; what has no other place in a statement is the tenant's. */
  open(id: string): Promise<Session>;
  create(id: string): Promise<void>;
  /** Takes a tenant away behind everybody's back. */
  remove(id: string): Promise<void>;
  /** Has commands run as somebody from now on who may change these tenants, and only read the other ones. */
  handOver(ids: readonly string[], others: readonly string[]): Promise<void>;
  /** Leaves the database of a tenant such that nobody can run anything there. */
  damage(id: string): Promise<void>;
}

/** What a config says beside where the tenants are. */
export interface More {
  /** Of the fleet. */
  readonly fleet?: object;
  /** Of the config. */
  readonly config?: object;
}

/** A kind of tenants: what the database of each is. */
export interface TenantKind {
  readonly name: string;
  readonly scheme: 'sqlite' | 'postgres' | 'mysql' | 'mariadb';
  /** Whether its server runs. */
  readonly isThere: boolean;
  /** Makes tenants, each empty. */
  openTenants(ids: readonly string[], more?: More): Promise<Tenants>;
}

/** Where tenants of a kind are made. */
export interface Server {
  readonly name: string;
  readonly url: string;
  readonly scheme: TenantKind['scheme'];
}

/** Makes tenants on a server. */
export type Opener = (server: Server, ids: readonly string[], more?: More) => Promise<Tenants>;

/** Runs statements in the database of a tenant, and resolves to the rows of the last. */
export async function at(
  tenants: Pick<Tenants, 'open'>,
  id: string,
  ...statements: readonly string[]
): Promise<readonly object[]> {
  await using session = await tenants.open(id);
  let rows: readonly object[] = [];
  for (const statement of statements) rows = await session.query(statement);
  return rows;
}
