import { describe, expect, test } from 'vitest';
import { suggestLane } from './suggest-lane.ts';

describe('what a customer’s words look like', () => {
  test.each([
    ['the wrong thing came, and was replaced', 'The wrong shoes came, and Ben replaced them the same day.', 'recovery'],
    ['a failure made good, in German', 'Die Lampe war kaputt und wurde am nächsten Tag ersetzt.', 'recovery'],
    [
      'a failure made good, in French',
      'Le colis est arrivé cassé, remplacé le lendemain avec un mot d’excuse.',
      'recovery',
    ],
    [
      'a failure made good, in Spanish',
      'El paquete llegó roto y lo cambiaron el mismo día, con disculpas.',
      'recovery',
    ],
    ['what nobody had to do', 'She noticed my crutches and carried the boxes up without being asked.', 'win'],
    ['the same in German', 'Ohne dass ich etwas sagte, hat er meiner Oma die Uhr gestellt.', 'win'],
    ['the same in French', 'Il a monté les cartons de ma mère sans que je demande rien.', 'win'],
    ['the same in Spanish', 'Se quedó una hora más para ayudarle a mi padre.', 'win'],
    [
      'another firm’s failure',
      'The airline lost our luggage. Your colleague lent us everything for the wedding.',
      'win',
    ],
    ['the customer’s own mistake', 'I forgot my notes, my own fault. He stayed late and drew them for me.', 'win'],
    ['“no problem at all”', 'No problem at all, she said, and walked us to the station.', 'win'],
    ['thanks', 'Thank you for your help.', 'thanks'],
    ['thanks in German', 'Vielen Dank für die Karte.', 'thanks'],
    ['thanks in Japanese', '本当にありがとうございました。', 'thanks'],
    ['a good mark in general', 'Great service as always, keep up the good work.', 'thanks'],
    ['a complaint', 'I am disappointed. Nobody rings back.', 'not-praise'],
    ['a question', 'Where is my parcel?', 'not-praise'],
    ['irony', 'Thank you for nothing.', 'not-praise'],
    ['an errand', 'Please send the invoice.\n\nKind regards,\nJane', 'not-praise'],
    ['a request that thanks in advance', 'Please call me back. Thanks in advance!', 'not-praise'],
  ])('%s: %s', (_what, words, lane) => expect(suggestLane(words)?.lane).toBe(lane));

  test.each([
    ['the end of a letter', 'Mit freundlichen Grüßen'],
    ['a colleague of that name', 'Ravi has the key.'],
    ['a language that no list is in', 'Ingependeko nziza cyane.'],
    ['nothing', ' \n '],
  ])('nothing is suggested for %s', (_what, words) => expect(suggestLane(words)).toBeNull());

  test('the words that led to it are the customer’s, a few of them, each once', () => {
    const words =
      'The lamp came broken. Broken! Ana replaced it the next morning, sent a voucher and apologised for the error.';
    const because = suggestLane(words)?.because ?? [];
    expect(because).toContain('broken');
    expect(because.length).toBeLessThanOrEqual(4);
    expect(new Set(because).size).toBe(because.length);
    for (const reason of because) expect(words.toLowerCase()).toContain(reason);
  });

  test('a recovery is never chosen already: complaints about a poor repair read too much like one', () => {
    const words = 'Broken on arrival. Replaced within a day, with an apology and a voucher.';
    expect(suggestLane(words)).toMatchObject({ lane: 'recovery', sure: false });
  });

  test('one that is as good as tossing a coin is not chosen already', () => {
    expect(suggestLane('Thank you all for your help, great service as always.')?.sure).toBe(true);
    expect(suggestLane('Ben carried the box and lost the lid.')?.sure).toBe(false);
  });

  test('a text without end is read like any other', () => {
    expect(suggestLane('broken and replaced, no problem at all, thank you so '.repeat(100_000))).not.toBeNull();
  });
});
