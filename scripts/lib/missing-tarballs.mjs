/** The packages that none of these files is of: `@sync/core` is packed as `sync-core-1.2.3.tgz`. */
export function missingTarballs(names, files) {
  return names.filter((name) => {
    const prefix = `${name.replace('@', '').replace('/', '-')}-`;
    return !files.some((file) => file.startsWith(prefix) && /^\d/.test(file.slice(prefix.length)));
  });
}
