import type { SequenceSpec } from './spec.js';

const bounds: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
};

/** The numbers that a sequence of this type can give, the usual ones first: they go up from 1. */
export function usualCounter(type: string, increment = '1'): SequenceSpec {
  const known = /^(?:smallint|int2|smallserial|serial2)$/i.test(type)
    ? 'smallint'
    : /^(?:bigint|int8|bigserial|serial8)$/i.test(type)
      ? 'bigint'
      : 'integer';
  const [lowest = '', highest = ''] = bounds[known] ?? [];
  const isUp = !increment.startsWith('-');
  return {
    type: known,
    start: isUp ? '1' : '-1',
    increment,
    minimum: isUp ? '1' : lowest,
    maximum: isUp ? highest : '-1',
    cache: '1',
    cycle: false,
  };
}

const options = ['start', 'increment', 'minimum', 'maximum', 'cache'] as const;

/** The options in which a sequence counts otherwise than one of its type that goes the same way does, and each that does not go up by ones. */
export function unusualOptions(spec: SequenceSpec): readonly (typeof options)[number][] {
  const usual = usualCounter(spec.type, spec.increment);
  return options.filter((option) => spec[option] !== (option === 'increment' ? '1' : usual[option]));
}
