import { expect, test } from 'vitest';
import { noteOf, wordsOf } from './words.ts';

const words = (text: string) => wordsOf(text.split('\n'));

test('words stay as they were written', () => {
  const text =
    'Dear Ana,\n\n  * you found it\n  * you brought it\n\nPS: I confirm this is my own opinion :-)\n--\nJane Sample\nCustomer Ltd';
  expect(words(text)).toBe(text);
});

test.each([
  ['CAUTION: This email originated from outside your organization.\n\nThanks!'],
  [
    "[You don't often get email from jane@customer.example. Learn why this is important at https://example.com/x ]\n\nThanks!",
  ],
  ['Sie erhalten nicht oft eine E-Mail von jane@kunde.example. Erfahren Sie, warum dies wichtig ist\nThanks!'],
  [
    'Vous ne recevez pas souvent de courriers de la part de jane@client.example. Découvrez pourquoi ceci est important\n\nThanks!',
  ],
  ['[EXTERNAL] Thanks!'],
  ['*** EXTERNAL EMAIL ***\nThanks!'],
  ['Externe E-Mail: Vorsicht bei Links\n\nThanks!'],
  ['Thanks!\n\nSent from my iPhone'],
  ['Thanks!\n\nVon meinem iPhone gesendet'],
  ['Thanks!\n\nGet Outlook for iOS<https://example.com/ios>'],
  ['Thanks!\n\n________________________________\nThis message may contain confidential information.'],
  ['Thanks!\n\nSitz der Gesellschaft: Musterstadt\nGeschäftsführer: J. Muster'],
  ['Thanks!\n\n> We are on it.\n> Support'],
])('%j: only the thanks stays', (text) => {
  expect(words(text)).toBe('Thanks!');
});

test.each([
  'An external email told me to ask for Ana.',
  'Sent from my heart: thank you!',
  'I was the intended recipient of so much kindness.',
  'Dear Ana,\n\nThe parcel’s intended recipient was my grandmother, and you made her whole week.',
])('"%s" is a person speaking', (text) => {
  expect(words(text)).toBe(text);
});

test('a warning that a program ran into the words does not take them with it', () => {
  const text = `CAUTION: This email originated from outside. Dear Ana, ${'thank you so very much. '.repeat(30)}`.trim();
  expect(words(text)).toBe(text);
});

test('a footer right below the sign-off leaves the name', () => {
  expect(words('Thanks!\n\nKind regards,\nJane Sample\nThis e-mail and any attachments are confidential.')).toBe(
    'Thanks!\n\nKind regards,\nJane Sample',
  );
});

test('a letter that is quoted as a whole is kept without its marks', () => {
  expect(words('> Thanks!\n>\n> Jane')).toBe('Thanks!\n\nJane');
});

test('answers between quotations stay in their place', () => {
  expect(words('> Was it late?\nNo, early!\n> Was it whole?\nYes.\n> Bye')).toBe(
    '> Was it late?\nNo, early!\n> Was it whole?\nYes.',
  );
});

test('a note loses the phone’s line and the rule above the forward, and keeps its signature', () => {
  expect(noteOf(['For the digest!', '', 'Mia Manager', 'Sent from my iPhone', '', '________________'])).toBe(
    'For the digest!\n\nMia Manager',
  );
});
