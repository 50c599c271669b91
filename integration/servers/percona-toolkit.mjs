import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedFromDebian } from './debian.mjs';
import { output } from './output.mjs';

const name = 'pt-online-schema-change';

/** What it reads beside itself; the Perl that runs it is the machine's. */
const packages = ['percona-toolkit', 'libdbi-perl', 'libdbd-mysql-perl', 'libmariadb3', 'libterm-readkey-perl'];

/** A program in this folder that starts pt-online-schema-change of Debian, unpacked and not installed; or why there is none. */
export async function copyProgram(folder) {
  try {
    const root = await unpackedFromDebian('percona-toolkit', { suite: 'bookworm', packages, alone: true });
    const script = join(folder, name);
    const libraries = join(root, 'usr/lib/x86_64-linux-gnu');
    const modules = `${join(libraries, 'perl5/5.36')}:${join(root, 'usr/share/perl5')}`;
    const environment = `PERL5LIB='${modules}' LD_LIBRARY_PATH='${libraries}' MARIADB_PLUGIN_DIR='${join(libraries, 'libmariadb3/plugin')}'`;
    writeFileSync(script, `#!/bin/sh\n${environment} exec perl '${join(root, 'usr/bin', name)}' "$@"\n`);
    chmodSync(script, 0o755);
    await output(script, ['--version']);
    await output('sh', ['-c', `${environment} perl -MDBD::mysql -e 1`]);
    return { program: script };
  } catch (error) {
    return { absent: error.message };
  }
}
