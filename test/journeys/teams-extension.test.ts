import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { User } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

type Dialog = { readonly task: { readonly value: { readonly card: { readonly content: unknown } } } };

describe('the message extension', () => {
  let house: TeamsHouse;
  beforeAll(async () => {
    house = await openTeamsHouse();
  });
  afterAll(() => house.close());

  function payloadOf(user: User, html: string) {
    const from = { user: { userIdentityType: 'aadUser', id: user.aad, displayName: user.name } };
    const linkToMessage = 'https://teams.example.com/l/message/1';
    return { id: '1', messageType: 'message', from, linkToMessage, body: { contentType: 'html', content: html } };
  }

  const cardIn = (body: unknown) => (body as Dialog).task.value.card.content;

  test('makes a message a story about whoever wrote it', async () => {
    const { teams, ana, ben, news } = house;
    const thread = `${news};messageid=1`;
    const messagePayload = payloadOf(ben, '<p>The guest in 12 got her <b>window</b> back &amp; a cake</p>');
    const asked = { commandId: 'make-story', commandContext: 'message', messagePayload };
    const { body } = await teams.invokes(ana, thread, 'composeExtension/fetchTask', asked);
    const form = cardIn(body);
    expect(inputsIn(form).words).toBe('The guest in 12 got her window back & a cake');
    expect(inputsIn(form).heroes).toContain(ben.id);
    const send = button(form, 'Tell it');
    const sent = { ...asked, data: { ...(send.data as object), ...inputsIn(form) } };
    const told = await teams.invokes(ana, thread, 'composeExtension/submitAction', sent);
    expect(textIn(cardIn(told.body))).toContain('The guest in 12');
    await soon(() => standing(house, chatOf(house, ben)).length).toBe(1);
    expect(textIn(cardOf(await nextIn(house, thread)))).toContain('window back & a cake');
  });

  test('takes a person chosen from the directory, whom Herald does not know yet', async () => {
    const { teams, ana, chloe, news } = house;
    const asked = { commandId: 'tell-story', commandContext: 'compose' };
    const { body } = await teams.invokes(ana, news, 'composeExtension/fetchTask', asked);
    const form = cardIn(body);
    const filled = { ...inputsIn(form), heroes: chloe.aad, words: 'Stayed with a lost child.' };
    const sent = { ...asked, data: { ...(button(form, 'Tell it').data as object), ...filled } };
    const told = await teams.invokes(ana, news, 'composeExtension/submitAction', sent);
    expect(textIn(cardIn(told.body))).toContain('Chloé Martin');
  });

  test('keeps what was typed after a "no"', async () => {
    const { teams, ana, news } = house;
    const asked = { commandId: 'tell-story', commandContext: 'compose' };
    const { body } = await teams.invokes(ana, news, 'composeExtension/fetchTask', asked);
    const form = cardIn(body);
    const sent = {
      ...asked,
      data: { ...(button(form, 'Tell it').data as object), ...inputsIn(form), words: 'Only words.' },
    };
    const { body: again } = await teams.invokes(ana, news, 'composeExtension/submitAction', sent);
    expect(inputsIn(cardIn(again)).words).toBe('Only words.');
  });

  test('takes a customer’s words from a message', async () => {
    const { teams, ana, ben, news } = house;
    const messagePayload = payloadOf(ben, '<div>A guest wrote:<br>Best stay ever.</div>');
    const asked = { commandId: 'customer-praise', commandContext: 'message', messagePayload };
    const { body } = await teams.invokes(ana, news, 'composeExtension/fetchTask', asked);
    const form = cardIn(body);
    expect(inputsIn(form).words).toContain('Best stay ever.');
    const send = buttonsIn(form).find(({ verb }) => verb === 'send-praise');
    const before = standing(house, chatOf(house, ana)).length;
    const sent = { ...asked, data: { ...(send?.data as object), ...inputsIn(form) } };
    expect((await teams.invokes(ana, news, 'composeExtension/submitAction', sent)).status).toBe(200);
    expect(textIn(cardOf(await nextIn(house, chatOf(house, ana), before)))).toContain('Best stay ever.');
  });

  test('finds told stories to paste, and those of the week before anything is typed', async () => {
    const { teams, ana, ben, news } = house;
    await teams.types(ana, `${news};messageid=5`, [teams.herald, ' kudos ', ben, ' tamed the espresso machine.']);
    await nextIn(house, `${news};messageid=5`);
    type Found = { readonly composeExtension: { readonly attachments: readonly { readonly content: unknown }[] } };
    for (const words of ['espresso', '']) {
      const value = { commandId: 'find-stories', parameters: [{ name: 'words', value: words }] };
      const { body } = await teams.invokes(ana, news, 'composeExtension/query', value);
      const { attachments } = (body as Found).composeExtension;
      expect(attachments.map(({ content }) => textIn(content)).join()).toContain('espresso machine');
      expect(buttonsIn(attachments)).toEqual([]);
    }
  });

  test('where Herald is not, offers to add it', async () => {
    const { teams, ana, ben } = house;
    const chat = teams.addGroupChat('two', [ana, ben]);
    chat.herald = false;
    const asked = { commandId: 'tell-story', commandContext: 'compose' };
    const { status, body } = await teams.invokes(ana, chat.id, 'composeExtension/fetchTask', asked);
    expect(status).toBe(200);
    expect(JSON.stringify(cardIn(body))).toContain('justInTimeInstall');
    chat.herald = true;
    const installed = { ...asked, data: { msteams: { justInTimeInstall: true } } };
    const then = await teams.invokes(ana, chat.id, 'composeExtension/submitAction', installed);
    expect(inputsIn(cardIn(then.body))).toHaveProperty('words');
  });

  test('what it does not know is refused, not answered', async () => {
    const { teams, ana, news } = house;
    expect((await teams.invokes(ana, news, 'signin/verifyState', {})).status).toBe(501);
    expect((await teams.invokes(ana, news, 'composeExtension/query', 'x')).status).toBe(400);
    expect((await teams.invokes(ana, news, 'composeExtension/fetchTask', { commandId: 'other' })).status).toBe(400);
  });
});
