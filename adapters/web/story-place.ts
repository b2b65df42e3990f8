import { randomUUID } from 'node:crypto';
import type { Story } from '../../src/views.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { itWasAt } from '../../src/wording/touchpoints.ts';
import { doing, form, lineField, sendButton, unfolding } from './controls.ts';
import { type Html, html, nothing } from './html.ts';
import { touchpointField } from './kudos-form.ts';
import type { Seen } from './seen.ts';
import { sentence } from './sentence.ts';

/** Says which customer it was and where; a touchpoint that the words name is one click away, and nobody's choice yet. */
export function storyPlace(story: Story, { places, timeZone }: Seen): Html {
  const { id: storyId, customer, touchpoint, voice } = story;
  const { suggested } = places;
  const id = `details-${randomUUID()}`;
  // A customer's own story is named as whoever settled it chose.
  const which =
    voice === 'customer'
      ? nothing
      : lineField({
          name: 'customer',
          id: `${id}-customer`,
          label: `${fields.customer} ${fields.optional}`,
          value: customer ?? '',
        });
  const asked = { type: 'add-details', story: storyId };
  const kept = voice === 'customer' ? { ...asked, customer: customer ?? '' } : asked;
  const inside = html`${which}${touchpointField(`${id}-touchpoint`, places.named, touchpoint ?? '')}<div class="actions">${sendButton(buttons.saveDetails)}</div>`;
  const suggestion =
    suggested === null
      ? nothing
      : doing(
          { ...asked, customer: customer ?? '', touchpoint: suggested },
          html`<span>${sentence((pen) => itWasAt(suggested, pen), timeZone)}</span>`,
        );
  return html`${suggestion}${unfolding(buttons.addDetails, form(kept, inside))}`;
}
