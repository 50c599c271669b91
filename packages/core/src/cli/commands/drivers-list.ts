import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag } from '../flags.js';
import { inspectDrivers } from '../inspect-drivers.js';
import { align } from '../paint.js';
import { visible } from '../visible.js';

export const driversList = defineCommand({
  summary: 'list the drivers that can be used',
  flags: formatFlag('text', 'json'),
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { drivers } = await inspectDrivers(invocation);
    const { paint } = terminal;
    if (flags.format === 'json') {
      terminal.json(
        document(command, {
          drivers: drivers.map(({ name, loaded, problem }) => ({
            name,
            ...(loaded && {
              package: loaded.origin,
              version: loaded.version,
              file: loaded.file,
              protocols: loaded.driver.protocols,
              kinds: loaded.driver.kinds.map(({ kind }) => kind),
            }),
            ...(problem && { problem: problem.message }),
          })),
        }),
      );
      return undefined;
    }
    const rows = drivers.map(({ name, loaded, problem }) =>
      loaded
        ? [
            paint.bold(visible(name)),
            visible(`${loaded.origin}${loaded.version === undefined ? '' : ` ${loaded.version}`}`),
            loaded.driver.protocols.map((protocol) => `${protocol}:`).join(' '),
          ]
        : [paint.bold(visible(name)), paint.red('cannot be loaded'), visible(problem?.message.split('\n')[0] ?? '')],
    );
    terminal.print(
      rows.length > 0 ? align(rows).join('\n') : 'no driver is installed; schema-sync drivers add ENGINE installs one',
    );
    return undefined;
  },
});
