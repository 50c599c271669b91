import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Somebody who listens at a port, and is known by the process that it is. */
export interface Speaker {
  readonly port: number;
  /** Absent while it does not run. */
  pid(): number | undefined;
}

/** A way between speakers that runs through this process, which can cut it: each is reached at a port of its own, and who reaches out is told by its process. */
export class PartedNetwork implements AsyncDisposable {
  private readonly doors: Server[] = [];
  private readonly calls = new Set<Call>();
  private apart: Speaker | undefined;

  private constructor(private readonly speakers: readonly Speaker[]) {}

  static async open(speakers: readonly Speaker[]): Promise<PartedNetwork> {
    const network = new PartedNetwork(speakers);
    for (const speaker of speakers) {
      const door = createServer((socket) => network.carry(socket, speaker));
      door.listen(0, '127.0.0.1');
      await once(door, 'listening');
      network.doors.push(door);
    }
    return network;
  }

  /** Where others reach a speaker. */
  portOf(speaker: Speaker): number {
    const door = this.doors[this.speakers.indexOf(speaker)];
    if (!door) throw new Error(`nobody listens at ${speaker.port} for others`);
    return (door.address() as AddressInfo).port;
  }

  /** Has one of them hear nothing of all others, nor they of it. */
  part(speaker: Speaker): void {
    this.apart = speaker;
    for (const call of this.calls) if (this.isCut(call)) call.end();
  }

  heal(): void {
    this.apart = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const call of this.calls) call.end();
    await Promise.all(this.doors.map((door) => new Promise((closed) => door.close(closed))));
  }

  private carry(from: Socket, to: Speaker): void {
    const by = this.speakers.find((speaker) => holds(speaker.pid(), from.remotePort));
    const on = connect(to.port, '127.0.0.1');
    const call: Call = {
      by,
      to,
      end: () => {
        from.destroy();
        on.destroy();
        this.calls.delete(call);
      },
    };
    this.calls.add(call);
    for (const socket of [from, on]) socket.on('error', call.end).on('close', call.end);
    if (this.isCut(call)) call.end();
    else from.pipe(on).pipe(from);
  }

  /** A caller whom nobody knows is nobody of these: while one is apart, it is let through to none of them. */
  private isCut({ by, to }: Call): boolean {
    return this.apart !== undefined && (by === undefined || (by === this.apart) !== (to === this.apart));
  }
}

interface Call {
  readonly by: Speaker | undefined;
  readonly to: Speaker;
  readonly end: () => void;
}

/** Whether a process has the connection whose end is this port of the loopback. https://man7.org/linux/man-pages/man5/proc_pid_net.5.html */
function holds(pid: number | undefined, port: number | undefined): boolean {
  if (pid === undefined || port === undefined) return false;
  const end = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  const inode = lines.map((line) => line.trim().split(/\s+/)).find(([, local]) => local === end)?.[9];
  if (inode === undefined) return false;
  try {
    return readdirSync(`/proc/${pid}/fd`).some((each) => linkOf(`/proc/${pid}/fd/${each}`) === `socket:[${inode}]`);
  } catch {
    return false;
  }
}

/** What was there may be gone. */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
