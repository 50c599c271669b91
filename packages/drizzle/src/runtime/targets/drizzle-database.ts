import type { SQL } from 'drizzle-orm';

/** A database of Drizzle's, as far as somebody asks it something: those of servers execute, those of SQLite give all rows. */
export interface DrizzleDatabase {
  readonly $client: unknown;
  readonly dialect?: { readonly casing?: { readonly convert?: (name: string) => string } };
  execute(query: SQL): Promise<unknown>;
  all(query: SQL): unknown;
}

export type Rows = readonly Record<string, unknown>[];
