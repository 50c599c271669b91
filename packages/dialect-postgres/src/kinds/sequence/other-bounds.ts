import type { Hazard, Statement } from '@sync/core';
import { restartsSequence } from '../../hazards.js';
import { quoteText } from '../../text/literal.js';
import type { SequenceSpec } from './spec.js';

/** A sequence that is to count within other bounds, as messages call it, and as SQL: a regclass that is null where there is no such thing yet. */
export interface Counter {
  readonly was: SequenceSpec;
  readonly is: SequenceSpec;
  readonly title: string;
  readonly sequence: string;
  /** Whether it is called before the first step as it is called then. */
  readonly isThere: boolean;
}

const types = ['smallint', 'integer', 'bigint'];

/** Whether the numbers of a type are some of another's. */
export function isNarrower(type: string, than: string): boolean {
  return types.indexOf(type) < types.indexOf(than);
}

/**
 * The check that stops where a sequence has given a number outside of the bounds that it is to have, which the server refuses: nothing tells which numbers are free.
 * Nothing is asked where no such number was within the old bounds, or where all of them were.
 */
export function countsWithin(counter: Counter): readonly Statement[] {
  const { was, is, title, sequence, isThere } = counter;
  if (!losesNumbers(was, is) || isDisjoint(was, is)) return [];
  return [countsInside({ is, title, sequence, isThere })];
}

/** The check for a sequence that goes on where another one stands. */
export function countsInside({ is, title, sequence, isThere }: Omit<Counter, 'was'>): Statement {
  return {
    text: `
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(${sequence}) AS last
WHERE last NOT BETWEEN ${is.minimum} AND ${is.maximum}`.trim(),
    check: {
      message: `${title} has counted beyond what it is to count, from ${is.minimum} to ${is.maximum}`,
      hint: 'Let it count as far as it has come; or set it (pg_catalog.setval) to a number within the new bounds from which on nobody has the numbers, and plan again.',
      ...(isThere && { ahead: true as const }),
    },
  };
}

/**
 * What a sequence that has given no number yet is to begin with, where it cannot begin as it would have: bounds that hold both beginnings, under whose lock nobody takes a number,
 * and the other beginning.
 */
export function beginsElsewhere(
  { was, is }: Pick<Counter, 'was' | 'is'>,
  alter: (options: readonly string[]) => string,
  sequence: string,
): readonly string[] {
  if (isDisjoint(was, is) || holds(is, was.start)) return [];
  const [minimum, maximum] = [
    isLess(is.minimum, was.minimum) ? is.minimum : was.minimum,
    isLess(was.maximum, is.maximum) ? is.maximum : was.maximum,
  ];
  return [
    alter([...(isNarrower(was.type, is.type) ? [`AS ${is.type}`] : []), `MINVALUE ${minimum}`, `MAXVALUE ${maximum}`]),
    `SELECT pg_catalog.setval(${sequence}, ${beginning('next', was, is)}, false) FROM (SELECT pg_catalog.nextval(${sequence}) AS next WHERE pg_catalog.pg_sequence_last_value(${sequence}) IS NULL OFFSET 0) AS uncounted`,
  ];
}

/** The number to begin with of a sequence that has given none: where it was set to begin elsewhere it does. */
export function beginning(next: string, was: SequenceSpec, is: SequenceSpec): string {
  return holds(is, was.start) ? next : `coalesce(nullif(${next}, ${was.start}), ${is.start})`;
}

/** Where it goes on that can go on nowhere, since no number of the old bounds is one of the new ones: the option, and what that comes to. */
export function restarting({ was, is, title }: Pick<Counter, 'was' | 'is' | 'title'>): {
  readonly options: readonly string[];
  readonly hazards: readonly Hazard[];
} {
  if (!isDisjoint(was, is)) return { options: [], hazards: [] };
  return { options: [`RESTART WITH ${is.start}`], hazards: [restartsSequence(title, is.start)] };
}

/** A sequence by its name, as SQL. */
export function sequenceNamed(name: string): string {
  return `pg_catalog.to_regclass(${quoteText(name)})`;
}

function holds({ minimum, maximum }: SequenceSpec, number: string): boolean {
  return !isLess(number, minimum) && !isLess(maximum, number);
}

/** Whether some numbers of the old bounds are none of the new ones. */
export function losesNumbers(was: SequenceSpec, is: SequenceSpec): boolean {
  return isLess(was.minimum, is.minimum) || isLess(is.maximum, was.maximum);
}

function isDisjoint(was: SequenceSpec, is: SequenceSpec): boolean {
  return isLess(was.maximum, is.minimum) || isLess(is.maximum, was.minimum);
}

function isLess(a: string, b: string): boolean {
  return BigInt(a) < BigInt(b);
}
