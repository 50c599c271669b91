import type { Driver } from '../../contract/driver.js';
import { titleOf } from '../../diff/kinds.js';
import { exitCodes } from '../../errors.js';
import { shownName } from '../../inspect/shown-name.js';
import type { Catalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import { writeDocuments } from '../../source/documents/write.js';
import type { Invocation } from '../command.js';
import { visible } from '../visible.js';

/** Prints a catalogue as one stream of YAML documents. Where they cannot hold all of it, that is told, and the exit code says so. */
export function printYaml({ terminal }: Invocation, driver: Driver, catalogue: Catalogue): number {
  const { files, uncovered } = writeDocuments(catalogue, driver);
  terminal.document(files.map(({ text }) => `---\n${text}`).join(''));
  if (uncovered.length === 0) return exitCodes.ok;
  const names = uncovered.map((object) => `  ${titleOf(object.kind, driver)} ${visible(shownName(object, driver))}`);
  terminal.warn(
    `${terminal.errorPaint.yellow('warning')} ${counted(uncovered.length, 'object')} cannot be written as documents; generate -o FOLDER writes SQL for them beside the documents:\n${names.join('\n')}`,
  );
  return exitCodes.partial;
}
