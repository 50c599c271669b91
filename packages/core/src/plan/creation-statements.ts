import type { Server } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import type { SchemaObject } from '../model/object.js';
import type { Creation } from '../source/compiled.js';
import { creationNodes } from './plan.js';

/** What creates these objects in a database without them, in an order that works, each statement with the object that it is for. */
export function creationStatements(
  objects: Iterable<SchemaObject>,
  driver: Driver,
  server: Server,
): readonly Creation[] {
  return creationNodes(objects, driver, server).flatMap(({ change, drafts }) => {
    if (change.verb === 'drop') throw new TypeError('building drops nothing');
    return drafts.flatMap(({ sql, settings }) =>
      sql.map((statement) => ({ object: change.to, statement, ...(settings && { settings }) })),
    );
  });
}

/** The same as the steps of a plan are told: printed, with a summary for those that belong together. */
export function creationSteps(objects: Iterable<SchemaObject>, driver: Driver, server: Server) {
  return creationNodes(objects, driver, server).flatMap(({ drafts }) =>
    drafts.map(({ summary, sql, settings }) => ({ summary, statements: inFile(sql, settings, driver.dialect) })),
  );
}

/** Statements as a file has them that is read again. */
export function inFile(
  statements: readonly Statement[],
  settings: Creation['settings'],
  dialect: Dialect,
): readonly string[] {
  const written = settings && dialect.inFile?.(statements, settings);
  return written ?? statements.map((statement) => dialect.print(statement));
}
