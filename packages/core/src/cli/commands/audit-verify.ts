import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { interpolate } from '../../config/interpolate.js';
import { loadConfig } from '../../config/load-config.js';
import { placeIn } from '../../config/place.js';
import { exitCodes, SyncError, throwIfAborted } from '../../errors.js';
import { counted } from '../../model/counted.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag } from '../flags.js';
import type { Paint } from '../paint.js';
import { type Followed, Follower } from '../trail/chain.js';
import type { World } from '../world.js';

/** How many lines that do not fit are shown. */
const shownAtMost = 20;

export const auditVerify = defineCommand({
  summary: 'check that nobody changed an audit trail',
  description:
    'Each line of the trail says the hashes of those before it. What was changed, taken away or put in is told by its line, with exit code 3. That lines are missing at the end only shows against a hash that was noted elsewhere: --head HASH, as this command tells it.',
  arguments: [
    { name: 'file', description: 'the trail; without it the one that the config names (audit.file)', optional: true },
  ],
  flags: {
    head: {
      type: 'list',
      value: 'HASH',
      description: 'the hash of a line, as it was told earlier, that has to stand in the trail still',
    },
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['audit verify', 'the trail that the config names'],
    ['audit verify ./log/schema-sync.jsonl --head 3f1c…', 'and nothing may be missing up to that line'],
  ],
  async run(invocation) {
    const { command, flags, terminal, world, signal } = invocation;
    const heads = flags.head;
    for (const head of heads)
      if (!/^[0-9a-f]{64}$/.test(head))
        throw usage(`--head ${head} is no hash`, 'It is the 64 characters that this command tells.');
    const file = resolve(world.directory, invocation.arguments[0] ?? (await fileOfConfig(world, flags.config)));
    const found = await follow(file, heads, signal);
    if (flags.format === 'json') terminal.json(document(command, { file, ...found }));
    else terminal.print(textOf(file, found, terminal.paint));
    return found.breaks.length > 0 || found.missing.length > 0 ? exitCodes.integrity : exitCodes.ok;
  },
});

async function fileOfConfig(world: World, config: string | undefined): Promise<string> {
  const { config: said, directory, file } = await loadConfig(world.directory, config);
  const named = said.audit?.file;
  if (named !== undefined)
    return resolve(directory, interpolate(named, placeIn(file, 'audit.file'), world.environment));
  throw usage('nothing says which trail is meant', 'Name the file, or set audit.file in the config.');
}

async function follow(file: string, heads: readonly string[], signal: AbortSignal): Promise<Followed> {
  const follower = new Follower(heads);
  try {
    for await (const line of linesOf(createReadStream(file, 'utf8'))) {
      if (line !== '') follower.add(line);
      throwIfAborted(signal, 'audit');
    }
  } catch (cause) {
    throwIfAborted(signal, 'audit');
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SyncError({
      code: isMissing ? 'NOT_FOUND' : 'IO',
      op: 'audit',
      message: `the audit trail ${file} ${isMissing ? 'is not there' : 'cannot be read'}`,
      cause,
      hint: isMissing
        ? 'It begins with the first run. Check the name.'
        : 'Check that it is a file that this user may read.',
    });
  }
  return follower.end();
}

/** Names may hold what others take for the end of a line. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let begun = '';
  for await (const text of texts) {
    const [first = '', ...rest] = text.split('\n');
    begun += first;
    for (const next of rest) {
      yield begun.replace(/\r$/, '');
      begun = next;
    }
  }
  yield begun;
}

function textOf(file: string, found: Followed, paint: Paint): string {
  const { lines, unchained, cutShort, breaks, missing, head } = found;
  const wrong = [
    ...breaks.slice(0, shownAtMost).map(({ line, message }) => `line ${line} ${message}`),
    ...(breaks.length > shownAtMost ? [`and ${breaks.length - shownAtMost} more`] : []),
    ...missing.map((hash) => `no line has the hash ${hash}: it was changed, or taken away`),
  ];
  const title = `${file}: ${counted(lines, 'line')}`;
  return [
    wrong.length > 0
      ? `${paint.red('✗')} ${title}, not as they were written`
      : `${paint.green('✓')} ${title}, as they were written`,
    ...wrong.map((each) => `  ${paint.red(each)}`),
    ...(unchained > 0
      ? [paint.dim(`  the first ${unchained} are from before lines said what they follow: nothing is known of them`)]
      : []),
    ...(cutShort.length > 0
      ? [paint.dim(`  cut short, as by a process that died while it wrote: line ${cutShort.join(', ')}`)]
      : []),
    ...(head === undefined ? [] : [`  ${paint.dim('head')} ${head}`]),
  ].join('\n');
}
