import type { IdeaChoices } from '../../src/ideas.ts';
import type { View } from '../../src/views.ts';
import type { Again, Form, WantedForm } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Seen, Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { showForm } from './forms.ts';
import { lookUp } from './look.ts';
import { groupsOf } from './pulse-teams.ts';
import { seenForForm } from './seen-for.ts';

/** A form with what it has to show, or what is to be said instead. */
export type Opened = { readonly shown: Shown } | { readonly view: View };

/** Opens a form for somebody; `again` with what they typed and what is wrong with it. */
export async function openForm(
  desk: Desk,
  asker: Pick<Asker, 'user' | 'talk'>,
  wanted: WantedForm,
  surface: Seen['surface'],
  again: Again | null = null,
): Promise<Opened> {
  const form = await formFor(desk, asker, wanted);
  if (!('form' in form)) return { view: form };
  const groups = form.form === 'settings' ? { groups: await groupsOf(desk) } : {};
  const seen = { ...(await seenForForm(desk, surface)), places: await placesFor(desk, asker, form), ...groups };
  // Nobody tells a story about themselves, so they are not offered.
  const others = seen.colleagues.filter(({ user }) => user !== asker.user);
  return { shown: showForm(form, form.form === 'kudos' ? { ...seen, colleagues: others } : seen, again) };
}

/** The company's touchpoints, where the form asks for one. */
async function placesFor(desk: Desk, asker: Pick<Asker, 'user' | 'talk'>, form: Form): Promise<Seen['places']> {
  const words = wordsFor(form);
  if (words === undefined) return { named: [], suggested: null };
  const found = await lookUp(desk, asker.talk, asker.user, { type: 'touchpoints', words });
  if (found.type !== 'touchpoints') return { named: [], suggested: null };
  return { named: found.touchpoints.map(({ name }) => name), suggested: found.suggested };
}

/** The words in which a touchpoint may be meant; null when none has to be suggested, undefined when none is asked for. */
function wordsFor(form: Form): string | null | undefined {
  if (form.form === 'kudos') return form.seed.words ?? null;
  if (form.form === 'obstacle') return form.words === '' ? null : form.words;
  if (form.form !== 'details') return undefined;
  return form.story.touchpoint === null ? form.story.words : null;
}

async function formFor(desk: Desk, asker: Pick<Asker, 'user' | 'talk'>, wanted: WantedForm): Promise<Form | View> {
  const look = (what: Parameters<typeof lookUp>[3]) => lookUp(desk, asker.talk, asker.user, what);
  switch (wanted.form) {
    case 'kudos':
    case 'praise':
    case 'obstacle':
      return wanted;
    case 'idea': {
      const { asks, idea } = wanted;
      if (idea === null) return { form: 'idea', asks, idea: null };
      const found = await look({ type: 'idea', idea });
      return found.type === 'idea' && stillAsked(asks, found.choices)
        ? { form: 'idea', asks, idea: found.idea }
        : found;
    }
    case 'cleared': {
      const found = await look({ type: 'obstacle', obstacle: wanted.obstacle });
      return found.type === 'obstacle' ? { form: 'cleared', obstacle: found.obstacle } : found;
    }
    case 'complete':
    case 'settle': {
      const found = await look({ type: 'praise', praise: wanted.praise });
      return found.type === 'praise-waiting' ? { form: wanted.form, praise: found.praise } : found;
    }
    case 'what-broke':
    case 'words':
    case 'details': {
      const found = await look({ type: 'story', story: wanted.story });
      return found.type === 'story' ? { form: wanted.form, story: found.story } : found;
    }
    case 'touchpoint': {
      const found = await look({ type: 'touchpoints', words: null });
      if (found.type !== 'touchpoints') return found;
      if (!found.mayChange) return { type: 'refusal', reason: 'admins-only' };
      if (wanted.touchpoint === null) return { form: 'touchpoint', touchpoint: null };
      const touchpoint = found.touchpoints.find(({ id }) => id === wanted.touchpoint);
      return touchpoint === undefined ? found : { form: 'touchpoint', touchpoint };
    }
    case 'settings': {
      const found = await look({ type: 'settings' });
      return found.type === 'settings' && found.mayChange ? { form: 'settings', settings: found.settings } : found;
    }
    default:
      return wanted satisfies never;
  }
}

/** What was offered may have been answered meanwhile: then the idea itself says how it stands. */
function stillAsked(asks: Extract<WantedForm, { form: 'idea' }>['asks'], { reword, back, rest }: IdeaChoices): boolean {
  return asks === 'words' ? reword : asks === 'clearing' ? back : asks === 'reason' ? rest : true;
}
