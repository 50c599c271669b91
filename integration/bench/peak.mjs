import { readFileSync } from 'node:fs';

/** The most that this process has taken. Linux hands the parent's peak on to the child in `maxRSS`; what it tells of the process itself begins anew. */
export function peakInMb() {
  return Math.round(peak() / 1024);
}

function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
