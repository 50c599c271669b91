import type { Driver } from '../contract/driver.js';
import { titleOf } from '../diff/kinds.js';
import { takeSnapshot } from '../model/snapshot.js';
import type { Compiled } from '../source/compiled.js';
import type { Invocation } from './command.js';
import { document } from './documents.js';
import { noteWarnings } from './goal.js';
import { catalogueText } from './render/catalogue-text.js';
import { creationScript } from './render/creation-script.js';
import { unmanagedText } from './render/difference-text.js';
import { printYaml } from './render/yaml-text.js';
import { visible } from './visible.js';
import type { Workbench } from './workbench.js';

/** Prints a state in the format that was asked for. As JSON it is a snapshot, which can be used as a source again. */
export function showState(invocation: Invocation, bench: Workbench, state: Compiled): number | undefined {
  const { driver, engine } = bench;
  bench.noteSelection();
  const { command, flags, terminal } = invocation;
  const { format } = flags as { readonly format?: string | undefined };
  const { origin, catalogue, unmanaged, server } = state;
  const at = server && { product: server.product, version: server.version.join('.') };
  if (format === 'json') {
    terminal.json(
      document(command, {
        ...takeSnapshot(driver.name, catalogue),
        origin,
        unmanaged,
        warnings: bench.warnings(state),
        ...(at && { server: at }),
      }),
    );
    return undefined;
  }
  noteWarnings(invocation, state);
  if (format === 'sql' || format === 'yaml') noteUnread(invocation, state, driver);
  if (format === 'sql') terminal.document(creationScript(engine, state));
  else if (format === 'yaml') return printYaml(invocation, driver, catalogue);
  else {
    const { paint, printColumns: columns } = terminal;
    const head = `${paint.dim(visible(origin))}${at ? ` ${paint.dim(`(${at.product} ${at.version})`)}` : ''}`;
    terminal.print(
      [
        head,
        catalogueText(catalogue, driver, paint, columns),
        ...(unmanaged.length > 0 ? [unmanagedText(unmanaged, driver, paint, columns)] : []),
      ].join('\n\n'),
    );
  }
  return undefined;
}

/** Tells beside a script, or documents, what those are without though it is there, or may be. */
function noteUnread({ terminal }: Invocation, { taken, hidden }: Compiled, driver: Driver): void {
  const unread = [...(taken?.values() ?? []), ...Array.from(hidden?.values() ?? [], ({ unmanaged }) => unmanaged)];
  const lines = unread.map(
    ({ kind, name, reason }) => `  ${titleOf(kind, driver)} ${visible(name)}: ${visible(reason)}`,
  );
  if (lines.length === 0) return;
  terminal.warn(
    `${terminal.errorPaint.yellow('warning')} what could not be read, or may be there unseen, is left out:\n${lines.join('\n')}`,
  );
}
