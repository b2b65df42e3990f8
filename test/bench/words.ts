// Stories of some 150 letters, the same for the same number. The parts combine into enough different words and sentences
// for a full-text index to have real work.

const WHO = [
  'The night shift',
  'Our driver',
  'The desk on the third floor',
  'A colleague at the counter',
  'The workshop',
];
const DID = [
  'stayed on the line with a florist until the last box had found its way',
  'drew a map by hand for a school that could not find our gate',
  'learned a few words of Portuguese to greet a family at the door',
  'noticed a birthday on the order and wrote a card that everybody signed',
  'carried two washing machines to the fourth floor without being asked',
  'called a nervous first-time customer the evening before the delivery',
  'wrapped every cup of an inherited tea set and numbered the parcels',
  'waited in the rain with somebody whose taxi was late',
  'found the one spare knob that a thirty-year-old oven was missing',
  'explained the form so patiently that the whole queue was listening',
];
const THEN = [
  'and the answer was a drawing that hangs in our kitchen now',
  'and nobody had asked for it',
  'which made a stranger smile for the rest of a long day',
  'and now the neighbours ask for us by name',
  'although the shift had ended an hour before',
];
const PLACES = ['Lisbon', 'Ghent', 'Tampere', 'Graz', 'Cork', 'Brno', 'Lund', 'Porto', 'Bergen', 'Turin', 'Leiden'];

export function storyWords(number: number): string {
  const pick = (from: readonly string[], stride: number) => from[Math.floor(number / stride) % from.length] ?? '';
  const place = pick(PLACES, 1);
  return `${pick(WHO, 3)} ${pick(DID, 1)} ${pick(THEN, 7)}. Order ${1_000_000 + number} to ${place}.`;
}
