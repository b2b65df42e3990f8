// Files that the app brings: an address to send the bytes to, and then where they are shown.

import { z } from 'zod';
import { count, json } from '../arguments.ts';
import { newId } from '../ids.ts';
import { things } from '../json.ts';
import { SlackRefusal } from '../refusal.ts';
import { bot } from '../workspace.ts';
import { writableChannel } from './conversation.ts';
import { type Method, method } from './method.ts';

export const uploadMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': method(
    ['files:write'],
    z.strictObject({
      filename: z.string(),
      length: count,
      alt_text: z.string().max(1000).optional(),
      snippet_type: z.string().optional(),
    }),
    (args, state) => {
      const id = newId('F');
      state.uploads.set(id, { name: args.filename, length: args.length, altText: args.alt_text ?? '', body: null });
      return { upload_url: `${state.base()}/upload/${id}`, file_id: id };
    },
  ),

  'files.completeUploadExternal': method(
    ['files:write'],
    z.strictObject({
      files: json,
      channel_id: z.string().optional(),
      channels: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
    }),
    (args, state) => {
      const files = things(args.files).map(({ id, title }) => {
        const upload = state.uploads.get(String(id));
        if (!upload?.body || upload.body.length !== upload.length) throw new SlackRefusal('file_not_found');
        const file = { id: String(id), name: upload.name, title: String(title ?? upload.name), body: upload.body };
        const kind = upload.name.endsWith('.png') ? { mimetype: 'image/png', filetype: 'png' } : {};
        return state.files.add({ ...file, ...kind, user: bot.user });
      });
      if (args.channel_id !== undefined) {
        // By its id alone: to a person's id Slack says that there is no such channel.
        if (state.workspace.users.has(args.channel_id)) throw new SlackRefusal('channel_not_found');
        const channel = writableChannel(state, args.channel_id);
        const shown = files.map(({ id }) => id);
        state.post({
          channel: channel.id,
          user: bot.user,
          text: args.initial_comment ?? '',
          files: shown,
          subtype: 'file_share',
        });
      }
      return { files: files.map((file) => state.files.describe(file)) };
    },
  ),
};
