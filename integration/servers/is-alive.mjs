import { existsSync, readFileSync } from 'node:fs';

/** Whether a process of that number runs; one that has ended and that nobody asked about yet does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const status = `/proc/${pid}/status`;
  return !(existsSync(status) && /^State:\s+[ZX]/m.test(readFileSync(status, 'utf8')));
}
