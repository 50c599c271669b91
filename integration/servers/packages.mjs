import { join } from 'node:path';
import { cached } from './cache.mjs';
import { output } from './output.mjs';

/** A folder with a package of npm and what it needs, fetched once. */
export function fromNpm(name, version) {
  return cached(`npm-${name}`, [name, version], async (beside) => {
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    await output('npm', ['install', '--prefix', beside, ...quiet, `${name}@${version}`], { cwd: beside });
  }).then((folder) => join(folder, 'node_modules'));
}

/** A folder with a package of PyPI alone, fetched once. */
export function fromPyPi(name, version) {
  return cached(`pypi-${name}`, [name, version], async (beside) => {
    const quiet = ['--quiet', '--no-deps', '--no-compile', '--disable-pip-version-check', '--root-user-action=ignore'];
    await output('python3', ['-m', 'pip', 'install', ...quiet, '--target', beside, `${name}==${version}`]);
  });
}
