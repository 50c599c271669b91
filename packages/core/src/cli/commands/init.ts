import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configNames, findConfig } from '../../config/find-config.js';
import { uninterpolated } from '../../config/interpolate.js';
import { SyncError } from '../../errors.js';
import { findPackage } from '../../load/package-files.js';
import { secretsOf } from '../../source/url-secrets.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { exampleOf } from '../example.js';
import { formatFlag, targetFlags } from '../flags.js';
import { writeNew } from '../write-file.js';

export const init = defineCommand({
  summary: 'write a config and a schema folder to start from',
  description: 'In TypeScript where the project has it, in YAML elsewhere. Nothing that is there is replaced.',
  arguments: [{ name: 'URL', description: 'the database; the same as --url', optional: true }],
  flags: {
    ...targetFlags,
    type: {
      type: 'value',
      value: 'TYPE',
      choices: ['ts', 'mjs', 'json', 'yaml'],
      description: 'how the config is written: ts, mjs, json, yaml',
    },
    ...formatFlag('text', 'json'),
  },
  examples: [['init URL', 'begin']],
  async run({ command, arguments: [named], flags, terminal, world }) {
    if (named !== undefined && flags.url !== undefined)
      throw usage('the database was named twice', 'Give it as an argument or with --url.');
    const present = findConfig(world.directory);
    if (present !== undefined && configNames.some((name) => join(world.directory, name) === present))
      throw alreadyThere(present);
    const type = flags.type ?? preferredType(world.directory);
    const given = named ?? flags.url ?? exampleOf(world).url;
    const variable = secretsOf(given).length > 0 ? 'DATABASE_URL' : undefined;
    const url = variable === undefined ? uninterpolated(given) : `env:${variable}`;
    const wanted = [
      { file: `schema-sync.config.${type}`, text: configText(type, url) },
      { file: join('schema', 'README.md'), text: readmeText },
    ];
    const written: string[] = [];
    for (const { file, text } of wanted) if (await writeNew(join(world.directory, file), text)) written.push(file);
    if (flags.format === 'json')
      terminal.json(document(command, { written, ...(variable !== undefined && { variable }) }));
    else
      terminal.print(
        [
          ...written.map((file) => `${terminal.paint.green('✓')} ${file}`),
          ...(variable === undefined
            ? []
            : [
                `${terminal.paint.yellow('!')} the URL holds a secret, so the config has env:${variable} in its place: set ${variable} to the URL`,
              ]),
          '',
          'Next: write the desired schema into ./schema, or take it from a database that has it:',
          '  schema-sync generate -o schema',
          'and look at what stands between:',
          '  schema-sync diff',
        ].join('\n'),
      );
    return undefined;
  },
});

function preferredType(directory: string): string {
  const local = findPackage('@sync/core', directory) !== undefined;
  return local && existsSync(join(directory, 'tsconfig.json')) ? 'ts' : 'yaml';
}

const intro = [
  'The database. A reference keeps secrets out of this file: env:DATABASE_URL, file:…, cmd:…, keychain:….',
  'The desired state: a folder of SQL or YAML, a database, a snapshot, or git:REV:path.',
] as const;

function configText(type: string, url: string): string {
  const config = { url, to: './schema', defaults: { exclude: [] } };
  switch (type) {
    case 'json':
      return `${JSON.stringify(config, undefined, 2)}\n`;
    case 'yaml':
      return `# ${intro[0]}\nurl: ${JSON.stringify(url)}\n# ${intro[1]}\nto: ./schema\ndefaults:\n  # Names that are not managed.\n  exclude: []\n`;
    default:
      return `import { defineConfig } from '@sync/core';\n\nexport default defineConfig({\n  // ${intro[0]}\n  url: ${JSON.stringify(url)},\n  // ${intro[1]}\n  to: './schema',\n  defaults: {\n    // Names that are not managed.\n    exclude: [],\n  },\n});\n`;
  }
}

const readmeText = `# The desired schema

Every \`.sql\`, \`.yaml\` and \`.json\` file in this folder is part of the desired state; their order does not matter.
Write what should be there, not how to get there: \`schema-sync diff\` shows what stands between, \`schema-sync sync\` brings it about.
`;

function alreadyThere(file: string): SyncError {
  return new SyncError({
    code: 'USAGE',
    op: 'init',
    message: `${file} is there already`,
    hint: 'Edit it; schemas/config.json in the package @sync/core lists every field, and its README the usual ones.',
  });
}
