import type { Socket } from 'node:net';

/** JSON, one value a line, in both directions. */
export function onLine(socket: Socket, listener: (value: unknown) => void): void {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      listener(JSON.parse(line));
    }
  });
}

export function writeLine(socket: Socket, value: unknown): void {
  socket.write(`${JSON.stringify(value)}\n`);
}
