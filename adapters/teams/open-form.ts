import type { View } from '../../src/views.ts';
import type { Again, Form, WantedForm } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Seen, Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { showForm } from './forms.ts';
import { lookUp } from './look.ts';
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
  const seen = await seenForForm(desk, surface);
  // Nobody tells a story about themselves, so they are not offered.
  const others = seen.colleagues.filter(({ user }) => user !== asker.user);
  return { shown: showForm(form, form.form === 'kudos' ? { ...seen, colleagues: others } : seen, again) };
}

async function formFor(desk: Desk, asker: Pick<Asker, 'user' | 'talk'>, wanted: WantedForm): Promise<Form | View> {
  const look = (what: Parameters<typeof lookUp>[3]) => lookUp(desk, asker.talk, asker.user, what);
  switch (wanted.form) {
    case 'kudos':
    case 'praise':
      return wanted;
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
    case 'settings': {
      const found = await look({ type: 'settings' });
      return found.type === 'settings' && found.mayChange ? { form: 'settings', settings: found.settings } : found;
    }
    default:
      return wanted satisfies never;
  }
}
