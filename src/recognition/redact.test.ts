import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact, redactMail } from './redact.ts';

const phone = '[phone number removed]';
const card = '[card number removed]';
const account = '[account number removed]';

// Numbers of telephones that countries keep free for examples, or of our own making.
const PHONES = [
  '+49 170 1234567',
  '+49 (0)170 / 123 45 67',
  '0170/1234567',
  '(0170) 1234567',
  '030 123456-0',
  '0049 30 901820',
  '+43 1 513 14 56',
  '079 123 45 67',
  '06 12 34 56 78',
  '06.12.34.56.78',
  '06-12345678',
  '020 7946 0958',
  '07700 900123',
  '+44 (0)20 7946 0958',
  '+353 1 234 5678',
  '612 345 678',
  '347 123 4567',
  '22 12 34 56',
  '12 34 56 78',
  '+358 40 1234567',
  '06 30 123 4567',
  '8 (912) 345-67-89',
  '+7 912 345-67-89',
  '(555) 123-4567',
  '555-123-4567',
  '415.555.0123',
  '1-800-555-0199',
  '+1 (555) 123-4567 ext. 89',
  '+1 555 123 4567 x12',
  '55 1234 5678',
  '(11) 91234-5678',
  '98765 43210',
  '+91 98765 43210',
  '9123 4567',
  '138 1234 5678',
  '13812345678',
  '090-1234-5678',
  '010-1234-5678',
  '0412 345 678',
  '(02) 9374 4000',
  '+972-50-123-4567',
  '050-123-4567',
  '+27 82 123 4567',
  '+852 9123 4567',
  // As programs write them: non-breaking spaces and hyphens, marks of direction, wide and Arabic digits.
  '+49\u00a0170\u00a01234567',
  '+49\u2011170\u20111234567',
  '\u202a+49 170 1234567\u202c',
  '０９０－１２３４－５６７８',
  '٠١٢٣٤٥٦٧٨٩',
];

const NAMED = [
  'Tel: 12345678',
  'Telefon 123456',
  'call me on 5550123',
  'call 555-0123',
  'My cell is 4155550123',
  'my number is 5551234567',
  'phone no. 1234567',
  'M: 1234567',
  'wa.me/4917012345678',
  'tel:5551234567',
  '電話：12345678',
  '我的电话13812345678',
  'тел. 1234567',
];

const CARDS = [
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111111111111111',
  '5555 5555 5555 4444',
  '2223 0031 2200 3222',
  '3782 822463 10005',
  '6011 1111 1111 1117',
  '3056 930902 5904',
  '3530 1113 3330 0000',
];

const ACCOUNTS = [
  'DE89 3704 0044 0532 0130 00',
  'DE89370400440532013000',
  'GB29 NWBK 6016 1331 9268 19',
  'NL91ABNA0417164300',
  'FR14 2004 1010 0505 0001 3M02 606',
];

const OTHERS = [
  '2026-11-18',
  '18.11.2026',
  '11/18/2026',
  '18/11/26',
  '20261118',
  '2026-11-18 09:12:33',
  'Mon, 16 Nov 2026 at 09:12 +0100',
  '18.11.2026 09:12 - 10:30',
  '09.00 - 17.00 Uhr',
  '2019-2026',
  '$1,234.56',
  '1.234,56 €',
  'EUR 1 234 567',
  '€12345678',
  '3 500 000 kr',
  '1 234 567',
  '10 000 000 people',
  '12 345 678 kg',
  'order 4711-220',
  'order #123-4567890-1234567',
  'Order number 0123456789',
  'Bestellnummer 4500123456',
  'Rechnung 2026-000123',
  'ticket: 5558675309',
  'She called me about order confirmation 12345678',
  '#5551234567',
  'ORD-12345678',
  'A-0170123456',
  '1Z999AA10123456784',
  'tracking 00340434161094042557',
  '订单号12345678',
  'IMG_20261118_091233',
  'https://shop.example.com/orders/0123456789',
  '192.168.100.200',
  'CA 90210-1234',
  'ISBN 978-3-16-148410-0',
  '52.520008, 13.404954',
  'sizes 40-42-44-46',
  'call 112 at 17:30 on 18.11.2026',
  // One digit off: neither a card nor an account.
  '4111 1111 1111 1112',
  'DE88370400440532013000',
];

describe('removed, with a mark in its place:', () => {
  test.each(PHONES)('%s', (number) => {
    const left = redact(`Reply to ${number}, please.`).replace(/[\u202a\u202c]/g, '');
    expect(left).toBe(`Reply to ${phone}, please.`);
  });
  test.each(NAMED)('%s', (said) => {
    expect(redact(said)).toMatch(/\[phone number removed\]$/);
    expect(redact(said)).not.toMatch(/\d/);
  });
  test.each(CARDS)('%s', (number) => expect(redact(`Card ${number} was charged.`)).toBe(`Card ${card} was charged.`));
  test.each(ACCOUNTS)('%s', (number) => expect(redact(`To ${number} then.`)).toBe(`To ${account} then.`));

  test('one beside the other, each by itself', () => {
    expect(redact('0170 1234567 / 030 1234567, order 4711, 4111 1111 1111 1111 and 12.11.2026')).toBe(
      `${phone} / ${phone}, order 4711, ${card} and 12.11.2026`,
    );
    expect(redact('I cancelled my order, 0170 1234567 is my number')).toBe(
      `I cancelled my order, ${phone} is my number`,
    );
    expect(redact('Grete Holm\nT +49 30 1234567 | M 0170 7654321\nShop Street 12, 10115 Berlin')).toBe(
      `Grete Holm\nT ${phone} | M ${phone}\nShop Street 12, 10115 Berlin`,
    );
  });
});

test.each(OTHERS)('left as it is: %s', (text) =>
  expect(redact(`It was ${text}, I think.`)).toBe(`It was ${text}, I think.`),
);

describe('of a mail', () => {
  const mail = {
    words: 'Call 0170 1234567.',
    note: 'She said +1 555 123 4567',
    customer: { name: 'Grete Holm', email: 'grete@example.com' },
    subject: 'From 020 7946 0958',
    wroteAt: null,
    messageIds: ['<0170-1234567@example.com>'],
    unsure: [],
  };

  test('words, note and subject are redacted; its ids are not', () => {
    expect(redactMail(mail)).toEqual({
      ...mail,
      words: `Call ${phone}.`,
      note: `She said ${phone}`,
      subject: `From ${phone}`,
    });
  });

  test('a name that is a number is no name, and asked for', () => {
    const nameless = redactMail({ ...mail, customer: { name: '+49 170 1234567', email: null } });
    expect(nameless).toMatchObject({ customer: { name: null, email: null }, unsure: ['name'] });
  });
});

describe('whatever the text', () => {
  const words = fc.array(
    fc.constantFrom('thank', 'you', 'Ben', 'order 4711', '09:15', '12.11.2026', '€ 12.50', 'grüße'),
  );
  const sentence = words.map((some) => `Dear team ${some.join(' ')}`);

  test('no known number comes through, and nothing else changes', () => {
    const numbers = fc.constantFrom(...PHONES, ...CARDS, ...ACCOUNTS);
    fc.assert(
      fc.property(sentence, numbers, sentence, (before, number, after) => {
        const left = redact(`${before}; ${number}; ${after}`);
        expect(left).not.toContain(number);
        expect(redact(left)).toBe(left);
        expect(left.startsWith(before)).toBe(true);
        expect(left.endsWith(after)).toBe(true);
      }),
    );
  });

  test('a telephone number in any grouping, when it begins with +', () => {
    const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
    const gap = fc.constantFrom('', ' ', '-', '.', '/', '\u00a0');
    fc.assert(
      fc.property(digits, fc.array(gap, { minLength: 15, maxLength: 15 }), (number, gaps) => {
        const written = [...number]
          .map((digit, place) => digit + (gaps[place] ?? ''))
          .join('')
          .replace(/\D+$/, '');
        fc.pre(!/\d([./-])\d{1,2}\1\d{2}|\d{4}([./-])\d{1,2}\2\d/.test(written));
        expect(redact(`Reply to +${written}!`)).toBe(`Reply to ${phone}!`);
      }),
    );
  });

  test.each(['1', '1 ', '0170 123', '(1', '4 ', 'DE11 ', '12.', '€1 234', '1-1/1 ', 'tel 1', '+1', ' '])(
    'any number of %j takes time for its length alone',
    (unit) => {
      // What grows with the square takes longer than a test may.
      redact(unit.repeat(300_000 / unit.length));
    },
  );
});
