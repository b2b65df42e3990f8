import { describe, expect, test, vi } from 'vitest';
import { person } from '../fakes/company.ts';
import { signingDomain } from '../fakes/dns.ts';
import { greetSmtp } from '../fakes/smtp-client.ts';
import { forwarded, fromExample, openMailHouse } from './mail-house.ts';

vi.setConfig({ testTimeout: 40_000, hookTimeout: 30_000 });

const STRANGER = '550 5.7.1 This address takes mail from those whom its company has named.';
const TAKEN = '250 2.6.0 Taken in.';

const newcomer = { kind: 'human', manager: false, admin: false, active: true, guest: false } as const;

const sealed = () => forwarded().replace('text/plain; charset=utf-8', 'application/pkcs7-mime; name=smime.p7m');

describe('a customer’s mail that a manager forwards', () => {
  test('is taken in over SMTP, and they are asked in chat what it is', async () => {
    const house = await openMailHouse();
    expect(await house.mail(await fromExample(house.example))).toBe(TAKEN);
    const [card] = await house.seenAt(1);
    expect(card).toMatchObject({
      type: 'praise-waiting',
      praise: {
        words: expect.stringContaining('only to hear whether the roses had arrived.'),
        note: 'Have a look.',
        customer: { name: 'Grete Holm', email: 'grete@customer.example' },
        forwarder: { name: 'Person 1' },
      },
    });
    expect(await house.ask({ type: 'inbox', by: person(1) })).toMatchObject({ praise: [{ note: 'Have a look.' }] });
    expect(house.faults).toEqual([]);
  });

  test('is taken in from a provider’s webhook, with its secret only', async () => {
    const house = await openMailHouse();
    const raw = await fromExample(house.example);
    for (const authorization of [
      '',
      'Bearer',
      'Bearer wrong',
      'Basic a-long-made-up-secret',
      'a-long-made-up-secret',
    ]) {
      expect(await house.post(raw, { authorization })).toEqual({ status: 401, words: 'Who is this?' });
    }
    expect(await house.exported('praise')).toEqual([]);
    expect(await house.post(raw)).toEqual({ status: 200, words: 'Taken in.' });
    expect(await house.exported('praise')).toHaveLength(1);
  });

  test('is here once, however often it comes', async () => {
    const house = await openMailHouse();
    const raw = await fromExample(house.example, {
      id: 'once',
      words: 'Thank you for the roses on Sunday, they made her day.',
    });
    const again = await fromExample(house.example, { id: 'once', words: 'Thank you for the roses, cut differently.' });
    const anew = await fromExample(house.example, {
      id: 'anew',
      words: 'Thank you for the roses on Sunday, they made her day.',
    });
    for (const mail of [raw, raw, again, anew]) expect(await house.mail(mail)).toBe(TAKEN);
    expect((await house.post(raw)).status).toBe(200);
    expect(await house.exported('praise')).toHaveLength(1);
    expect(await house.seenAt(1)).toHaveLength(1);
  });

  test('without a Message-ID, sent twice, is here once', async () => {
    const house = await openMailHouse();
    const mail = forwarded({ words: 'Thank you for the lilies on Sunday, they made her whole week.' }).replace(
      /^Message-ID.*\r\n/m,
      '',
    );
    for (let time = 0; time < 2; time += 1) expect(await house.mail(await house.example.sign(mail))).toBe(TAKEN);
    expect(await house.exported('praise')).toHaveLength(1);
  });
});

describe('who may', () => {
  test('a listed forwarder not yet known becomes a person, and those who manage are asked with them', async () => {
    const house = await openMailHouse();
    const domain = signingDomain(house.dns, 'house.example', 1024);
    const mail = await domain.sign(forwarded({ from: 'Mia <Mia@house.example>' }));
    expect(await house.mail(mail, { from: 'mia@house.example' })).toBe(TAKEN);
    const met = await house.exported('person');
    expect(met).toContainEqual(expect.objectContaining({ name: 'Mia' }));
    const asked = () => house.adapter.delivered.map(({ to, view }) => ({ to, view }));
    await vi.waitFor(
      () =>
        expect(asked()).toMatchObject([
          { to: { user: 'p0' }, view: { type: 'praise-waiting', praise: { forwarder: { name: 'Mia' } } } },
        ]),
      15_000,
    );
  });

  test('whoever is not listed, or not one and the same, is refused, and nothing is kept', async () => {
    const house = await openMailHouse();
    for (const differs of [
      { from: 'Bob <bob@evil.example>' },
      { from: 'Person 2 <p2@example.com>' },
      { from: 'bob, p1@example.com' },
      { head: 'From: bob@evil.example' },
    ]) {
      const reply = await house.mail(await fromExample(house.example, differs));
      const { status } = await house.post(await fromExample(house.example, differs));
      expect([differs, reply, status]).toEqual([differs, STRANGER, 403]);
    }
    expect(await house.exported('praise')).toEqual([]);
    expect(await house.seenAt(1)).toEqual([]);
  });

  test.each([
    ['no signature', (mail: string) => Promise.resolve(Buffer.from(mail))],
    ['the signature of another domain', (mail: string, other: ReturnType<typeof signingDomain>) => other.sign(mail)],
  ])('a listed address with %s is refused', async (_, sign) => {
    const house = await openMailHouse();
    const mail = await sign(forwarded(), signingDomain(house.dns, 'evil.example', 1024));
    expect(await house.mail(mail)).toBe(STRANGER);
    expect(house.refused).toEqual(['smtp dmarc']);
    expect(await house.exported('praise')).toEqual([]);
  });

  test('words appended to a signed mail are refused, even where the signature left room for them', async () => {
    const house = await openMailHouse();
    const signed = await house.example.sign(forwarded());
    expect(await house.mail(Buffer.concat([signed, Buffer.from('And more.\r\n')]))).toBe(STRANGER);
    const length = forwarded().split('\r\n\r\n').slice(1).join('\r\n\r\n').length;
    const loose = await house.example.sign(forwarded(), { maxBodyLength: length - 20 });
    expect(loose.toString()).toMatch(/\bl=\d/);
    expect(await house.mail(loose)).toBe(STRANGER);
    expect(house.refused).toEqual(['smtp dmarc', 'smtp part-unsigned']);
  });

  test('a signature with a key that is too short proves nothing', async () => {
    const house = await openMailHouse();
    const weak = signingDomain(house.dns, 'house.example', 768);
    expect(await house.mail(await weak.sign(forwarded({ from: 'mia@house.example' })))).toBe(STRANGER);
  });

  test('a domain without a DMARC record proves nothing', async () => {
    const house = await openMailHouse();
    house.dns.set('_dmarc.example.com', 'TXT', [['nothing here']]);
    expect(await house.mail(await fromExample(house.example))).toBe(STRANGER);
  });

  test('while DNS is out of reach a mail is asked to come again, and then taken', async () => {
    const house = await openMailHouse();
    const mail = await fromExample(house.example);
    house.dns.fail = true;
    expect(await house.mail(mail)).toMatch(/^451 /);
    expect(await house.post(mail)).toMatchObject({ status: 503 });
    house.dns.fail = false;
    expect(await house.mail(mail)).toBe(TAKEN);
    expect(await house.exported('praise')).toHaveLength(1);
  });

  test('a mail from the sender’s own server counts without a signature, where its domain says which that is', async () => {
    const house = await openMailHouse();
    house.dns.set('example.com', 'TXT', [['v=spf1 ip4:127.0.0.1 -all']]);
    expect(await house.mail(Buffer.from(forwarded()))).toBe(TAKEN);
    expect(await house.mail(Buffer.from(forwarded()), { from: 'bob@evil.example' })).toBe(STRANGER);
    expect((await house.post(Buffer.from(forwarded()))).status).toBe(403);
  });

  test('who has been deactivated is refused', async () => {
    const house = await openMailHouse();
    const [known] = await house.ledger.read.peopleOnConnection('connection-for-tests').then((all) => all.slice(1, 2));
    if (known === undefined) throw new Error('Nobody.');
    await house.core.handle({
      type: 'meet-people',
      key: 'leaves',
      at: house.clock.now(),
      connection: 'connection-for-tests',
      people: [{ ...known, active: false }],
    });
    expect(await house.mail(await fromExample(house.example))).toBe(STRANGER);
    expect(await house.exported('praise')).toEqual([]);
  });

  test('the list that an admin makes in chat wins, at once', async () => {
    const house = await openMailHouse();
    await house.as(0)({ type: 'change-settings', changes: { forwarders: ['p2@example.com'] } });
    expect(await house.mail(await fromExample(house.example))).toBe(STRANGER);
    expect(await house.mail(await fromExample(house.example, { from: 'p2@example.com' }))).toBe(TAKEN);
  });
});

describe('behind a relay that is trusted', () => {
  const results = (verdict: string) =>
    `Authentication-Results: mx.herald.example; dmarc=${verdict} header.from=example.com`;

  test('only what it wrote at the top counts', async () => {
    const house = await openMailHouse({ trustedAuthserv: 'mx.herald.example' });
    const mail = forwarded();
    const good = Buffer.from(`${results('pass')}\r\n${mail}`);
    expect(await house.mail(Buffer.from(`${results('fail')}\r\n${good}`))).toBe(STRANGER);
    expect(await house.mail(Buffer.from(`Authentication-Results: mx.other.example; none\r\n${good}`))).toBe(STRANGER);
    expect(await house.mail(await house.example.sign(mail))).toBe(STRANGER);
    expect(await house.mail(good)).toBe(TAKEN);
  });
});

describe('at the door', () => {
  test('a stranger’s mail that is nothing but a header is refused without asking DNS', async () => {
    const house = await openMailHouse();
    house.dns.fail = true;
    expect(await house.mail(Buffer.from('From: bob@evil.example\r\nSubject: Hi\r\n'))).toBe(STRANGER);
    expect(house.refused).toEqual(['smtp stranger']);
  });

  test('mail for anybody else is refused: Herald relays nothing', async () => {
    const house = await openMailHouse();
    const mail = await fromExample(house.example);
    for (const to of [
      'victim@example.net',
      'praise@herald.example.evil.example',
      'victim%example.net@elsewhere.example',
    ]) {
      expect(await house.mail(mail, { to })).toBe('550 5.7.1 Mail for this address is not taken in here.');
    }
    expect(await house.mail(mail, { to: 'PRAISE@Herald.Example' })).toBe(TAKEN);
  });

  test('what cannot be read is refused in words that help', async () => {
    const house = await openMailHouse();
    const reply = await house.mail(await house.example.sign(sealed()));
    expect(reply).toBe("554 5.6.0 This mail is encrypted. Open it yourself and paste the customer's words.");
    expect(await house.exported('praise')).toEqual([]);
    // Their own mail server tells them.
    expect(await house.seenAt(1)).toEqual([]);
  });

  test('what cannot be read from a provider’s webhook its sender hears of in chat, once', async () => {
    const house = await openMailHouse();
    const raw = await house.example.sign(sealed());
    for (const time of ['first', 'again']) {
      expect([time, await house.post(raw)]).toMatchObject([time, { status: 422 }]);
    }
    const toldOf = { type: 'refusal', reason: 'mail-not-read', what: 'encrypted' };
    expect(await house.seenAt(1)).toMatchObject([toldOf]);
    await house.post(await house.example.sign(sealed()));
    expect(await house.seenAt(1)).toMatchObject([toldOf, toldOf]);
    await house.post(Buffer.from(sealed()));
    expect(await house.seenAt(1)).toHaveLength(2);
    expect(await house.exported('praise')).toEqual([]);
  });

  test('what cannot be read waits for a sender whom no chat knows, and is said when they come', async () => {
    const house = await openMailHouse();
    const raw = sealed().replace('Person 1 <p1@example.com>', 'Mia <mia@house.example>');
    expect(await house.post(await signingDomain(house.dns, 'house.example', 1024).sign(raw))).toMatchObject({
      status: 422,
    });
    await house.core.handle({
      type: 'meet-people',
      key: 'comes',
      at: house.clock.now(),
      connection: 'connection-for-tests',
      people: [{ ...newcomer, user: 'mia', name: 'Mia', email: 'mia@house.example' }],
    });
    house.clock.set('2026-11-18T12:00:00.000Z');
    house.deliver();
    const heard = () => house.adapter.delivered.filter(({ to }) => 'user' in to && to.user === 'mia');
    await vi.waitFor(() => expect(heard()).toMatchObject([{ view: { reason: 'mail-not-read' } }]), 15_000);
  });

  test('several mails come over one connection, and one that was refused does not spoil it', async () => {
    const house = await openMailHouse();
    const client = await greetSmtp(house.port());
    const replies: string[] = [];
    for (const from of ['p1@example.com', 'bob@evil.example', 'p1@example.com']) {
      const raw = await fromExample(house.example, { from });
      replies.push((await client.send({ from, to: 'praise@herald.example', raw })).slice(0, 3));
    }
    client.close();
    expect(replies).toEqual(['250', '550', '250']);
  });
});
