// Files in the workspace: uploads, and the mails that people send to a channel's address.

import { newId } from './ids.ts';
import type { Thing } from './json.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  /** `email` for what came through a channel's mail address. */
  readonly mode: 'hosted' | 'email' | 'snippet';
  readonly user: string;
  readonly body: Buffer;
  readonly channels: Set<string>;
  /** What Slack tells of a mail beside the ordinary: `subject`, `from`, `plain_text`, `headers`. */
  readonly email: Thing | null;
};

export type NewFile = Partial<Omit<StoredFile, 'body' | 'channels'>> & { readonly body: Buffer | string };

export function createFiles(base: () => string) {
  const all = new Map<string, StoredFile>();

  return {
    add(given: NewFile): StoredFile {
      const name = given.name ?? 'file.txt';
      const file: StoredFile = {
        id: newId('F'),
        title: name,
        mimetype: 'text/plain',
        filetype: 'text',
        mode: 'hosted',
        user: 'USLACKBOT',
        email: null,
        ...given,
        name,
        body: Buffer.from(given.body),
        channels: new Set(),
      };
      all.set(file.id, file);
      return file;
    },
    find: (id: string) => all.get(id) ?? null,
    delete: (id: string) => all.delete(id),
    /** `brief` leaves a mail's words out, as the event of its posting may. */
    describe(file: StoredFile, brief = false): Thing {
      const address = `${base()}/files/${file.id}/${encodeURIComponent(file.name)}`;
      const { plain_text, preview, preview_plain_text, ...rest } = file.email ?? {};
      const words = { plain_text, preview, preview_plain_text };
      return {
        id: file.id,
        created: 1_700_000_000,
        timestamp: 1_700_000_000,
        name: file.name,
        title: file.title,
        mimetype: file.mimetype,
        filetype: file.filetype,
        pretty_type: file.filetype.toUpperCase(),
        user: file.user,
        mode: file.mode,
        editable: file.mode !== 'hosted',
        size: file.body.length,
        is_external: false,
        is_public: true,
        url_private: address,
        url_private_download: `${address}?download=1`,
        permalink: `https://example.slack.com/files/${file.user}/${file.id}/${file.name}`,
        channels: [...file.channels],
        ...rest,
        ...(brief ? {} : words),
      };
    },
  };
}
