/** Colours and distances close to Teams' light theme, for Microsoft's own renderer. */
export const HOST_CONFIG = {
  fontFamily: '"Segoe UI", "Open Sans", "DejaVu Sans", sans-serif',
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#E1DFDD' },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  containerStyles: Object.fromEntries(
    Object.entries({
      default: '#FFFFFF',
      emphasis: '#F5F5F5',
      good: '#E7F2DA',
      attention: '#FDF3F4',
      warning: '#FBF6D9',
      accent: '#E8EBFA',
    }).map(([style, backgroundColor]) => [
      style,
      {
        backgroundColor,
        foregroundColors: {
          default: { default: '#242424', subtle: '#616161' },
          accent: { default: '#4F52B2', subtle: '#5B5FC7' },
          good: { default: '#237B4B', subtle: '#237B4B' },
          warning: { default: '#835C00', subtle: '#835C00' },
          attention: { default: '#C4314B', subtle: '#C4314B' },
        },
      },
    ]),
  ),
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    spacing: 'default',
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
  inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
} as const;

export const STYLE = `
  body { margin: 0; padding: 12px; background: #F5F5F5; font-family: "Segoe UI", "Open Sans", "DejaVu Sans", sans-serif; }
  #card { background: #fff; border: 1px solid #E1DFDD; border-radius: 6px; overflow: hidden; }
  .ac-actionSet { flex-wrap: wrap !important; row-gap: 8px; }
  .ac-pushButton { font: 600 14px/20px "Segoe UI", "Open Sans", sans-serif; padding: 5px 12px; border-radius: 4px; border: 1px solid #D1D1D1; background: #fff; color: #242424; white-space: normal !important; text-align: left; }
  .ac-pushButton div { white-space: normal !important; }
  .ac-pushButton.style-positive { background: #5B5FC7; border-color: #5B5FC7; color: #fff; }
  .ac-pushButton.style-destructive { color: #C4314B; border-color: #C4314B; }
  .ac-input { font: 14px "Segoe UI", "Open Sans", sans-serif; padding: 6px 8px; border: 1px solid #D1D1D1; border-radius: 4px; width: 100%; box-sizing: border-box; }
  input[type=radio].ac-input { width: auto; }
  .ac-selectable { cursor: pointer; }
  .ac-textBlock p { margin: 0 0 8px; } .ac-textBlock p:last-child { margin: 0; }
`;
