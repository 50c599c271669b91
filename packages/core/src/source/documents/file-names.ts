const encoder = new TextEncoder();

/** The most bytes of a name: file systems take 255, and a number and an ending follow. */
const most = 200;

/** What some systems take for a device, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** Gives each name a file name that any file system takes, and that no name before it has. */
export class FileNames {
  private readonly taken = new Set<string>();

  /** `tables/users.yaml` */
  path(folder: string, name: string, ending: string): string {
    const safe = safeName(name);
    for (let number = 1; ; number++) {
      const path = `${folder}/${safe}${number === 1 ? '' : `-${number}`}${ending}`;
      // Names that differ in case, or in how their accents are composed, are one file on some systems.
      const key = path.normalize('NFC').toUpperCase().toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return path;
    }
  }
}

function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '_')
    .replace(devices, '_$&');
  const cut = cutToBytes(plain, most).replace(/\.+$/, '_');
  return cut === '' ? '_' : cut;
}

/** Whole characters, with the marks that belong to them. */
function cutToBytes(text: string, bytes: number): string {
  if (encoder.encode(text).length <= bytes) return text;
  let kept = '';
  let left = bytes;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    left -= encoder.encode(segment).length;
    if (left < 0) break;
    kept += segment;
  }
  return kept;
}
