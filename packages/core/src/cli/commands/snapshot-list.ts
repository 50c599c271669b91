import { SyncError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import type { SnapshotVersion } from '../../snapshot/store.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, targetFlags } from '../flags.js';
import { align } from '../paint.js';
import { visible } from '../visible.js';
import { openWorkbench } from '../workbench.js';

export const snapshotList = defineCommand({
  summary: 'list the snapshots that are kept',
  arguments: [{ name: 'KEY', description: 'only the versions of this one', optional: true }],
  flags: { ...targetFlags, ...formatFlag('text', 'json') },
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench } = await openWorkbench(invocation, { target: true });
    const [key] = invocation.arguments;
    const snapshots = await bench.snapshots.list(key);
    if (key !== undefined && snapshots.length === 0) throw noSuchKey(key, await bench.snapshots.list());
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
