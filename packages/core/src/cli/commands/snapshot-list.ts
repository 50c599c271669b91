import { loadConfig } from '../../config/load-config.js';
import { settingsOf } from '../../config/settings.js';
import { SyncError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import type { SnapshotStore, SnapshotVersion } from '../../snapshot/store.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { type Flags, formatFlag, targetFlags } from '../flags.js';
import { align } from '../paint.js';
import { storeBeside } from '../snapshot-store.js';
import { visible } from '../visible.js';
import { openWorkbench } from '../workbench.js';

const flags = { ...targetFlags, ...formatFlag('text', 'json') } as const satisfies Flags;

export const snapshotList = defineCommand({
  summary: 'list the snapshots that are kept',
  arguments: [{ name: 'KEY', description: 'only the versions of this one', optional: true }],
  flags,
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const store = await openStore(invocation);
    const [key] = invocation.arguments;
    const snapshots = await store.list(key);
    if (key !== undefined && snapshots.length === 0) throw noSuchKey(key, await store.list());
    const { paint } = terminal;
    if (flags.format === 'json') terminal.json(document(command, { snapshots }));
    else if (snapshots.length === 0) terminal.print(paint.dim('no snapshots'));
    else
      terminal.print(
        align(
          snapshots.map(({ key, version, root, savedAt }) => [
            `${paint.bold(visible(key))}@${version}`,
            visible(savedAt)
              .replace('T', ' ')
              .replace(/\.\d+Z$/, 'Z'),
            paint.dim(root.slice(0, 12)),
          ]),
        ).join('\n'),
      );
    return undefined;
  },
});

/** What lies in files is listed whatever engines it is of, and without any driver. */
async function openStore(invocation: Invocation<typeof flags>): Promise<SnapshotStore> {
  const { world } = invocation;
  const loaded = await loadConfig(world.directory, invocation.flags.config);
  settingsOf(loaded, invocation.flags.profile, world.environment);
  return storeBeside(loaded, invocation) ?? (await openWorkbench(invocation, { target: 'optional' })).bench.snapshots;
}

function noSuchKey(key: string, kept: readonly SnapshotVersion[]): SyncError {
  const keys = new Set(kept.map((each) => each.key));
  const guess = nearest(key, keys);
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'snapshot list',
    message: `no snapshot is kept as ${key}${guess ? `; did you mean ${guess}?` : ''}`,
    hint:
      keys.size > 0 ? `Kept: ${[...keys].join(', ')}.` : 'None is kept yet: schema-sync snapshot save KEY keeps one.',
  });
}
