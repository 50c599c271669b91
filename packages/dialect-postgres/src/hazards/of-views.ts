import type { Hazard } from '@sync/core';

/** A query is run over all that it reads. */
export function fillsMaterializedView(view: string, hint = 'Create it WITH NO DATA and refresh it later.'): Hazard {
  return {
    class: 'slow',
    code: 'fills-materialized-view',
    message: `runs the query of materialized view ${view}`,
    hint,
    reversible: true,
  };
}

/** A query is run again while nobody reads what it gave before. */
export function rebuildsMaterializedView(
  view: string,
  hint = 'Plan with --online: a new one is filled while the old one is read, unless what it reads has to change first.',
): Hazard {
  return {
    class: 'blocks-reads',
    code: 'rebuilds-materialized-view',
    message: `makes materialized view ${view} again; nobody reads it until its query has run`,
    hint,
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}
