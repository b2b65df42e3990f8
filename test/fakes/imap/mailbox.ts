export type Message = { readonly uid: number; readonly raw: Buffer; readonly flags: Set<string> };

/** A folder as an IMAP server keeps it. */
export type Folder = { readonly name: string; uidNext: number; readonly messages: Message[] };

export function createFolder(name: string): Folder {
  return { name, uidNext: 1, messages: [] };
}

export function addMessage(folder: Folder, raw: Buffer, flags: Iterable<string> = []): Message {
  const message = { uid: folder.uidNext, raw, flags: new Set(flags) };
  folder.uidNext += 1;
  folder.messages.push(message);
  return message;
}
