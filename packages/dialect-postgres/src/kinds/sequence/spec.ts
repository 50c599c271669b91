import type { SequenceRow } from '../../read/parts/sequences.js';

/** A sequence of its own. How far it has counted is data. */
export interface SequenceSpec {
  readonly type: string;
  /** 64 bits do not fit into a number of JSON. */
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** From 15 on. The sequence of an identity is as its table is. */
  readonly unlogged?: boolean;
}

/** The options of a sequence, all of them: what is left out would be kept or guessed. */
export function printSequence(spec: SequenceSpec): string {
  return [`AS ${spec.type}`, ...countingOptions(spec)].join(' ');
}

/** How a sequence counts, each option by itself. */
export function countingOptions(spec: SequenceSpec): readonly string[] {
  return [
    `START WITH ${spec.start}`,
    `INCREMENT BY ${spec.increment}`,
    `MINVALUE ${spec.minimum}`,
    `MAXVALUE ${spec.maximum}`,
    `CACHE ${spec.cache}`,
    spec.cycle ? 'CYCLE' : 'NO CYCLE',
  ];
}

/** What a row says of a sequence. */
export function sequenceSpec(row: SequenceRow): SequenceSpec {
  const { type, start, increment, minimum, maximum, cache, cycle } = row;
  return { type, start, increment, minimum, maximum, cache, cycle };
}
