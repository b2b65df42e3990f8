import type { IncomingMessage } from 'node:http';

/** The body whole, or null when it exceeds the limit: then no more of it is read. Rejects when it is cut off. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size <= limit) return;
      request.pause();
      resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('The request was cut off.'));
    });
  });
}

/** What a body says: JSON, or a form, whose field `payload` is JSON again. Undefined when it cannot be read. */
export function parseBody(body: Buffer, contentType: string | undefined): unknown {
  const text = body.toString('utf8');
  try {
    if (!contentType?.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text);
    const fields = Object.fromEntries(new URLSearchParams(text));
    return fields.payload === undefined ? fields : JSON.parse(fields.payload);
  } catch {
    return undefined;
  }
}
