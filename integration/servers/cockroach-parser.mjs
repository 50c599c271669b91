import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cached } from './cache.mjs';
import { output } from './output.mjs';

const program = 'cockroach-parser';
const sources = join(import.meta.dirname, 'engines', program);

/**
 * CockroachDB's own parser, built once from its Go module, which is pinned with all that it takes: it tells what the grammar of 25.2 reads, and nothing about what a
 * server would do. A function that answers for each statement; or why there is none.
 */
export async function cockroachParser() {
  try {
    const folder = await built();
    return { parse: (statements) => ask(join(folder, program), statements) };
  } catch (error) {
    return { absent: error.message };
  }
}

function built() {
  // No Go source of a module's own is taken along when its go.mod has that name.
  const files = { 'module.txt': 'go.mod', 'go.sum': 'go.sum', 'main.go': 'main.go' };
  const recipe = Object.keys(files).map((name) => readFileSync(join(sources, name), 'utf8'));
  return cached(program, recipe, async (beside) => {
    const work = join(beside, 'build');
    mkdirSync(work);
    for (const [from, to] of Object.entries(files)) copyFileSync(join(sources, from), join(work, to));
    const flags = ['-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', program];
    const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
    await output('go', ['build', ...flags, '.'], { cwd: work, env, timeout: 900_000 });
    renameSync(join(work, program), join(beside, program));
    rmSync(work, { recursive: true, force: true });
  });
}

/** One process for all of them. */
async function ask(command, statements) {
  const child = spawn(command, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(statements.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const lines = (await text(child.stdout)).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}
