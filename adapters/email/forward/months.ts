// Names of months as mail programs print them. Node knows them for every language; none is listed here by hand.

type Names = ReadonlyMap<string, number>;

const known = new Map<string, Names>();

/** The month, 1 … 12, that a lower-case word names in a language: whole, or shortened so that one month is left. */
export function monthNamed(word: string, language: string): number | null {
  const names = namesOf(language);
  // Hebrew writes "in" and the month as one word.
  const exact = names.get(word) ?? names.get(word.replace(/^ב/, ''));
  if (exact !== undefined || word.length < 3) return exact ?? null;
  const begun = new Set([...names].filter(([name]) => name.startsWith(word)).map(([, month]) => month));
  return begun.size === 1 ? ([...begun][0] ?? null) : null;
}

function namesOf(language: string): Names {
  const names = known.get(language) ?? collectNames(language);
  known.set(language, names);
  return names;
}

// With a day beside it, many languages put the month into another case ("5 maja", "5 мая").
function collectNames(language: string): Names {
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC', calendar: 'gregory' });
    const dated = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
    for (let number = 1; number <= 12; number += 1) {
      const day = Date.UTC(2024, number - 1, 15);
      const inDate = dated.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
      for (const shown of [alone.format(day), inDate]) {
        const name = shown.toLowerCase().replace(/\.$/, '');
        if (name.length >= 3 && !/\d/.test(name)) names.set(name, number);
      }
    }
  }
  return names;
}
