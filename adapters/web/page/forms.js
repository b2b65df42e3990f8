// Fields: what is in them, which of them are asked for, and what is wrong with them.

/** What a form asks for, with its fields as they are filled in. */
export function askedBy(form) {
  const asked = JSON.parse(form.dataset.do);
  for (const [name, value] of new FormData(form)) {
    if (name === 'heroes') asked.heroes = [...(asked.heroes ?? []), value];
    else asked[name] = value;
  }
  return asked;
}

/** Some questions are asked only after an answer to another. */
export function showAskedFields(form) {
  const chosen = new Set([...new FormData(form)].map(([name, value]) => `${name}=${value}`));
  for (const part of form.querySelectorAll('[data-when]')) {
    part.hidden = !part.dataset.when.split(' ').some((pair) => chosen.has(pair));
  }
}

/** Says what is wrong, at its field where it has one, and goes there. */
export function showFault(form, field, message) {
  clearFaults(form);
  const place = (field && form.querySelector(`[data-fault="${field}"]`)) || form.querySelector('[data-fault=""]');
  place.textContent = message;
  place.hidden = false;
  const input = field === null ? null : form.querySelector(`[name="${field}"]`);
  if (input?.matches('textarea, input[type="text"]')) input.setAttribute('aria-invalid', 'true');
  (input ?? form.querySelector('[type="submit"]')).focus();
}

export function clearFaults(form) {
  for (const fault of form.querySelectorAll('[data-fault]')) {
    fault.hidden = true;
    fault.textContent = '';
  }
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}
