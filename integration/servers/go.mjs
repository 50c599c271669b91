import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { output } from './output.mjs';

/** The folder with a program of a Go module, built once: a module of our own pins it and the sums of all that it takes. */
export function builtFromGo(name, { module, release, program, replaced }) {
  return cached(name, [module, release, program, replaced], async (beside) => {
    const work = join(beside, 'build');
    mkdirSync(work);
    const replacements = Object.entries(replaced).map(([from, to]) => `replace ${from} => ${to}`);
    writeFileSync(
      join(work, 'go.mod'),
      [`module ${program}`, 'go 1.24.0', `require ${module} ${release}`, ...replacements, ''].join('\n'),
    );
    copyFileSync(join(import.meta.dirname, 'engines', `${name}.go.sum`), join(work, 'go.sum'));
    const flags = ['-mod=mod', '-trimpath', '-ldflags=-s -w', '-o', program];
    const env = { ...process.env, CGO_ENABLED: '1' };
    await output('go', ['build', ...flags, `${module}/cmd/${program}`], { cwd: work, env, timeout: 1_500_000 });
    renameSync(join(work, program), join(beside, program));
    rmSync(work, { recursive: true, force: true });
  });
}
