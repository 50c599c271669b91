import type { Engine } from '../../engine-types.js';
import type { Compiled } from '../../source/compiled.js';
import { emptyMark } from '../../source/empty-mark.js';
import { terminated } from './script.js';

/** The statements that create a state in an empty database, as a script. */
export function creationScript(engine: Engine, state: Compiled): string {
  if (state.catalogue.size === 0) return `-- ${emptyMark}\n`;
  return engine
    .creation(state)
    .map(({ statements }) => terminated(statements))
    .join('\n');
}
