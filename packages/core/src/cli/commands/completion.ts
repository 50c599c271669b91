import { defineCommand } from '../command.js';
import { type Completable, completionScript, shells } from '../completion-script.js';
import { type Flags, globalFlags } from '../flags.js';

export const completion = defineCommand({
  summary: 'print the completion script of a shell',
  arguments: [{ name: 'SHELL', description: shells.join(', '), choices: shells }],
  flags: {},
  examples: [
    ['completion bash > /etc/bash_completion.d/schema-sync', 'bash'],
    [`completion zsh > "\${fpath[1]}/_schema-sync"`, 'zsh'],
    ['completion fish > ~/.config/fish/completions/schema-sync.fish', 'fish'],
  ],
  async run(invocation) {
    const described = await Promise.all(
      invocation.commands.map(async (entry): Promise<Completable> => {
        const command = await entry.load();
        const flags: Flags = { ...command.flags, ...globalFlags };
        return { name: entry.name, summary: entry.summary, flags, values: command.arguments?.[0]?.choices ?? [] };
      }),
    );
    invocation.terminal.document(completionScript(invocation.arguments[0] ?? '', described));
    return undefined;
  },
});
