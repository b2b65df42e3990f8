import type { PersonShown } from '../../src/views.ts';
import { visibleName } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { byPeople, type Html, html } from './html.ts';
import { MAIL_BYTES } from './limits.ts';
import { horn, portrait } from './marks.ts';
import { CHANNEL, organization } from './sample.ts';
import { page, personLink, sampleBadge } from './shell.ts';

export const mailTooBig: string = refusalSentence(
  { type: 'refusal', reason: 'nothing-readable', what: 'too-big', limit: MAIL_BYTES },
  plainPen('UTC'),
);

/** The page itself; what changes is fetched by its script. */
export function channelPage(me: PersonShown, people: readonly PersonShown[]): string {
  return page(
    `#${CHANNEL} as ${visibleName(me.name)} · Herald`,
    html`<body class="house" data-as="${me.user}" data-pane="channel" data-mail-bytes="${MAIL_BYTES}" data-mail-too-big="${mailTooBig}">
      <a class="skip" href="#composer-text">Skip to where you type</a>
      ${header(me, people)}
      <nav class="panes" aria-label="Views"><button type="button" class="button" data-show-pane="channel" aria-current="true">#${CHANNEL}</button><button type="button" class="button" data-show-pane="you">For you<span class="number" id="waiting-number" hidden></span></button></nav>
      <main class="views"><section class="channel" aria-labelledby="channel-title">
        <h2 id="channel-title">#${CHANNEL}</h2>
        <div class="scroll" id="channel-scroll" tabindex="0" role="region" aria-label="Messages in #${CHANNEL}">
          <div id="tour"></div>
          <p class="empty" id="channel-empty" hidden>Nothing has been told yet. The first story could be yours.</p>
          <div id="posts"></div>
          <h2 class="visually-hidden" id="answers-title">Answers that only you see</h2>
          <div id="answers"></div>
        </div>
        ${composer(people)}
      </section>
      <section class="you" aria-labelledby="you-title"><h2 id="you-title">For you</h2>
        <div class="scroll" id="you-scroll" tabindex="0" role="region" aria-label="Messages for you">
          <section aria-labelledby="inbox-title"><h3 id="inbox-title">Your inbox</h3>
            <ul class="lines" id="inbox"></ul>
            <p class="empty" id="inbox-empty">No customer’s words wait for you. Drop a forwarded mail anywhere on this page.</p></section>
          <section aria-labelledby="messages-title"><h3 id="messages-title">Messages</h3>
            <div id="for-you"></div>
            <p class="empty" id="for-you-empty">When somebody names you in a story, you read it here first.</p></section>
        </div></section></main>
      <p class="visually-hidden" id="said" role="status"></p>
      <div class="drop-here" id="drop-here" hidden><p>Let go to bring in the mail</p></div>
      <noscript><p class="noscript">This page needs JavaScript.</p></noscript>
      <script type="module" src="/sandbox/page/sandbox.js"></script>
    </body>`,
  );
}

function header(me: PersonShown, people: readonly PersonShown[]): Html {
  const others = people
    .filter((person) => person.person !== me.person)
    .map(
      (person) =>
        html`<li>${personLink(person)}<a class="button quiet" href="/?as=${person.user}" target="_blank" rel="noopener">New tab<span class="visually-hidden"> as ${byPeople(visibleName(person.name))}</span></a></li>`,
    );
  return html`<header class="top">
    <h1 class="brand">${horn}<span class="wordmark">Herald</span><span class="company">${organization.name}</span>${sampleBadge}</h1>
    <div class="clock" role="group" aria-label="This page’s clock"><p><span class="hint">This page’s clock</span> <time id="clock-text"></time></p><button type="button" class="button plain" id="move-clock" hidden></button></div>
    <p class="line-state" id="line-state" role="status"></p>
    <details class="who"><summary>${portrait(me.name)}<span><span class="hint">You are</span> <b>${byPeople(visibleName(me.name))}</b></span></summary>
      <div class="menu"><ul>${others}</ul></div></details>
  </header>`;
}

/** A text area cannot be a combobox by the rules of HTML; it points at the list of names by the attributes it may have. */
function composer(people: readonly PersonShown[]): Html {
  const names = people.map(({ user, name }) => ({ user, name: visibleName(name) }));
  return html`<form class="composer" id="composer" novalidate data-people="${JSON.stringify(names)}">
    <ul class="names" id="names" role="listbox" aria-label="People" hidden></ul>
    <label class="visually-hidden" for="composer-text">Type a command</label>
    <textarea id="composer-text" rows="2" placeholder="/kudos @name what happened" autocomplete="off" spellcheck="true" aria-autocomplete="list" aria-haspopup="listbox" aria-controls="names" aria-describedby="composer-hint composer-fault"></textarea>
    <p class="fault" id="composer-fault" hidden></p>
    <div class="actions">
      <button type="button" class="button plain" data-look="kudos-form" data-id="">Use the form</button>
      <button type="button" class="button plain" data-look="mail-form" data-id="">Bring in a mail</button>
      <p class="hint" id="composer-hint">Enter sends, Shift+Enter begins a new line</p>
      <button type="submit" class="button strong" id="composer-send">Send</button>
    </div>
  </form>`;
}
