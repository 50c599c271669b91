// Preloaded when the tests run under the second Node: the workspace's better-sqlite3 is compiled for the first one, and
// a native module loads in one version of Node only. So its binary, and nothing else, is taken from the second install.
const { existsSync } = require('node:fs');
const { basename, join } = require('node:path');

const name = 'better_sqlite3.node';
const binding = join(
  __dirname,
  '../../node_modules/.cache/node-lts',
  process.version,
  'node_modules/better-sqlite3/build/Release',
  name,
);

if (existsSync(binding)) {
  const open = process.dlopen;
  process.dlopen = (module, path, ...flags) =>
    open.call(process, module, basename(path) === name ? binding : path, ...flags);
}
