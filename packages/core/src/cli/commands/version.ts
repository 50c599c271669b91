import { toolVersion } from '../../version.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag } from '../flags.js';

export const version = defineCommand({
  summary: 'print the version',
  flags: formatFlag('text', 'json'),
  async run({ command, flags, terminal }) {
    if (flags.format === 'json')
      terminal.json(document(command, { version: toolVersion, node: process.versions.node }));
    else terminal.print(toolVersion);
    return undefined;
  },
});
