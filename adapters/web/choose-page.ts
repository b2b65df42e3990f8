import type { PersonShown } from '../../src/views.ts';
import { html } from './html.ts';
import { horn } from './marks.ts';
import { page, personLink, sampleBadge } from './shell.ts';

/** Where a newcomer chooses who to be. */
export function choosePage(people: readonly PersonShown[]): string {
  const cards = people.map((person) => html`<li>${personLink(person)}</li>`);
  return page(
    'Herald: who are you today?',
    html`<body class="choose"><main>
      <p class="brand">${horn}<span>Herald</span>${sampleBadge}</p>
      <h1>Who are you today?</h1>
      <p class="lead">Herald tells everyone, once a week, what colleagues did for customers when nothing had gone wrong. Try it as one of these sample colleagues; none of them is real, and nothing leaves this machine.</p>
      <ul class="people">${cards}</ul>
      <p class="hint">Open a second tab as somebody else to see both sides.</p>
    </main></body>`,
  );
}
