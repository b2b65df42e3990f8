// Forwarded mails: dropped anywhere, chosen, pasted, or one of the samples.

import { say, showAnswer, showNote } from './answers.js';
import { refresh } from './channel.js';
import { fetchSample, sendMail, TurnedAway, whenReached } from './server.js';

const overlay = document.getElementById('drop-here');

export function startMails() {
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    overlay.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) overlay.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    overlay.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    void bringAll([...event.dataTransfer.files]);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void bringAll(files);
  });
}

/** One after another, so that their cards stand in the order in which they were chosen. */
export async function bringAll(files) {
  for (const file of files) await bring(file);
}

export async function bringSample(id) {
  await bring(await fetchSample(id));
}

/** Pasted text; resolves to whether it has come in, so that it stays where it was pasted when it has not. */
export async function bringPasted(words) {
  const answer = await bring(new Blob([words]), true);
  return answer !== null && !answer.refused;
}

async function bring(blob, pasted = false) {
  const { mailBytes, mailTooBig } = document.body.dataset;
  if (blob.size > Number(mailBytes)) return turnedAway(mailTooBig);
  return tryToBring(blob, crypto.randomUUID(), pasted);
}

async function tryToBring(blob, key, pasted) {
  try {
    const answer = await sendMail(blob, key, pasted);
    const titled = answer.refused && blob.name ? { ...answer, said: `${blob.name}: ${answer.said}` } : answer;
    showAnswer(titled, { focus: !answer.refused });
    if (!answer.refused) clearAway();
    void refresh();
    return answer;
  } catch (error) {
    if (error instanceof TurnedAway) {
      return turnedAway(error.message);
    }
    keepForLater(blob, key, pasted, error.message);
    return null;
  }
}

function turnedAway(message) {
  const card = showNote(message, 'Close', () => card.remove());
  return null;
}

/** The place where mails are chosen has done its work, unless something is pasted there still. */
function clearAway() {
  const paste = document.querySelector('#answers [data-paste]');
  if (paste && paste.value.trim() === '') paste.closest('.answer').remove();
}

function keepForLater(blob, key, pasted, message) {
  const again = () => {
    stopWaiting();
    card.remove();
    say('Sending again.');
    void tryToBring(blob, key, pasted);
  };
  const card = showNote(`${message} The mail goes out as soon as Herald is back.`, 'Send again', again);
  const stopWaiting = whenReached(again);
}
