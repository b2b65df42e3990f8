// What forwarded mail is like, case by case; docs/forwarded-mail.md lists them. Each names the mails it is tried on, and
// what must be read in them; all else that is read in them stands in the .json beside each.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadMail } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { createMailReader } from './read.ts';

const payloads = new URL('../../test/payloads/email/', import.meta.url);
const document = readFileSync(new URL('../../docs/forwarded-mail.md', import.meta.url), 'utf8');

function read(name: string): Promise<ReadMail | Refusal> {
  return createMailReader().read(readFileSync(new URL(`${name}.eml`, payloads)));
}

const jane = { customer: { name: 'Jane Sample', email: 'jane@customer.example' } };
const clear = { ...jane, unsure: [] };
const words = 'Ana found my lost parcel before I even knew it was gone.\n\nKind regards,\nJane Sample';
const clearWords = { ...clear, words };
/** Their mails are from customers of other names. */
const known = { customer: { name: expect.any(String), email: expect.stringContaining('@') } };
const sealed = (what: string) => ({ type: 'refusal', reason: 'nothing-readable', what });

const cases: readonly (readonly [title: string, mails: readonly string[], wanted: object])[] = [
  ['1: a subject that the forwarder edited', ['gmail-edited-subject'], { ...clearWords, subject: 'Thank you' }],
  ['2: “FWD:” before the subject', ['mailto-inside-an-address'], { ...clearWords, subject: 'Thank you' }],
  ['3: “[EXTERNAL] Fwd:” before the subject', ['international-address'], { subject: 'Thank you', unsure: [] }],
  ['4: Outlook’s block without separator or subject', ['outlook-no-subject'], { ...clearWords, subject: null }],
  ['5: lines that end in CRLF', ['gmail-en-qp-crlf'], clearWords],
  ['6: stars around the labels', ['stars-and-cc', 'labels-in-double-stars'], clearWords],
  ['7: “[mailto:…]” behind the name', ['mailto-in-brackets'], clearWords],
  ['8: an address inside an address', ['mailto-inside-an-address'], clearWords],
  ['9: a name without address is asked about', ['outlook-name-only'], { words, unsure: ['email'] }],
  [
    '10: “on behalf of” keeps the address and shows the other name',
    ['on-behalf-of'],
    { words, customer: { name: 'Jane Sample', email: 'robot@survey.example' }, unsure: ['email'] },
  ],
  ['11: addressees wrapped over three lines', ['stars-and-cc'], clearWords],
  ['12: “Importance:” below the subject', ['mailto-in-brackets'], clearWords],
  [
    '13: the French no-break space before the colon',
    ['french-no-break-space-before-the-colon', 'outlook-fr'],
    { ...known, unsure: [] },
  ],
  ['14: the Chinese full-width colon', ['outlook-zh-gbk', 'outlook-zh-hant-big5'], known],
  [
    '15: Japanese, Korean, Arabic, Hebrew, Greek and Russian labels',
    ['outlook-ja-shift-jis', 'outlook-ko', 'outlook-ar', 'outlook-he', 'outlook-el', 'mail-ru-from-whom'],
    known,
  ],
  ['16: Yahoo’s headers in one line', ['yahoo-one-line'], clear],
  ['17: Samsung’s “Original message”', ['samsung-en', 'samsung-de'], known],
  ['18: Zoho’s two separators', ['zoho-two-separators'], clearWords],
  ['19: Lotus’ “Forwarded by”', ['lotus-forwarded-by'], clearWords],
  ['20: the iPhone’s narrow space and byte order mark', ['apple-ios-en-narrow-space'], clearWords],
  [
    '21: of nested forwards the innermost is the customer’s',
    ['nested-colleague-manager-customer', 'quoted-three-deep'],
    clearWords,
  ],
  [
    '22: what the customer quotes of us is cut',
    ['customer-quotes-our-agent', 'answer-below-in-german', 'answer-below-in-french'],
    { ...clear, words: expect.not.stringMatching(/wieder da|est retrouvé|acme/) },
  ],
  [
    '23: words that begin with “From:”',
    ['note-says-subject-and-from-the-heart'],
    { ...clear, words: expect.stringMatching(/^From: the bottom of our hearts/) },
  ],
  [
    '24: a note with “Subject:” in it',
    ['note-says-subject-and-from-the-heart'],
    { note: expect.stringContaining('Subject: please read this one') },
  ],
  [
    '25: the banner of a mail gateway is removed',
    [
      'banner-and-disclaimer',
      'banner-and-disclaimer-de',
      'banner-and-disclaimer-fr',
      'banner-and-disclaimer-es',
      'banner-and-disclaimer-nl',
      'html-banner-in-a-table',
    ],
    clearWords,
  ],
  [
    '26: the disclaimer is cut, the sign-off stays',
    [
      'banner-and-disclaimer',
      'banner-and-disclaimer-de',
      'banner-and-disclaimer-fr',
      'banner-and-disclaimer-es',
      'banner-and-disclaimer-nl',
    ],
    { words: expect.stringMatching(/Jane Sample$/) },
  ],
  ['27: a reply that quotes a customer is a forward', ['reply-quotes-customer'], { ...jane, words, unsure: ['words'] }],
  [
    '27: a reply that quotes only us is not',
    ['reply-quotes-only-us'],
    { customer: { name: null, email: null }, unsure: ['words', 'name', 'email', 'date'] },
  ],
  [
    '28: a forward without words is asked about',
    ['forward-with-nothing-in-it'],
    { ...jane, words: '', unsure: ['words'] },
  ],
  [
    '29: an .eml attached, inline, in base64, as octet-stream, in a digest',
    [
      'rfc822-attachment',
      'rfc822-inline',
      'rfc822-base64',
      'eml-as-octet-stream',
      'rfc822-in-a-digest',
      'rfc822-named-in-base64-with-a-note',
    ],
    clear,
  ],
  ['31: signed S/MIME is read', ['smime-signed'], clearWords],
  ['30: winmail.dat beside a text does not matter', ['winmail-beside-text'], clearWords],
  ['36: a hidden block of HTML is not read', ['html-hidden-second-mail'], clearWords],
];

describe('case', () => {
  test.each(cases)('%s', async (_title, mails, wanted) => {
    for (const name of mails) expect(await read(name), name).toMatchObject({ type: 'mail', mail: wanted });
  });

  test.each([
    ['30: winmail.dat alone gets a clear answer', 'winmail-only', 'winmail'],
    ['31: what is encrypted gets a clear answer', 'smime-encrypted', 'encrypted'],
    ['31: signed so that it cannot be read gets the same', 'smime-opaque', 'encrypted'],
  ])('%s', async (_title, name, what) => expect(await read(name)).toMatchObject(sealed(what)));

  test('32: of a mail with two From headers nobody is the forwarder', async () => {
    expect(await read('two-from-headers')).toMatchObject({ from: null });
  });

  test('33: of a From with two mailboxes nobody is the forwarder', async () => {
    const mail = Buffer.from('From: bob, evil@example.com\nSubject: Fwd: x\nMIME-Version: 1.0\n\nThank you!\n');
    expect(await createMailReader().read(mail)).toMatchObject({ from: null });
  });
});

test('the document has each case with the mails it is tried on', () => {
  for (const [title, mails] of cases) {
    const number = title.slice(0, title.indexOf(':'));
    const row = document.split('\n').find((line) => line.startsWith(`| ${number} |`)) ?? '';
    for (const name of mails) expect(row, title).toContain(`\`${name}\``);
  }
  const numbers = [...document.matchAll(/^\| (\d+) \|/gm)].map((row) => Number(row[1]));
  expect(numbers).toEqual(Array.from({ length: 44 }, (_, at) => at + 1));
});
