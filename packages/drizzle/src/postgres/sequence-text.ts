import type { PgSequence, PgSequenceOptions } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';
import { qualified } from './names.js';

/** What is said of a sequence. What is not said is left to the server, which knows the bounds of each type. */
export function sequenceOptions(options: PgSequenceOptions = {}): readonly string[] {
  const said = (word: string, value: number | string | undefined) => (value === undefined ? [] : [`${word} ${value}`]);
  return [
    ...said('INCREMENT BY', options.increment),
    ...said('MINVALUE', options.minValue),
    ...said('MAXVALUE', options.maxValue),
    ...said('START WITH', options.startWith),
    ...said('CACHE', options.cache),
    ...(options.cycle ? ['CYCLE'] : []),
  ];
}

export function sequenceText(sequence: PgSequence, language: Language): string {
  const { schema = language.homeOf(sequence), seqName = '', seqOptions } = sequence;
  return `${['CREATE SEQUENCE', qualified(schema, seqName, language), ...sequenceOptions(seqOptions)].join(' ')};`;
}
