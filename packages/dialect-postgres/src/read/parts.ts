import type { Part } from './part.js';
import { aggregates } from './parts/aggregates.js';
import { bridges } from './parts/bridges.js';
import { carried } from './parts/carried.js';
import { casts } from './parts/casts.js';
import { collations } from './parts/collations.js';
import { columns } from './parts/columns.js';
import { comments } from './parts/comments.js';
import { compositeTypes } from './parts/composite-types.js';
import { constraints } from './parts/constraints.js';
import { defaultPrivileges } from './parts/default-privileges.js';
import { domainConstraints, domains } from './parts/domains.js';
import { enums } from './parts/enums.js';
import { eventTriggers } from './parts/event-triggers.js';
import { extensions } from './parts/extensions.js';
import { foreignColumns, foreignTables, servers } from './parts/foreign.js';
import { holders } from './parts/holders.js';
import { indexes } from './parts/indexes.js';
import { policies } from './parts/policies.js';
import { privileges } from './parts/privileges.js';
import { publications, publishedTables } from './parts/publications.js';
import { rangeTypes } from './parts/range-types.js';
import { relations } from './parts/relations.js';
import { routines } from './parts/routines.js';
import { rules } from './parts/rules.js';
import { sequences } from './parts/sequences.js';
import { statistics } from './parts/statistics.js';
import { configurations, dictionaries } from './parts/text-search.js';
import { partTriggers, triggers } from './parts/triggers.js';
import { uncovered } from './parts/uncovered.js';

/** All parts, in an order in which what names what comes after it: a later address takes the place of an earlier one. */
export const parts: readonly Part<never>[] = [
  extensions,
  servers,
  collations,
  dictionaries,
  configurations,
  enums,
  domains,
  domainConstraints,
  compositeTypes,
  rangeTypes,
  routines,
  aggregates,
  sequences,
  relations,
  casts,
  columns,
  foreignTables,
  foreignColumns,
  indexes,
  constraints,
  triggers,
  partTriggers,
  bridges,
  policies,
  rules,
  statistics,
  publications,
  publishedTables,
  comments,
  privileges,
  defaultPrivileges,
  eventTriggers,
  carried,
  holders,
  uncovered,
];
