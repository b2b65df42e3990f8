// Runs in the page, beside Microsoft's renderer.

/** Draws each card in a form of its own, so that the choices of one are not those of another. */
globalThis.drawCards = ({ cards, config }) => {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replace(/\*\*(.+?)\*\*/g, '<b>$1</b>');
    result.didProcess = true;
  };
  for (const json of cards) {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(config);
    card.parse(json);
    const place = document.createElement('form');
    place.className = 'shown';
    place.append(card.render() ?? 'Nothing to show');
    document.body.append(place);
  }
};
