// What Teams' clients look like around a card, as far as Microsoft's renderer for cards can be told: our own guess at it.

type Colours = {
  readonly page: string;
  readonly card: string;
  readonly apart: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly warning: string;
  readonly line: string;
};

export const looks: { readonly [name: string]: Colours } = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    apart: '#f0f0f0',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    warning: '#b10e1c',
    line: '#d1d1d1',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    apart: '#383838',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    warning: '#f1707b',
    line: '#666666',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    apart: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    warning: '#ffff01',
    line: '#ffffff',
  },
};

/** The renderer's own settings for a look. */
export function hostConfig({ card, apart, text, subtle, accent, warning, line }: Colours) {
  const shade = (colour: string) => ({ default: colour, subtle: colour === text ? subtle : colour });
  const foregroundColors = {
    default: shade(text),
    dark: shade(text),
    light: shade(text),
    accent: shade(accent),
    good: shade(text),
    warning: shade(text),
    attention: shade(warning),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", "DejaVu Sans", "Noto Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: { default: style(card), emphasis: style(apart) },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline' },
    },
  };
}

/** Buttons and fields, which the renderer leaves to the page. */
export function styleOf({ page, card, text, accent, line }: Colours): string {
  return `
    body { margin: 0; padding: 16px; background: ${page}; font-family: "Segoe UI", "DejaVu Sans", sans-serif; }
    .shown { background: ${card}; border: 1px solid ${line}; border-radius: 6px; margin: 0 0 16px; overflow: hidden; }
    .ac-adaptiveCard { outline: none; }
    .ac-pushButton { background: transparent; color: ${text}; border: 1px solid ${line}; border-radius: 4px;
      padding: 6px 12px; font: 600 14px "Segoe UI", "DejaVu Sans", sans-serif; white-space: normal; }
    .ac-pushButton.style-positive { border-color: ${accent}; color: ${accent}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-input, .ac-textInput, select { background: ${card}; color: ${text}; border: 1px solid ${line};
      border-radius: 4px; padding: 6px 8px; font: 14px "Segoe UI", "DejaVu Sans", sans-serif; box-sizing: border-box; }
    textarea.ac-input { min-height: 72px; resize: none; }
    label, .ac-input-label { color: ${text}; }
    a, .ac-anchor { color: ${accent}; }
  `;
}
