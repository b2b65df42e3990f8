import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import type { Method } from './method.ts';
import { otherMethods } from './others.ts';
import { peopleMethods } from './people.ts';
import { uploadMethods } from './uploads.ts';
import { viewMethods } from './views.ts';

/** Every method that this Slack knows, by its name. */
export const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...viewMethods,
  ...otherMethods,
  ...uploadMethods,
};
