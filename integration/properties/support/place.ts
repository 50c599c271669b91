import type { Compiled, Engine, Hash, TenantContext } from '@sync/core';
import type Database from 'better-sqlite3';
import type { Schema } from './model.js';

type Perhaps<T> = T | Promise<T>;
type Work<T> = (database: Database.Database) => T;

/** A database as a tenant, and as SQLite alone sees it, wherever it is. */
export interface Place {
  readonly tenant: TenantContext;
  root(): Promise<Hash>;
  observe<T>(look: Work<T>): Perhaps<T>;
  /** Does something that changes nothing for good. */
  rewrite<T>(work: Work<T>): Perhaps<T>;
  /** What SQLite itself finds wrong. */
  damage(): Perhaps<readonly unknown[]>;
}

/** Where there are such databases. */
export interface Places {
  readonly engine: Engine;
  database(schema: Schema, rows?: readonly number[]): Perhaps<Place>;
  compile(schema: Schema): Promise<Compiled>;
}
