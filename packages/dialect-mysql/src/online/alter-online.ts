import type { Hazard, RenderContext, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { alterationsOf, alterTable, operationsOf, type Surroundings } from '../kinds/table/alter.js';
import type { TableDifference } from '../kinds/table/difference.js';
import type { Operation } from '../kinds/table/operation.js';
import { isDealtAnew } from '../kinds/table/repartition.js';
import { copyOnline, type SplitDifference, splitForCopy } from './copy-online.js';
import { addForeignKeyOnline } from './foreign-key-online.js';
import { canHandOver, handOver, programFor } from './hand-over.js';
import { whyNoCopy } from './why-no-copy.js';

/** The same as `alterTable` for a table that others write to: what would keep them out is made beside them where that can be. */
export function alterOnline(
  difference: TableDifference,
  flavour: Flavour,
  surroundings: Surroundings,
  { base, server, origin }: Pick<RenderContext, 'base' | 'server' | 'origin'>,
): readonly StepDraft[] {
  const operations = operationsOf(difference, flavour, surroundings);
  // What is done to several tables in turn is not made one by one.
  const isBesideOthers = operations.some(({ beside }) => beside !== undefined && beside.length > 0);
  const others = operations.filter(({ stage }) => stage !== 'refer');
  if (!isBesideOthers && !others.some(keepsOut) && !isDealtAnew(difference))
    return inPlace(difference, flavour, others, surroundings);
  const why = isBesideOthers
    ? 'columns under a foreign key change at both of its ends'
    : whyNoCopy(difference, { base, origin, referring: surroundings.referring }, flavour);
  if (why !== undefined) {
    return alterTable(difference, flavour, surroundings).map((draft) => ({
      ...draft,
      hazards: draft.hazards?.map((hazard) => withReason(hazard, why)) ?? [],
    }));
  }
  const { copied, rest } = splitForCopy(difference, flavour);
  const handed = handedOver({ copied, rest }, flavour, surroundings, programFor(server));
  if (handed.length > 0) return handed;
  const hazards = operationsOf(copied, flavour, surroundings).flatMap((operation) => operation.hazards ?? []);
  const later = operationsOf(rest, flavour, surroundings).filter(({ stage }) => stage !== 'refer');
  return [
    ...copyOnline(copied, { flavour, version: server.version, hazards, from: surroundings.referring.keys }),
    ...inPlace(rest, flavour, later, {}),
  ];
}

/** What a program of the user's does, where there is one and it can, with what comes after that in place. */
function handedOver(
  { copied, rest }: SplitDifference,
  flavour: Flavour,
  surroundings: Surroundings,
  program: string | undefined,
): readonly StepDraft[] {
  if (program === undefined || !canHandOver(copied, { ...flavour, ...surroundings })) return [];
  const steps = handOver(copied, operationsOf(copied, flavour, surroundings), program);
  const later = operationsOf(rest, flavour, surroundings).filter(({ stage }) => stage !== 'refer');
  return steps.length > 0 ? [...steps, ...inPlace(rest, flavour, later, {})] : [];
}

/** Foreign keys come last, each held against the rows by queries. */
function inPlace(
  difference: TableDifference,
  flavour: Flavour,
  operations: readonly Operation[],
  versions: Pick<Surroundings, 'versions'>,
): readonly StepDraft[] {
  const { foreignKeys } = difference;
  const keys = [...foreignKeys.added, ...foreignKeys.changed.map((pair) => pair.to)];
  return [
    ...alterationsOf(operations, difference, flavour, versions),
    ...keys.map((key) => addForeignKeyOnline(difference, key, flavour)),
  ];
}

function keepsOut({ cost, shared }: Operation): boolean {
  return cost === 'copy' || (cost !== 'instant' && shared === true);
}

function withReason(hazard: Hazard, why: string): Hazard {
  if (hazard.class !== 'blocks-writes') return hazard;
  const reason = `No copy can be made beside those who write, because ${why}.`;
  return { ...hazard, hint: hazard.hint === undefined ? reason : `${hazard.hint} ${reason}` };
}
