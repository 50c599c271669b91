import type { Environment } from '../../config/interpolate.js';
import type { CiJob } from '../../run/journal-format.js';

interface CiSystem {
  readonly system: string;
  /** The variable that is set in its jobs and in no others. */
  readonly mark: string;
  /** The variables that may say who had the job run, the best first. */
  readonly by: readonly string[];
  /** What leads people to the job, with the variables in braces. */
  readonly job: string;
}

const systems: readonly CiSystem[] = [
  {
    system: 'GitHub Actions',
    mark: 'GITHUB_ACTIONS',
    by: ['GITHUB_TRIGGERING_ACTOR', 'GITHUB_ACTOR'],
    job: '{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}',
  },
  { system: 'GitLab CI', mark: 'GITLAB_CI', by: ['GITLAB_USER_LOGIN'], job: '{CI_JOB_URL}' },
  { system: 'Buildkite', mark: 'BUILDKITE', by: ['BUILDKITE_BUILD_CREATOR'], job: '{BUILDKITE_BUILD_URL}' },
  { system: 'CircleCI', mark: 'CIRCLECI', by: ['CIRCLE_USERNAME'], job: '{CIRCLE_BUILD_URL}' },
  {
    system: 'Azure Pipelines',
    mark: 'TF_BUILD',
    by: ['BUILD_REQUESTEDFOR'],
    job: '{SYSTEM_COLLECTIONURI}{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}',
  },
  { system: 'Jenkins', mark: 'JENKINS_URL', by: ['BUILD_USER_ID'], job: '{BUILD_URL}' },
  // What many others set, too, and therefore the last to be asked.
  { system: 'CI', mark: 'CI', by: [], job: '' },
];

/** In which job a command runs; undefined where no such system says that it does. */
export function ciOf(environment: Environment): CiJob | undefined {
  const found = systems.find(({ mark }) => isSet(environment[mark]));
  if (!found) return undefined;
  const by = found.by.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  const names = [...found.job.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const isKnown = found.job !== '' && names.every((name) => environment[name] !== undefined);
  const job = found.job.replace(/\{(\w+)\}/g, (_, name: string) => environment[name] ?? '');
  return { system: found.system, ...(by !== undefined && { by }), ...(isKnown && { job }) };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
