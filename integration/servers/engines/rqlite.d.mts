/** Where a node whose HTTP port is this one speaks with the others. */
export function raftPort(port: number): number;
