import type { CommandEntry } from './command.js';

/** Every command, in the order of help. */
export const commands: readonly CommandEntry[] = [
  {
    group: 'look',
    name: 'inspect',
    summary: 'show what a database or any other source holds',
    load: async () => (await import('./commands/inspect.js')).inspect,
  },
  {
    group: 'look',
    name: 'diff',
    summary: 'show the differences between two sources',
    load: async () => (await import('./commands/diff.js')).diff,
  },
  {
    group: 'look',
    name: 'validate',
    summary: 'check that a database is as desired; exit 3 and the differences where it is not',
    load: async () => (await import('./commands/validate.js')).validate,
  },
  {
    group: 'look',
    name: 'audit',
    summary: 'report on a database without being able to write to it',
    load: async () => (await import('./commands/audit.js')).audit,
  },
  {
    group: 'look',
    name: 'drift',
    summary: 'tell what changed since the last run, and keep it or put it back; exit 3 where something did',
    load: async () => (await import('./commands/drift.js')).drift,
  },
  {
    group: 'look',
    name: 'audit verify',
    summary: 'check that nobody changed an audit trail, in its file or in the journal of a database',
    load: async () => (await import('./commands/audit-verify.js')).auditVerify,
  },
  {
    group: 'look',
    name: 'migrate status',
    summary: 'show which migrations of a folder a database has, and which were changed since',
    load: async () => (await import('./commands/migrate-status.js')).migrateStatus,
  },
  {
    group: 'look',
    name: 'history',
    summary: 'list the runs that a database remembers',
    load: async () => (await import('./commands/history.js')).history,
  },
  {
    group: 'keep',
    name: 'history prune',
    summary: 'forget the plans of old runs, which are what takes room',
    load: async () => (await import('./commands/history-prune.js')).historyPrune,
  },
  {
    group: 'look',
    name: 'lint',
    summary: 'check a desired state, a difference or a plan without touching a database',
    load: async () => (await import('./commands/lint.js')).lint,
  },
  {
    group: 'look',
    name: 'tenants list',
    summary: 'list the tenants of a fleet',
    load: async () => (await import('./commands/tenants-list.js')).tenantsList,
  },
  {
    group: 'look',
    name: 'runs list',
    summary: 'list the runs of fleets',
    load: async () => (await import('./commands/runs-list.js')).runsList,
  },
  {
    group: 'look',
    name: 'runs show',
    summary: 'show a run of a fleet, with its tenants',
    load: async () => (await import('./commands/runs-show.js')).runsShow,
  },
  {
    group: 'look',
    name: 'tenants show',
    summary: 'show a tenant of a fleet, and how its database stands',
    load: async () => (await import('./commands/tenants-show.js')).tenantsShow,
  },
  {
    group: 'change',
    name: 'sync',
    summary: 'plan, ask and apply in one',
    load: async () => (await import('./commands/sync.js')).sync,
  },
  {
    group: 'change',
    name: 'plan',
    summary: 'work out the steps to a desired state, and try them in scratch',
    load: async () => (await import('./commands/plan.js')).plan,
  },
  {
    group: 'change',
    name: 'apply',
    summary: 'run a plan file',
    load: async () => (await import('./commands/apply.js')).apply,
  },
  {
    group: 'change',
    name: 'down',
    summary: 'take a run back',
    load: async () => (await import('./commands/down.js')).down,
  },
  {
    group: 'change',
    name: 'migrate up',
    summary: 'run the migrations of a folder that are pending, as their tool would',
    load: async () => (await import('./commands/migrate-up.js')).migrateUp,
  },
  {
    group: 'change',
    name: 'migrate down',
    summary: 'take the newest migrations of a folder back, as their tool would',
    load: async () => (await import('./commands/migrate-down.js')).migrateDown,
  },
  {
    group: 'change',
    name: 'tenants add',
    summary: 'make the database of a new tenant of a fleet, as the others are to be',
    load: async () => (await import('./commands/tenants-add.js')).tenantsAdd,
  },
  {
    group: 'change',
    name: 'tenants drop',
    summary: 'drop the database of a tenant of a fleet, with all that it holds',
    load: async () => (await import('./commands/tenants-drop.js')).tenantsDrop,
  },
  {
    group: 'change',
    name: 'runs resume',
    summary: 'go on with a run of a fleet that was paused, held, stopped or killed',
    load: async () => (await import('./commands/runs-resume.js')).runsResume,
  },
  {
    group: 'change',
    name: 'runs retry',
    summary: 'begin tenants of a run of a fleet again that failed',
    load: async () => (await import('./commands/runs-retry.js')).runsRetry,
  },
  {
    group: 'change',
    name: 'runs pause',
    summary: 'have a run of a fleet begin no other tenant until it is resumed',
    load: async () => (await import('./commands/runs-pause.js')).runsPause,
  },
  {
    group: 'keep',
    name: 'runs prune',
    summary: 'forget old runs of fleets, with their plans and tenants',
    load: async () => (await import('./commands/runs-prune.js')).runsPrune,
  },
  {
    group: 'change',
    name: 'runs cancel',
    summary: 'have a run of a fleet begin no other tenant',
    load: async () => (await import('./commands/runs-cancel.js')).runsCancel,
  },
  {
    group: 'keep',
    name: 'baseline',
    summary: 'note what a database holds as the base, without changing it',
    load: async () => (await import('./commands/baseline.js')).baseline,
  },
  {
    group: 'keep',
    name: 'adopt',
    summary: 'take over a database from another migration tool, without changing it',
    load: async () => (await import('./commands/adopt.js')).adopt,
  },
  {
    group: 'keep',
    name: 'snapshot save',
    summary: 'keep the state of a source',
    load: async () => (await import('./commands/snapshot-save.js')).snapshotSave,
  },
  {
    group: 'keep',
    name: 'snapshot list',
    summary: 'list the snapshots that are kept',
    load: async () => (await import('./commands/snapshot-list.js')).snapshotList,
  },
  {
    group: 'keep',
    name: 'snapshot show',
    summary: 'show a snapshot',
    load: async () => (await import('./commands/snapshot-show.js')).snapshotShow,
  },
  {
    group: 'keep',
    name: 'snapshot diff',
    summary: 'show the differences between two snapshots',
    load: async () => (await import('./commands/snapshot-diff.js')).snapshotDiff,
  },
  {
    group: 'write',
    name: 'generate',
    summary: 'write documents or SQL from a database or any other source',
    load: async () => (await import('./commands/generate.js')).generate,
  },
  {
    group: 'write',
    name: 'merge',
    summary: 'merge what two states made of a third, property by property; exit 3 where both changed the same',
    load: async () => (await import('./commands/merge.js')).merge,
  },
  {
    group: 'write',
    name: 'fixtures',
    summary: 'print the statements that create a desired state, rows included',
    load: async () => (await import('./commands/fixtures.js')).fixtures,
  },
  {
    group: 'set up',
    name: 'init',
    summary: 'write a config and a schema folder to start from',
    load: async () => (await import('./commands/init.js')).init,
  },
  {
    group: 'set up',
    name: 'drivers list',
    summary: 'list the drivers that can be used',
    load: async () => (await import('./commands/drivers-list.js')).driversList,
  },
  {
    group: 'set up',
    name: 'drivers doctor',
    summary: 'check that the drivers work on this machine',
    load: async () => (await import('./commands/drivers-doctor.js')).driversDoctor,
  },
  {
    group: 'set up',
    name: 'drivers add',
    summary: "install a driver with the project's package manager",
    load: async () => (await import('./commands/drivers-add.js')).driversAdd,
  },
  {
    group: 'set up',
    name: 'drivers remove',
    summary: "remove a driver with the project's package manager",
    load: async () => (await import('./commands/drivers-remove.js')).driversRemove,
  },
  {
    group: 'set up',
    name: 'completion',
    summary: 'print the completion script of a shell',
    load: async () => (await import('./commands/completion.js')).completion,
  },
  {
    group: 'set up',
    name: 'version',
    summary: 'print the version',
    load: async () => (await import('./commands/version.js')).version,
  },
];

/** The commands that begin with this word: one, or the members of a group. */
export function commandsUnder(word: string): readonly CommandEntry[] {
  return commands.filter(({ name }) => name === word || name.startsWith(`${word} `));
}
