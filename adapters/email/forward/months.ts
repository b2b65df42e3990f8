// Names of months as mail programs print them. Node knows them for every language; none is listed here by hand.

const known = new Map<string, ReadonlyMap<string, number>>();

/** Lower-case names and short names of a language's months, without a final dot, to 1 … 12. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
  const months = known.get(language) ?? collectMonths(language);
  known.set(language, months);
  return months;
}

// With a day beside it, many languages put the month into another case ("5 maja", "5 мая").
function collectMonths(language: string): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const style of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC', calendar: 'gregory' });
    const dated = new Intl.DateTimeFormat(language, {
      month: style,
      day: 'numeric',
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    for (let month = 1; month <= 12; month += 1) {
      const day = Date.UTC(2024, month - 1, 15);
      const inDate = dated.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
      for (const name of [alone.format(day), inDate]) addName(months, name, month);
    }
  }
  return months;
}

function addName(months: Map<string, number>, name: string, month: number): void {
  const plain = name.toLowerCase().replace(/\.$/, '');
  if (plain.length < 3 || /\d/.test(plain)) return;
  months.set(plain, month);
  // Programs shorten as they like: "sept", "févr", "janv", "Sept."; three letters are enough where they are one month's.
  const three = plain.slice(0, 3);
  if (!months.has(three)) months.set(three, month);
  else if (months.get(three) !== month && plain !== three) months.delete(three);
}
