import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of certificates as PEM files, made anew. */
export interface Certificates extends Disposable {
  path(name: string): string;
  text(name: string): string;
}

/** An authority, a server of it that is called localhost, one that is known by its address, a client of it, and an authority that nobody knows; undefined without openssl. */
export function makeCertificates(client: string): Certificates | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const days = ['-days', '2'];
  const make = (name: string, subject: string, extensions: string) => {
    writeFileSync(join(folder, `${name}.cnf`), extensions);
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
    const signed = ['-CA', 'root.crt', '-CAkey', 'root.key', '-CAcreateserial', ...days];
    openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.crt`, ...signed, '-extfile', `${name}.cnf`);
  };
  try {
    for (const [name, subject] of [
      ['root', '/CN=authority'],
      ['stranger', '/CN=stranger'],
    ] as const) {
      const into = ['-keyout', `${name}.key`, '-out', `${name}.crt`];
      openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...into, ...days, '-subj', subject);
    }
    make('server', '/CN=server', 'subjectAltName = DNS:localhost');
    make('address', '/CN=server', 'subjectAltName = IP:127.0.0.1');
    make('client', `/CN=${client}`, 'extendedKeyUsage = clientAuth');
  } catch (error) {
    rmSync(folder, { recursive: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return {
    path: (name) => join(folder, name),
    text: (name) => readFileSync(join(folder, name), 'utf8'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
