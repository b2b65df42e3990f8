import { afterEach, expect, test } from 'vitest';
import { forwarded } from './mail-house.ts';
import { openHouse, soon } from './slack-herald.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
let house: House;
afterEach(() => house.close());

const SECRET = 'a-long-made-up-secret';

/** Slack with a provider's webhook beside it, behind a relay that says who sent what. */
async function openWithMail(): Promise<(from: string) => Promise<number>> {
  house = await openHouse('http', 1, {
    email: {
      address: null,
      forwarders: ['@example.com'],
      trustedAuthserv: 'mx.herald.example',
      smtp: null,
      imap: null,
      webhookSecret: SECRET,
    },
  });
  const results = 'Authentication-Results: mx.herald.example; dmarc=pass header.from=example.com\r\n';
  return async (from) => {
    const response = await fetch(new URL('/email/inbound', house.address()), {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
      body: results + forwarded({ from }),
    });
    return response.status;
  };
}

test('somebody who never used Herald forwards a customer’s mail, and is asked in Slack what it is', async () => {
  const send = await openWithMail();
  expect(await send('ana@example.com')).toBe(200);
  const asked = () =>
    house.slack
      .user('UANA')
      .readsDirect()
      .find(({ from }) => from === 'Herald');
  await soon(() => asked()?.text).toContain('Words from Grete Holm have come in. What are they?');
});

test('somebody whom Slack has deactivated is refused, though Herald never met them', async () => {
  const send = await openWithMail();
  house.slack.workspace.addUser({
    id: 'UGONE',
    name: 'gone',
    realName: 'Gone',
    email: 'gone@example.com',
    deleted: true,
  });
  expect(await send('gone@example.com')).toBe(403);
});
