/** One file of a source, wherever it is kept. */
export interface SourceFile {
  /** As messages name it: relative to where the user is, with slashes. */
  readonly path: string;
  /** Decides how it is read. */
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

/** How a file is read. A document may turn out to be a snapshot. */
export type FileFormat = 'sql' | 'document';

const formats = new Map<string, FileFormat>([
  ['.sql', 'sql'],
  ['.yaml', 'document'],
  ['.yml', 'document'],
  ['.json', 'document'],
]);

/** The format that a file's name tells, or undefined for a file that is no part of a folder of schema. */
export function formatOf(path: string): FileFormat | undefined {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? formats.get(path.slice(dot).toLowerCase()) : undefined;
}

/** Whether a file or folder of this name is passed over when a folder is read. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
