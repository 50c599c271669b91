import type { Hazard } from '@sync/core';

/** Every row of the table moves into chunks. */
export function movesIntoChunks(table: string): Hazard {
  return {
    class: 'blocks-writes',
    code: 'moves-into-chunks',
    message: `moves every row of ${table} into chunks, while nobody reads or writes it`,
    hint: 'A large table is moved with less waiting by hand: make a hypertable beside it, copy the rows in parts, and trade their names.',
    lock: 'ACCESS EXCLUSIVE',
    reversible: false,
  };
}

/** What was worked out of rows that are perhaps gone. */
export function dropsAggregate(view: string): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-continuous-aggregate',
    message: `drops what continuous aggregate ${view} has worked out, also of rows that a retention policy has taken since`,
    hint: 'What it holds of rows that are gone cannot be worked out again: copy it into a table first.',
    reversible: false,
  };
}

/** What an aggregate holds is not refreshed while it is read for an index. */
export function buildsAggregateIndex(view: string): Hazard {
  return {
    class: 'blocks-writes',
    code: 'builds-aggregate-index',
    message: `builds an index over what continuous aggregate ${view} has worked out, which is not refreshed meanwhile`,
    hint: 'The server builds none concurrently there: choose a time between two runs of its refresh policy.',
    lock: 'SHARE',
    reversible: true,
  };
}

/** An aggregate runs over all that there is. */
export function fillsAggregate(view: string): Hazard {
  return {
    class: 'slow',
    code: 'fills-continuous-aggregate',
    message: `works out continuous aggregate ${view} over all rows that are there`,
    hint: 'With a refresh policy, or withNoData in its document, it is left to that.',
    reversible: true,
  };
}

/** Somebody may rely on what is deleted, and nothing brings it back. */
export function deletesRowsByPolicy(table: string, after: string): Hazard {
  return {
    class: 'data-loss',
    code: 'deletes-by-policy',
    message: `has the server drop the chunks of ${table} that are older than ${after}, from the next run of the policy on`,
    reversible: false,
  };
}

/** A policy does no more what it did. */
export function endsPolicy(title: string, table: string): Hazard {
  return {
    class: 'correctness',
    code: 'ends-policy',
    message: `nothing does any more what the ${title} policy of ${table} did`,
    reversible: true,
  };
}

/** Rows that are held in columns are written back. */
export function leavesColumnstore(table: string): Hazard {
  return {
    class: 'rewrite',
    code: 'leaves-columnstore',
    message: `turns the columnstore of ${table} off, which the server refuses while a chunk is in it`,
    hint: 'Write them back first: SELECT decompress_chunk(c, true) FROM show_chunks(…) c, with room for the rows.',
    reversible: true,
  };
}

/** New settings count for chunks that are made from now on. */
export function countsForNewChunks(what: string, table: string): Hazard {
  return {
    class: 'correctness',
    code: 'counts-for-new-chunks',
    message: `${what} of ${table} counts for chunks that are made from now on; those that are there stay as they are`,
    reversible: true,
  };
}

/** The table of a hypertable is made again around its rows. */
export function remakesHypertable(table: string): Hazard {
  return {
    class: 'blocks-reads',
    code: 'remakes-hypertable',
    message: `writes every row of ${table} twice, while nobody reads or writes it, to make another table of the hypertable`,
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}
