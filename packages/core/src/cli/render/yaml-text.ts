import type { Driver } from '../../contract/driver.js';
import { titleOf } from '../../diff/kinds.js';
import { shownName } from '../../diff/shown-name.js';
import type { Catalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import type { SchemaObject } from '../../model/object.js';
import { writeDocuments } from '../../source/documents/write.js';
import type { Invocation } from '../command.js';
import { visible } from '../visible.js';

/** A catalogue as one stream of YAML documents. */
export function yamlText(invocation: Invocation, driver: Driver, catalogue: Catalogue): string {
  const { files, uncovered } = writeDocuments(catalogue, driver);
  noteUncovered(invocation, driver, uncovered);
  return files.map(({ text }) => `---\n${text}`).join('');
}

/** Says what documents cannot hold, so that nobody takes them for the whole. */
export function noteUncovered({ terminal }: Invocation, driver: Driver, uncovered: readonly SchemaObject[]): void {
  if (uncovered.length === 0) return;
  const names = uncovered.map((object) => `  ${titleOf(object.kind, driver)} ${visible(shownName(object, driver))}`);
  terminal.warn(
    `${terminal.errorPaint.yellow('warning')} ${counted(uncovered.length, 'object')} cannot be written as documents; use --format sql for them:\n${names.join('\n')}`,
  );
}
