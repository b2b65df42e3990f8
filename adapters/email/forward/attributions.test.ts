import { expect, test } from 'vitest';
import { readAttribution } from './attributions.ts';
import { readLine } from './quote.ts';

const read = (text: string) => readAttribution(text.split('\n').map(readLine), 0);

test.each([
  'On Mon, Feb 3, 2025 at 10:23 AM Jane Sample <jane@customer.example> wrote:',
  'On 3 Feb 2025, at 10:23, Jane Sample <jane@customer.example> wrote:',
  'On Monday, February 3, 2025 at 10:23:45 AM GMT+1, Jane Sample <jane@customer.example> wrote:',
  'Am Mo., 3. Feb. 2025 um 10:23 Uhr schrieb Jane Sample <jane@customer.example>:',
  'Le lun. 3 févr. 2025 à 10:23, Jane Sample <jane@customer.example> a écrit :',
  'El lun, 3 feb 2025 a las 10:23, Jane Sample (<jane@customer.example>) escribió:',
  'Op ma 3 feb 2025 om 10:23 schreef Jane Sample <jane@customer.example>:',
  'Il giorno lun 3 feb 2025 alle ore 10:23 Jane Sample <jane@customer.example> ha scritto:',
  'Em seg., 3 de fev. de 2025 às 10:23, Jane Sample <jane@customer.example> escreveu:',
  'pon., 3 lut 2025 o 10:23 Jane Sample <jane@customer.example> napisał(a):',
  'Den mån 3 feb. 2025 kl 10:23 skrev Jane Sample <jane@customer.example>:',
  'ma 3. helmik. 2025 klo 10.23 Jane Sample <jane@customer.example> kirjoitti:',
  'po 3. 2. 2025 v 10:23 odesílatel Jane Sample <jane@customer.example> napsal:',
  'пн, 3 февр. 2025 г. в 10:23, Jane Sample <jane@customer.example>:',
  '2025年2月3日(月) 10:23 Jane Sample <jane@customer.example>:',
  'Jane Sample <jane@customer.example> 于2025年2月3日周一 10:23写道：',
  '2025년 2월 3일 (월) 오전 10:23, Jane Sample <jane@customer.example>님이 작성:',
  'Jane Sample <jane@customer.example> wrote:',
])('%s', (line) => {
  expect(read(line)?.author).toMatchObject({ name: 'Jane Sample', email: 'jane@customer.example' });
});

test('an attribution wrapped over two lines', () => {
  const attribution = read('On Mon, Feb 3, 2025 at 10:23 AM Jane Sample\n<jane@customer.example> wrote:\n\n> Hi');
  expect(attribution).toMatchObject({ author: { name: 'Jane Sample', email: 'jane@customer.example' }, end: 2 });
});

test('a name without an address', () => {
  expect(read('On 3 February 2025 Jane Sample wrote:\n> Hi')?.author).toMatchObject({
    name: 'Jane Sample',
    email: null,
  });
});

test.each([
  'On Monday I wrote:',
  'Am Montag schrieb ich um 10:00 folgendes:',
  'I wrote:',
  'Here is what we loved:',
  'On 3 February 2025 everything changed.',
  'Write to jane@customer.example:',
])('"%s" is somebody’s sentence', (line) => {
  expect(read(`${line}\n\nand so on`)).toBeNull();
});
