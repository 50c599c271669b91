import { changePackages } from '../change-packages.js';
import { defineCommand } from '../command.js';

export const driversRemove = defineCommand({
  summary: "remove a driver with the project's package manager",
  arguments: [{ name: 'NAME', description: "an engine's name, or a package" }],
  flags: {},
  async run(invocation) {
    const name = await changePackages(invocation, 'remove', invocation.arguments[0] ?? '');
    invocation.terminal.print(`${invocation.terminal.paint.green('✓')} ${name} is removed`);
    return undefined;
  },
});
