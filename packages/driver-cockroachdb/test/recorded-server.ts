import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** What is answered to one statement: rows of texts, or the server's refusal. */
export type Answer =
  | { readonly rows: readonly Readonly<Record<string, string | null>>[] }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Who answers, and what was asked. */
export interface RecordedServer extends AsyncDisposable {
  readonly port: number;
  /** Every statement that came, in its order. */
  readonly asked: readonly { readonly text: string; readonly params: readonly (string | null)[] }[];
}

/** How it behaves where it is not to answer. */
export interface Recording {
  /** Undefined: the statement is done, and there are no rows. */
  readonly answer: (text: string, params: readonly (string | null)[]) => Answer | undefined;
  /** Refuses whoever comes with this. */
  readonly refuses?: { readonly code: string; readonly message: string };
}

/**
 * Speaks the wire protocol and answers from a recording. It is no database, and proves nothing about one: what is tested with it is what is sent, in what order, and what
 * becomes of answers that were WRITTEN DOWN AFTER THE DOCUMENTATION of CockroachDB 25, since no server of it was at hand.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function startRecordedServer(recording: Recording): Promise<RecordedServer> {
  const asked: { text: string; params: readonly (string | null)[] }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    attend(socket, recording, asked);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new TypeError('it listens on a port');
  return {
    port: place.port,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const tlsCode = 80_877_103;

function attend(
  socket: Socket,
  { answer, refuses }: Recording,
  asked: { text: string; params: readonly (string | null)[] }[],
): void {
  let buffer: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let hasFailed = false;
  let parsed = '';
  let params: readonly (string | null)[] = [];
  const said = (text: string, values: readonly (string | null)[], isExtended: boolean) => {
    asked.push({ text, params: values });
    const given = answer(text, values);
    if (given && 'error' in given) {
      hasFailed = true;
      socket.write(errorMessage(given.error));
      return;
    }
    const rows = given?.rows ?? [];
    const names = Object.keys(rows[0] ?? {});
    if (names.length > 0) socket.write(description(names));
    else if (isExtended) socket.write(message('n'));
    for (const row of rows) socket.write(dataRow(names.map((name) => row[name] ?? null)));
    socket.write(message('C', cstring(`SELECT ${rows.length}`)));
  };
  const handle = (type: string, body: Buffer) => {
    if (type === 'Q') {
      const text = textAt(body, 0);
      // Settings come several at once.
      const all = text.startsWith('SET ') ? text.split(';\n') : [text];
      for (const each of all) if (!hasFailed) said(each, [], false);
      hasFailed = false;
      socket.write(ready());
    } else if (type === 'P') parsed = textAt(body, textAt(body, 0).length + 1);
    else if (type === 'B') params = valuesIn(body);
    else if (type === 'D' && !hasFailed) socket.write(Buffer.concat([message('1'), message('2')]));
    else if (type === 'E' && !hasFailed) said(parsed, params, true);
    else if (type === 'S') {
      hasFailed = false;
      socket.write(ready());
    } else if (type === 'X') socket.end();
  };
  const start = (body: Buffer) => {
    if (body.readInt32BE(0) === tlsCode) {
      socket.write('N');
      return;
    }
    isStarted = true;
    if (refuses) {
      socket.end(errorMessage(refuses));
      return;
    }
    const key = Buffer.alloc(8, 7);
    socket.write(Buffer.concat([message('R', Buffer.alloc(4)), message('K', key), ready()]));
  };
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (buffer.length < head + 4) return;
      const length = buffer.readInt32BE(head);
      if (buffer.length < head + length) return;
      const [type, body] = [buffer.toString('latin1', 0, head), buffer.subarray(head + 4, head + length)];
      buffer = buffer.subarray(head + length);
      if (isStarted) handle(type, body);
      else start(body);
    }
  });
}

function message(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function ready(): Buffer {
  return message('Z', Buffer.alloc(1, 'I'));
}

function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}

function errorMessage({ code, message: said }: { readonly code: string; readonly message: string }): Buffer {
  return message('E', Buffer.concat([cstring('SERROR'), cstring(`C${code}`), cstring(`M${said}`), Buffer.alloc(1)]));
}

/** All columns as texts. */
function description(names: readonly string[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(names.length);
  const fields = names.map((name) => {
    const facts = Buffer.alloc(18);
    facts.writeInt32BE(25, 6);
    facts.writeInt16BE(-1, 10);
    facts.writeInt32BE(-1, 12);
    return Buffer.concat([cstring(name), facts]);
  });
  return message('T', Buffer.concat([count, ...fields]));
}

function dataRow(values: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(values.length);
  const cells = values.map((value) => {
    const length = Buffer.alloc(4);
    if (value === null) {
      length.writeInt32BE(-1);
      return length;
    }
    const bytes = Buffer.from(value);
    length.writeInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  });
  return message('D', Buffer.concat([count, ...cells]));
}

function textAt(body: Buffer, start: number): string {
  return body.toString('utf8', start, body.indexOf(0, start));
}

/** The values of a Bind, all of them texts. */
function valuesIn(body: Buffer): readonly (string | null)[] {
  let at = body.indexOf(0, body.indexOf(0) + 1) + 1;
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString('utf8', at - length, at);
  });
}
