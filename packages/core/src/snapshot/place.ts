/** Where a store of snapshots keeps its texts, by folder and number: files, a git ref, a bucket. */
export interface SnapshotPlace {
  /** The folders that hold something, in any order. */
  folders(): Promise<readonly string[]>;
  /** The numbers in a folder, in any order; none where there is no such folder. */
  versions(folder: string): Promise<readonly number[]>;
  read(folder: string, version: number): Promise<string>;
  /** Puts a text where nothing is, whole or not at all. False, and nothing changed, where another writer was first. */
  publish(folder: string, version: number, text: string): Promise<boolean>;
  /** How people would name it. */
  label(folder: string, version: number): string;
}

const named = /^(\d{6,})\.json$/;

/** What a version is called within its folder. */
export function versionName(version: number): string {
  return `${String(version).padStart(6, '0')}.json`;
}

/** The version that a name stands for; undefined for what is none. */
export function versionNamed(name: string): number | undefined {
  const version = Number(named.exec(name)?.[1]);
  return version > 0 ? version : undefined;
}
