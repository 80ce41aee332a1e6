import { LANGUAGES } from '#domain/shared/language.ts';

/** One page with every picture, both languages side by side. */
export const indexPage = (names: readonly string[], devices: readonly string[]): string => {
  const sections = names.map((name) => {
    const pictures = devices.flatMap((device) =>
      LANGUAGES.map(
        (language) =>
          `<img src="${name}.${language}.${device}.png" alt="${name}, ${language}, ${device}" loading="lazy">`,
      ),
    );
    return `<section><h2 id="${name}">${name}</h2>${pictures.join('')}</section>`;
  });
  const links = names.map((name) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html><meta charset="utf-8"><title>Cards</title>
<style>body{font:16px sans-serif;margin:24px}nav a{margin-right:12px}img{vertical-align:top;margin:8px;border:1px solid #ddd;max-width:640px}</style>
<h1>Cards</h1><nav>${links.join(' ')}</nav>${sections.join('\n')}`;
};
