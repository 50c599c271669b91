import { changePackages } from '../change-packages.js';
import { defineCommand } from '../command.js';

export const driversAdd = defineCommand({
  summary: "install a driver with the project's package manager",
  arguments: [{ name: 'NAME', description: "an engine's name, or a package" }],
  flags: {},
  examples: [['drivers add ENGINE', 'npm, pnpm, yarn or bun, whichever the project uses']],
  async run(invocation) {
    const name = await changePackages(invocation, 'add', invocation.arguments[0] ?? '');
    invocation.terminal.print(
      `${invocation.terminal.paint.green('✓')} ${name} is installed; schema-sync drivers doctor checks it`,
    );
    return undefined;
  },
});
