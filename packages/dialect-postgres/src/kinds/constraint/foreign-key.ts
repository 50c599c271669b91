import { tokenize } from '@sync/core';
import { postgresLexis } from '../../lexis.js';

/** A foreign key as the server prints it, taken apart by whose columns each part names. */
export interface ForeignKeyParts {
  /** The columns of its own table. */
  readonly own: string;
  /** What stands from REFERENCES on, to the end of the columns of the other table. */
  readonly target: string;
  /** What is done when, which may name columns of its own table again: `ON DELETE SET NULL (a)`. */
  readonly actions: string;
}

/** Takes a foreign key apart. The first list in parentheses ends its own columns, and the second one those of the other table, whatever names are in them. */
export function splitForeignKey(definition: string): ForeignKeyParts {
  const [first = definition.length, second = definition.length] = closings(definition);
  return {
    own: definition.slice(0, first),
    target: definition.slice(first, second),
    actions: definition.slice(second),
  };
}

function closings(definition: string): readonly number[] {
  const found: number[] = [];
  let inQuotes = false;
  for (let i = 0; i < definition.length; i++) {
    if (definition[i] === '"') inQuotes = !inQuotes;
    if (definition[i] === ')' && !inQuotes) found.push(i + 1);
  }
  return found;
}

/** Whether a foreign key ends in a period: `FOREIGN KEY (id, PERIOD during)`. A name that reads so would stand in quotes. */
export function isOfPeriods(own: string): boolean {
  return tokenize(own, postgresLexis).some(({ type, text }) => type === 'word' && text === 'PERIOD');
}
