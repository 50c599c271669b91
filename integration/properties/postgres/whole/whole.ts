import driver from '@sync/driver-postgres';
import type { Feature } from '../../features/feature.js';
import { World } from '../../features/world.js';
import { beside } from './beside.js';
import { columns } from './columns.js';
import { comments } from './comments.js';
import { constraints } from './constraints.js';
import { names } from './names.js';
import { privileges } from './privileges.js';
import { routines } from './routines.js';
import { tables } from './tables.js';
import { triggers } from './triggers.js';
import { types } from './types.js';
import { views } from './views.js';

/** In an order in which they can be made. */
export const features: Readonly<Record<string, Feature>> = {
  ...types,
  ...columns,
  ...constraints,
  ...tables,
  ...views,
  ...routines,
  ...triggers,
  ...beside,
  ...comments,
  ...privileges,
};

/** What every schema has. */
export const base: readonly string[] = [
  'CREATE SCHEMA @os',
  'CREATE TABLE @t (id integer CONSTRAINT t_pkey PRIMARY KEY)',
  'CREATE TABLE @other (id integer CONSTRAINT "T 2_pkey" PRIMARY KEY, @ref integer)',
  "CREATE FUNCTION @calc(text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1)'",
];

export const rows: readonly string[] = [
  'INSERT INTO @t (id) VALUES (1), (2), (7)',
  'INSERT INTO @other (id, @ref) VALUES (1, 1), (2, 7), (3, NULL)',
];

/** All schemas of PostgreSQL. */
export const postgresWorld = new World({ features, names, base, rows, quote: driver.dialect.quote });
