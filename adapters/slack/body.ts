import type { IncomingMessage } from 'node:http';

/** The body whole, or null when it exceeds the limit: then no more of it is read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
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
