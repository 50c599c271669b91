import type { Engine } from '../../engine-types.js';
import type { Compiled } from '../../source/compiled.js';
import { terminated } from './script.js';

/** The statements that create a state in an empty database, as a script. */
export function creationScript(engine: Engine, state: Compiled): string {
  return engine
    .creation(state)
    .map(({ statements }) => terminated(statements))
    .join('\n');
}
