import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as laneLists from './lane-cue-lists.ts';
import { tellsOfRepair } from './lane-cues.ts';
import * as praiseLists from './praise-cue-lists.ts';

// Whether "Did something go wrong first?" is asked.

const recoveries = [
  'The cake arrived with the wrong name on it. Ben drove over and fixed it in our kitchen.',
  'Our order was three days late. Ana called every morning and refunded the shipping.',
  'The parcel never arrived, so Chloé sent another the same day.',
  'They mixed up two deliveries and put it right before noon.',
  'I was double charged; Hiro saw it and refunded me while we spoke.',
  'The printer stopped working during the fair and Noor got it working with a paper clip.',
  'There was an issue with my invoice, resolved in ten minutes.',
  'A leak ruined the shelf. They replaced it without a word.',
  'They apologised for the mix-up and added a voucher.',
  'The outage cost us a morning. Ana compensated us without being asked.',
  'No problem with the first box, but the second was damaged. They sent a new one.',
  'Die Lieferung war beschädigt, und am nächsten Tag stand Ersatz vor der Tür.',
  'Ihr habt die falsche Farbe geschickt und sofort umgetauscht.',
  'La vitre était cassée à la livraison, elle a été remplacée le lendemain.',
  'Une erreur sur la facture, corrigée dans l’heure.',
  'El pedido llegó con retraso y Ana nos reembolsó el envío.',
  'La lámpara llegó rota y la repararon gratis.',
  'De bestelling kwam met vertraging en werd terugbetaald.',
  'Er zat een fout in de rekening, binnen een uur rechtgezet.',
];

const wins = [
  'No problem at all, she said, and fixed our dinner table to the wall for free.',
  'No problem, no problem! And then he repaired the neighbour’s fence too.',
  'Ben kept the shop open late and fixed my bike lamp.',
  'Chloé stayed late to help us solve the seating plan, and solved it.',
  'Everything was there, nothing missing, and an old cable replaced on the way out.',
  'By mistake the customer ordered two, and Ana refunded one with a smile.',
  'It was my own mistake, and they still replaced it.',
  'I forgot my charger and Noor sent me a new one before I asked.',
  'Ana found my lost parcel before I even knew it was gone.',
  'She drew a map for my father, who cannot read small print.',
  'Ben carried the sofa up four floors and stayed for the screws.',
  'Hiro called just to ask how the wedding had been.',
  'Without missing a beat he sorted out our tickets, our coats and our mood.',
  'A crash course in coffee, and then he replaced the filter himself.',
  'A delivery without incident, and incidentally she fixed the doorbell.',
  'The latest issue of your magazine made me fix a date with my sister.',
  'He replaced the bulb in the hall although nobody had asked.',
  'A faultless evening. The sommelier replaced my glass each time I looked away.',
  'Thank you for a fixed price and a free breakfast.',
  'The waiter apologised for interrupting and brought a candle for my mother.',
  'Die Anmeldung ging problemlos, und Ben hat nebenbei den Stuhl repariert.',
  'Kein Problem, sagte sie, und hat uns den Schlüssel ersetzt.',
  'Ana hat unserem Kind die Fabrik gezeigt.',
  'Aucun problème : il a même réparé la sonnette.',
  'Tout est arrivé sans retard, et le livreur a remplacé une ampoule.',
  'El repartidor subió la caja hasta el quinto piso.',
  'Nunca olvidaré cómo arregló las flores para mi madre.',
  'Sin ningún problema reparó también la puerta de la vecina.',
  'Geen probleem, zei ze, en heeft ook nog de lamp vervangen.',
  'Zij heeft mijn opa de hele tuin laten zien.',
];

const neither = [
  'Thank you so much for everything.',
  'Vielen Dank für die schnelle Antwort!',
  'Merci beaucoup.',
  'Muchas gracias por todo.',
  'Dank jullie wel!',
  'My order is three days late. Where is it?',
  'Die Lampe ist kaputt angekommen.',
  'The fix for the shelf was quick.',
  'Please tell me your opening hours.',
  '',
];

describe('words that carry a problem and a repair', () => {
  test.each(recoveries)('are asked about: %s', (words) => expect(tellsOfRepair(words)).toBe(true));
});

describe('a win’s words', () => {
  test.each(wins)('are taken as they are: %s', (words) => expect(tellsOfRepair(words)).toBe(false));
});

describe('words of thanks, a complaint, a question', () => {
  test.each(neither)('are not asked about: %s', (words) => expect(tellsOfRepair(words)).toBe(false));
});

describe('the lists', () => {
  const lists: Readonly<Record<string, string>> = { ...laneLists, ...praiseLists };
  const each = Object.entries(lists).flatMap(([name, list]) =>
    list.split(',').map((cue) => [name, cue.trim()] as const),
  );

  test('hold each cue once, written as text is searched', () => {
    for (const name of Object.keys(lists)) {
      const own = each.filter(([list]) => list === name).map(([, cue]) => cue);
      expect([name, own.toSorted()]).toEqual([name, [...new Set(own)].toSorted()]);
    }
    for (const [, cue] of each) expect(cue).toMatch(/^\*?[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+|\s[\p{L}\p{N}]+)*\*?$/u);
  });

  test('hold no word that a stem beside it takes already', () => {
    const { NO_PROBLEM: _, COURTESY: __, ...searched } = lists;
    for (const list of Object.values(searched)) {
      const own = list.split(',').map((cue) => cue.trim());
      const stems = own.filter((cue) => /^[^*].*\*$/.test(cue)).map((cue) => cue.slice(0, -1));
      const needless = own.filter(
        (cue) => !cue.includes(' ') && stems.some((stem) => cue !== `${stem}*` && cue.startsWith(stem)),
      );
      expect(needless).toEqual([]);
    }
  });
});

test('case, punctuation and the kind of apostrophe change nothing', () => {
  const marks = fc.constantFrom('', '.', '!', ',', ' …', ' —', '?');
  fc.assert(
    fc.property(fc.constantFrom(...recoveries, ...wins, ...neither), marks, fc.boolean(), (words, mark, loud) => {
      const dressed = `${mark} ${(loud ? words.toUpperCase() : words).replaceAll('’', "'")}${mark}`;
      expect(tellsOfRepair(dressed)).toBe(tellsOfRepair(words));
    }),
  );
});
