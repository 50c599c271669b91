import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** Servers refuse to run as root, so root runs them as nobody. */
const nobody = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;

const canFollowParent = () => {
  try {
    return execFileSync('setpriv', ['--help'], { encoding: 'utf8' }).includes('--pdeathsig');
  } catch {
    return false;
  }
};

/** Gives a folder to the user that servers run as. */
export function handOver(folder) {
  if (nobody) chownSync(folder, nobody.uid, nobody.gid);
}

/** A command as that user runs it; where `dieWith` names a signal and the system can, it is sent when the process that started it dies. */
export function asOrdinaryUser([program, ...args], { dieWith } = {}) {
  const follow = dieWith !== undefined && canFollowParent() ? ['--pdeathsig', dieWith] : [];
  const become = nobody ? [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups'] : [];
  const change = [...become, ...follow];
  return change.length === 0 ? [program, ...args] : ['setpriv', ...change, '--', program, ...args];
}

function idOf(flag) {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}
