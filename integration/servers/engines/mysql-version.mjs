/** What a server of the family says that it is. */
export async function askMysqlVersion(url) {
  // Imported late: the workspace is perhaps not installed when the entries are listed.
  const { default: client } = await import('mysql2/promise');
  const connection = await client.createConnection({ uri: url, connectTimeout: 5000 });
  connection.on('error', () => {});
  try {
    const [[row]] = await connection.query('SELECT VERSION() AS version');
    return row.version;
  } finally {
    connection.destroy();
  }
}
