import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import type { SchemaObject } from '../model/object.js';
import { creationNodes } from './plan.js';

/** What creates these objects in a database without them, in an order that works, each statement with the object that it is for. */
export function creationStatements(
  objects: Iterable<SchemaObject>,
  driver: Driver,
  server: Server,
): readonly { readonly object: SchemaObject; readonly statement: Statement }[] {
  return creationNodes(objects, driver, server).flatMap(({ change, drafts }) => {
    if (change.verb === 'drop') throw new TypeError('building drops nothing');
    return drafts.flatMap((draft) => draft.sql.map((statement) => ({ object: change.to, statement })));
  });
}

/** The same as the steps of a plan are told: printed, with a summary for those that belong together. */
export function creationSteps(objects: Iterable<SchemaObject>, driver: Driver, server: Server) {
  return creationNodes(objects, driver, server).flatMap(({ drafts }) =>
    drafts.map(({ summary, sql }) => ({ summary, statements: sql.map((each) => driver.dialect.print(each)) })),
  );
}
