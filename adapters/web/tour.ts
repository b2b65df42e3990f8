import type { Post } from '../../src/views.ts';
import { type Html, html, nothing } from './html.ts';

type Known = {
  readonly posts: readonly Post[];
  readonly forMe: readonly Post[];
  readonly waiting: number;
  readonly due: string | null;
  readonly when: string;
};

/** The first steps of a newcomer; gone once all are done. */
export function tour({ posts, forMe, waiting, due, when }: Known): Html {
  const told = posts.some(({ view }) => view.type === 'story-told' || view.type === 'story-withdrawn');
  const digested = posts.some(({ view }) => view.type === 'digest' || view.type === 'quiet-week');
  const brought = waiting > 0 || digested || [...posts, ...forMe].some(({ view }) => view.type === 'praise-settled');
  if (told && brought && digested) return nothing;
  const moveClock =
    due === null
      ? nothing
      : html` <button type="button" class="button quiet" data-do="${JSON.stringify({ type: 'move-clock', to: due })}">Move the clock</button>`;
  return html`<section class="tour" aria-labelledby="tour-title"><h3 id="tour-title">The whole story in two minutes</h3>
    <ol>
      ${step(told, html`<b>Tell a story.</b> Type /kudos, a @name and what they did.`, html`<button type="button" class="button quiet" data-fill="/kudos @">Begin one</button>`)}
      ${step(brought, html`<b>Bring in a customer’s words.</b> Drop a forwarded mail here, then say what it is.`, html`<button type="button" class="button quiet" data-look="mail-form" data-id="">Bring in a mail</button>`)}
      ${step(digested, html`<b>Move the clock</b> to ${due === null ? 'the digest’s moment' : when} and watch the digest arrive.`, moveClock)}
    </ol></section>`;
}

function step(done: boolean, what: Html, how: Html): Html {
  return html`<li class="${done ? 'done' : 'open'}"><span>${done ? html`<span class="visually-hidden">Done: </span>` : nothing}${what}</span>${done ? nothing : how}</li>`;
}
