import { hazardClasses } from '../../plan/hazards.js';
import type { Invocation } from '../command.js';
import { compilingFlags, formatFlag, readingFlags, renameFlags } from '../flags.js';

/** What `lint` is told. */
export const lintFlags = {
  from: {
    type: 'value',
    value: 'SOURCE',
    description: 'report the hazards of the way from there; default: from nothing',
  },
  statements: {
    type: 'switch',
    description: 'SOURCE is statements to be run, such as a migration: run each in scratch and report what it does',
  },
  ...renameFlags,
  ...formatFlag('text', 'json', 'sarif', 'junit'),
  'fail-on': {
    type: 'set',
    value: 'CLASS,…',
    choices: [...hazardClasses, 'gated', 'all'],
    description: 'exit 3 when there are such hazards; gated: those that need --allow',
  },
  ...readingFlags,
  ...compilingFlags,
} as const;

/** A call of `lint`. */
export type Lint = Invocation<typeof lintFlags>;
