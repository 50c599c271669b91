import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { output } from './output.mjs';

const sources = '/etc/apt/sources.list.d';

/** What packages ask for to install themselves, and nothing needs that only runs: it stands as installed, and is not fetched. */
const unneeded = [
  ...[
    'adduser',
    'debconf',
    'galera-4',
    'gawk',
    'iproute2',
    'libdbi-perl',
    'lsb-base',
    'lsof',
    'mysql-common',
    'passwd',
  ],
  ...['perl', 'perl-base', 'procps', 'psmisc', 'rsync', 'socat', 'ucf', 'mariadb-common', 'libconfig-inifiles-perl'],
];

/** The loader and the libraries of a machine's kind, below the root of its packages. */
const kinds = {
  x64: { architecture: 'amd64', loader: 'lib64/ld-linux-x86-64.so.2', libraries: 'usr/lib/x86_64-linux-gnu' },
  arm64: { architecture: 'arm64', loader: 'lib/ld-linux-aarch64.so.1', libraries: 'usr/lib/aarch64-linux-gnu' },
};

/**
 * The folder of packages of a Debian suite with all that they need, unpacked and not installed: an apt with lists, cache and a status of its own fetches them from the
 * mirror that the machine itself uses. Those that are `alone` come without what they need; `without` names more that is not needed to run, and `programs` a folder
 * whose programs start each other.
 */
export function unpackedFromDebian(name, { suite, packages, alone = false, without = [], programs }) {
  const rare = [...(alone ? ['alone'] : []), ...(programs ? [without, programs] : [])];
  return cached(name, [suite, packages, unneeded, ...rare], async (beside) => {
    const mirror = mirrorOf(readSources());
    const apt = join(beside, '.apt');
    const options = prepareApt(apt, mirror, suite, [...unneeded, ...without]);
    await output('apt-get', [...options, 'update', '--quiet'], { timeout: 300_000 });
    const archives = join(apt, 'cache/archives');
    const how = alone ? ['download', '--quiet'] : ['install', '--quiet', '--yes', '--download-only'];
    // Of what stands as installed, the version of the suite is meant.
    const wanted = alone ? packages.map((each) => `${each}/${suite}`) : packages;
    await output('apt-get', [...options, ...how, ...wanted], { timeout: 600_000, cwd: archives });
    mergeUsr(beside);
    for (const file of readdirSync(archives).filter((entry) => entry.endsWith('.deb'))) {
      // The links of the merged root stay where a package brings a folder of that name.
      const unpack = 'dpkg-deb --fsys-tarfile "$0" | tar -x --keep-directory-symlink --no-same-owner -C "$1"';
      await output('sh', ['-c', unpack, join(archives, file), beside]);
    }
    rmSync(apt, { recursive: true, force: true });
    if (programs) wrapPrograms(beside, programs);
  });
}

/** Puts a script in the place of each program of a folder, which starts it as `programOf` would: one that starts another by its path gets that with its own libraries. */
function wrapPrograms(root, folder) {
  const { loader, libraries } = kinds[process.arch];
  const up = folder
    .split('/')
    .map(() => '..')
    .join('/');
  for (const name of readdirSync(join(root, folder))) {
    const program = join(root, folder, name);
    if (!readFileSync(program).subarray(0, 4).equals(elf)) continue;
    renameSync(program, `${program}.real`);
    const start = `exec "$root/${loader}" --library-path "$root/${libraries}" --argv0 "$0" "$0.real" "$@"`;
    writeFileSync(program, `#!/bin/sh\nroot="$(dirname "$0")/${up}"\n${start}\n`);
    chmodSync(program, 0o755);
  }
}

/** How a program of the system begins. */
const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

/** The folder of one package of a Debian suite alone, without what it needs: for what lies in it and does not run. */
export function fromDebian(name, suite) {
  return cached(`debian-${name}`, [suite, name], async (beside) => {
    const options = prepareApt(join(beside, '.apt'), mirrorOf(readSources()), suite);
    await output('apt-get', [...options, 'update', '--quiet'], { timeout: 300_000 });
    await output('apt-get', [...options, 'download', '--quiet', name], { cwd: beside, timeout: 300_000 });
    const archive = readdirSync(beside).find((entry) => entry.endsWith('.deb'));
    await output('dpkg-deb', ['--extract', join(beside, archive), beside]);
    for (const rest of ['.apt', archive]) rmSync(join(beside, rest), { recursive: true });
  });
}

/** A program of an unpacked root with the loader and the libraries that it was built for, which may be newer than the machine's. */
export function programOf(root, path) {
  const kind = kinds[process.arch];
  const program = join(root, path);
  return [join(root, kind.loader), '--library-path', join(root, kind.libraries), '--argv0', program, program];
}

function readSources() {
  const files = readdirSync(sources).map((name) => join(sources, name));
  const list = '/etc/apt/sources.list';
  return [...files, list].flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      return [];
    }
  });
}

/** The first mirror of Debian's own archive that the machine's sources name, in either of their forms. */
function mirrorOf(texts) {
  for (const text of texts) {
    const found = /^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(\S+\/debian)\/?(?:\s|$)/m.exec(text);
    if (found) return found[1];
  }
  throw new Error('no mirror of Debian stands in the sources of this machine');
}

/** The options that keep an apt by itself. */
function prepareApt(folder, mirror, suite, standing = unneeded) {
  for (const name of ['lists/partial', 'cache/archives/partial', 'empty'])
    mkdirSync(join(folder, name), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  const { architecture } = kinds[process.arch];
  const status = standing.map(
    (name) =>
      `Package: ${name}\nStatus: install ok installed\nMaintainer: nobody\nArchitecture: ${architecture}\nMulti-Arch: allowed\nVersion: 9999:1\nDescription: not needed\n`,
  );
  writeFileSync(join(folder, 'status'), `${status.join('\n')}\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': join(folder, 'empty'),
    'Dir::Etc::preferencesparts': join(folder, 'empty'),
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Install-Recommends': 'false',
    'APT::Update::Error-Mode': 'any',
    'APT::Sandbox::User': '',
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'Debug::NoLocking': 'true',
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** `/bin` is `/usr/bin` in every Debian that is packaged for today. */
function mergeUsr(root) {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(root, 'usr', name), { recursive: true });
    symlinkSync(join('usr', name), join(root, name));
  }
}
