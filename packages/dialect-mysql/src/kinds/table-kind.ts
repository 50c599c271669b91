import type { Change, Impossible, ObjectKind, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { breaksClients, dropsTable } from '../hazards.js';
import { alterOnline } from '../online/alter-online.js';
import { whyNoCopy } from '../online/why-no-copy.js';
import { quoteName } from '../text/names.js';
import { tableConflicts } from './rows/table-conflicts.js';
import { alterTable } from './table/alter.js';
import { uncastable } from './table/casts.js';
import { danglingKeys } from './table/dangling-keys.js';
import { deltasOf } from './table/deltas.js';
import { describeTable, relationOfTable } from './table/describe.js';
import { differenceIn, tableDifference } from './table/difference.js';
import { flavourAt } from './table/flavour-at.js';
import { followInTable } from './table/follow.js';
import { inspectTables } from './table/inspect.js';
import { keepingZeros } from './table/kept-zeros.js';
import { keysInTheWay, withRewrittenKeys } from './table/keys-in-the-way.js';
import { loosenTable } from './table/loosen.js';
import { takersOf } from './table/named-once.js';
import { printTable } from './table/print.js';
import { rowVersionsFor } from './table/row-versions.js';
import { serveBothTables } from './table/serve-both.js';
import { settleKeys } from './table/settle-keys.js';
import { counterOf, raisedCounter, type TableSpec } from './table/spec.js';
import { surroundingsOf } from './table/surroundings.js';
import { unsafelyFilled } from './table/unsafe-defaults.js';
import { withUnsaid } from './table/unsaid.js';
import { otherVersioning } from './table/versioning.js';
import { takingZeroDates } from './table/zero-dates.js';

/** Tables, with their columns, indexes, foreign keys, checks and partitions: one ALTER TABLE changes what belongs together. */
export function tableKind(flavour: Flavour): ObjectKind<TableSpec> {
  return {
    kind: 'table',
    namespace: 'relation',
    inspect: (reading) => inspectTables(reading, flavour),
    compare(from, to, { renamed }) {
      const deltas = deltasOf(tableDifference(from, to, renamed, flavour), flavour);
      // Only one side was read with the order of its columns.
      return deltas.length > 0 ? deltas : [{ type: 'change-column-order', path: ['columns'] }];
    },
    lags: (from, to) => raisedCounter(from, to) !== undefined,
    settle(table, base) {
      const there = base.get(table.address) as SchemaObject<TableSpec> | undefined;
      return settleKeys(withUnsaid(table, there), there);
    },
    follow: (table, rename) => followInTable(table, rename, flavour),
    flawsIn: danglingKeys,
    serveBoth: (from, to, context) => serveBothTables(from, to, context, flavour),
    loosen: (table, from, goal) => loosenTable(table, from, goal, flavour),
    entails: (change, context) => keysInTheWay(change, context, flavour),
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return takingZeroDates(
            [
              {
                summary: `create table ${change.to.name}`,
                sql: [{ text: printTable(change.to, flavour, startOf(change.to)) }],
              },
            ],
            change.to,
          );
        case 'drop':
          return [
            {
              summary: `drop table ${change.from.name}`,
              sql: [{ text: `DROP TABLE ${quoteName(change.from.name)}` }],
              hazards: [dropsTable(change.from.name)],
              before: Array.from(takersOf(change.from, context.goal, flavour), (taker) => ({
                verb: 'alter',
                address: taker,
              })),
            },
          ];
        case 'rename':
          return [
            {
              summary: `rename table ${change.from.name} to ${change.to.name}`,
              sql: [{ text: `ALTER TABLE ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
              hazards: [breaksClients('table', change.from.name, change.to.name)],
            },
          ];
        case 'alter':
          return renderAlter(change, context, flavourAt(flavour, context.server.version));
        default:
          return change satisfies never;
      }
    },
    conflicts: (change, context) => tableConflicts(change, context, flavourAt(flavour, context.server.version)),
    describe: describeTable,
    relation: relationOfTable,
  };
}

/** From where it counts on, where somebody said so. */
function startOf(table: SchemaObject<TableSpec>): readonly string[] {
  const counter = counterOf(table);
  return counter === undefined ? [] : [`AUTO_INCREMENT=${counter}`];
}

function renderAlter(
  change: Extract<Change<TableSpec>, { verb: 'alter' }>,
  context: RenderContext,
  flavour: Flavour,
): readonly StepDraft[] | Impossible {
  const difference = withRewrittenKeys(differenceIn(change, flavour), change);
  const versions = rowVersionsFor(change.address, context, flavour);
  const surroundings = { ...surroundingsOf(change, context), ...versions };
  const impossible = otherVersioning(difference);
  if (impossible !== undefined)
    return {
      impossible,
      hint: 'Take the history off in one run, which drops it, and begin another one in the next.',
    };
  const cast = uncastable(difference, flavour, context.server.version);
  if (cast !== undefined)
    return {
      impossible: cast,
      hint: 'Add a column of the new type under another name, fill it, and take the old one away in a run after that.',
    };
  const unsafe = unsafelyFilled(difference, flavour);
  const why =
    unsafe &&
    whyNoCopy(difference, { base: context.base, origin: context.origin, referring: surroundings.referring }, flavour);
  if (unsafe && why !== undefined)
    return {
      impossible: `column ${unsafe.name} of table ${change.to.name} comes with a default that the server gives to no row that is there, ${unsafe.default}, and no copy of the table can be filled with it, because ${why}`,
      hint: 'Add the column without a default in one run, fill it, and give it the default in the next.',
    };
  // A copy that is made beside it would begin a history of its own.
  const isCopiedBeside = (context.isOnline(change.address) || unsafe) && !difference.from.spec.versioning;
  const drafts = isCopiedBeside
    ? alterOnline(difference, flavour, surroundings, context)
    : alterTable(difference, flavour, surroundings);
  return takingZeroDates(keepingZeros(drafts, difference), change.from, change.to);
}
