import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { interpolate } from '../../config/interpolate.js';
import { loadConfig } from '../../config/load-config.js';
import { placeIn } from '../../config/place.js';
import { exitCodes, SyncError, throwIfAborted } from '../../errors.js';
import { counted } from '../../model/counted.js';
import { usage } from '../arguments.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { fleetFlags, formatFlag } from '../flags.js';
import type { FleetCallFlags } from '../fleet/fleet-call.js';
import { verifyJournals } from '../fleet/verify-journals.js';
import type { Paint } from '../paint.js';
import { type Followed, Follower } from '../trail/chain.js';

/** How many lines that do not fit are shown. */
const shownAtMost = 20;

export const auditVerify = defineCommand({
  summary: 'check that nobody changed an audit trail, in its file or in the journal of a database',
  description:
    'Each entry says the hashes of those before it, in a file of JSON lines (audit.file) as in the journal of a database, whose rows are held against it. What was changed, taken away or put in is told by its place, with exit code 3. Who may write all of it can write all of it anew, and cut off what nobody looked for: that only shows against a hash that was noted elsewhere, --head HASH, as this command tells it. The journal is looked at where a database or tenants are named, and where no file is.',
  arguments: [
    { name: 'file', description: 'the file; without it the one that the config names (audit.file)', optional: true },
  ],
  flags: {
    ...fleetFlags,
    head: {
      type: 'list',
      value: 'HASH',
      description: 'the hash of an entry, as it was told earlier, that has to stand in the trail still',
    },
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['audit verify', 'the file that the config names, or else the journal of its database'],
    ['audit verify --all-tenants', 'the journal of each tenant of a fleet'],
    ['audit verify ./log/schema-sync.jsonl --head 3f1c…', 'and nothing may be missing up to that line'],
  ],
  async run(invocation) {
    const { command, flags, terminal, signal } = invocation;
    const heads = flags.head;
    for (const head of heads)
      if (!/^[0-9a-f]{64}$/.test(head))
        throw usage(`--head ${head} is no hash`, 'It is the 64 characters that this command tells.');
    const file = await fileOf(invocation, flags.config);
    const followed = file === undefined ? undefined : await follow(file, heads, signal);
    const journals = file !== undefined && !namesDatabase(flags) ? undefined : await verifyJournals(invocation, heads);
    const missing = heads.filter(
      (head) => followed?.missing.includes(head) !== false && journals?.missing.includes(head) !== false,
    );
    const found = followed && { file, ...followed, missing };
    if (flags.format === 'json') terminal.json(document(command, { ...found, missing, ...journals?.document }));
    else {
      const texts = [
        ...(file !== undefined && followed ? [textOf(file, followed, terminal.paint)] : []),
        ...(journals?.texts ?? []),
        ...missing.map((hash) => terminal.paint.red(`✗ no entry has the hash ${hash}: it was changed, or taken away`)),
      ];
      terminal.print(texts.join('\n'));
    }
    if (missing.length > 0 || (followed?.breaks.length ?? 0) > 0 || journals?.isBroken) return exitCodes.integrity;
    return (journals?.failed ?? 0) > 0 ? exitCodes.partial : exitCodes.ok;
  },
});

/** Whether a call is about a database, or tenants of a fleet, beside a file or without one. */
function namesDatabase(flags: FleetCallFlags): boolean {
  const { url, profile, fleet, sample, tenant = [], group = [], label = [] } = flags;
  const named = [url, profile, fleet, sample, ...tenant, ...group, ...label];
  return named.some((each) => each !== undefined) || flags['all-tenants'] === true || flags['only-drifted'] === true;
}

/** The file that is meant: the one that is named, or where no database is the one of the config. */
async function fileOf({ world, arguments: [given], flags }: Invocation, config: string | undefined) {
  if (given !== undefined) return resolve(world.directory, given);
  if (namesDatabase(flags as FleetCallFlags)) return undefined;
  const { config: said, directory, file } = await loadConfig(world.directory, config);
  const named = said.audit?.file;
  if (named !== undefined)
    return resolve(directory, interpolate(named, placeIn(file, 'audit.file'), world.environment));
  if (said.url !== undefined) return undefined;
  throw usage(
    'nothing says which trail is meant',
    'Name the file, or a database (--url, --tenant, --all-tenants), or set audit.file in the config.',
  );
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
  const { lines, unchained, cutShort, breaks, head } = found;
  const wrong = [
    ...breaks.slice(0, shownAtMost).map(({ line, message }) => `line ${line} ${message}`),
    ...(breaks.length > shownAtMost ? [`and ${breaks.length - shownAtMost} more`] : []),
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
