import type { Driver } from '../../contract/driver.js';
import { unknownServer } from '../../engine-requests.js';
import type { Engine } from '../../engine-types.js';
import type { SchemaObject } from '../../model/object.js';
import { creationStatements, inFile } from '../../plan/creation-statements.js';
import type { Compiled } from '../../source/compiled.js';
import { emptyMark } from '../../source/empty-mark.js';
import { terminated } from './script.js';

/** The statements that create a state in an empty database, as a script. */
export function creationScript(engine: Engine, state: Compiled): string {
  if (state.catalogue.size === 0) return `-- ${emptyMark}\n`;
  return engine
    .creation(state)
    .map(({ statements }) => terminated(statements, engine.driver.dialect))
    .join('\n');
}

/** The statements that create some of a state's objects beside all others, as a script. */
export function restScript(state: Compiled, some: readonly SchemaObject[], driver: Driver): string {
  const wanted = new Set(some.map(({ address }) => address));
  const statements = creationStatements(state.catalogue, driver, state.server ?? unknownServer)
    .filter(({ object }) => wanted.has(object.address))
    .map(({ statement, settings }) => terminated(inFile([statement], settings, driver.dialect), driver.dialect));
  return ['-- What no document has: a part of the desired state, with the documents beside it.\n', ...statements].join(
    '\n',
  );
}
