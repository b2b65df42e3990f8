import { randomUUID } from 'node:crypto';
import type { AckFn, RespondArguments } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { onIt } from '../../src/wording/labels.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { inTime } from './in-time.ts';
import { groupsOf } from './pulse-teams.ts';
import type { Command } from './read.ts';
import { answer, openModal, privateAnswer, sendMore } from './respond.ts';
import { settingsForm } from './settings-form.ts';

export type Ack = AckFn<string | RespondArguments>;

/**
 * Acknowledges a slash command once what it asks for is stored, with the answer itself, also where that has to be completed
 * first and does not take long. `since` is when it came in; `reply` gets the command's key and resolves to null when the answer comes by itself.
 */
export async function answerCommand(
  desk: Desk,
  ack: Ack,
  command: Command,
  asker: Asker,
  since: number,
  reply: (key: string) => Promise<View | null>,
): Promise<void> {
  const key = `slack:command:${command.trigger_id || randomUUID()}`;
  const expected = desk.awaited.expect(key, since, ({ asker: clearer, view }) =>
    view === null ? ack() : answered(desk, ack, command, clearer, view),
  );
  const shown = await inTime(() => reply(key), asker.seed.words ?? command.text);
  if (shown.kind !== 'coming') expected.end();
  switch (shown.kind) {
    case 'answer':
      return answered(desk, ack, command, asker, shown.view);
    case 'coming':
      if (await expected.comes()) return;
      return ack({ response_type: 'ephemeral', text: onIt });
    case 'late':
      await ack({ response_type: 'ephemeral', text: onIt });
      return desk.background.begin(async () => {
        const view = await shown.view;
        if (view !== null) await answer(desk, asker, view);
      });
    default:
      return shown satisfies never;
  }
}

/** The first message goes with the acknowledgement; what does not fit into it follows. */
async function answered(desk: Desk, ack: Ack, command: Command, asker: Asker, view: View): Promise<void> {
  if (view.type === 'settings' && view.mayChange) {
    await ack();
    return desk.background.begin(async () => {
      if (!(await openModal(desk, command.trigger_id, settingsForm(view.settings, await groupsOf(desk)))))
        await answer(desk, asker, view);
    });
  }
  const [first, ...more] = await privateAnswer(desk, asker, view);
  await ack(
    first === undefined ? undefined : { response_type: 'ephemeral', text: first.text, blocks: [...first.blocks] },
  );
  if (more.length > 0) desk.background.begin(() => sendMore(command.response_url, more));
}
