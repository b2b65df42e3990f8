/** Markup that is safe to send. Made by `html` alone, which escapes whatever is not markup already. */
export type Html = { readonly html: string };

type Value = Html | string | number | null | readonly Html[];

/** Markup from a template: strings put into it are escaped, markup stays, null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.map((part, index) => part + written(values[index] ?? null)).join('') };
}

export const nothing: Html = { html: '' };

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}

const REPLACEMENTS: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => REPLACEMENTS[sign] ?? '');
}

/** What somebody wrote, with its own direction of writing. */
export function byPeople(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}
