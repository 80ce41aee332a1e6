/** A document as a tree, enough to ask of each number in it where it leads. */
interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly parent: Element | null;
}
const VOID = new Set(['meta', 'br', 'hr', 'img', 'input']);
const UNSEEN = new Set(['head', 'style', 'title', 'svg']);
/** What stands beside a figure in its cell are the figure's parts. */
const CELLS = new Set(['td', 'dd']);

const treeOf = (html: string): Element => {
  const root: Element = { tag: '#', attributes: {}, children: [], parent: null };
  let at = root;
  for (const [, tag, text] of html.matchAll(/<([^>]+)>|([^<]+)/g)) {
    if (text !== undefined) at.children.push(text);
    else if (tag?.startsWith('/')) at = at.parent ?? root;
    else if (tag && !tag.startsWith('!')) {
      const name = (/^[\w-]+/.exec(tag) ?? [''])[0].toLowerCase();
      const attributes = Object.fromEntries(
        [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      const element: Element = { tag: name, attributes, children: [], parent: at };
      at.children.push(element);
      if (!VOID.has(name) && !tag.endsWith('/')) at = element;
    }
  }
  return root;
};

const above = (element: Element): Element[] => [element, ...(element.parent ? above(element.parent) : [])];
const within = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : within(child))),
];
const hrefOf = ({ tag, attributes }: Element): string[] =>
  tag === 'a' && attributes.href !== undefined ? [attributes.href] : [];

export interface NumberShown {
  readonly text: string;
  /** Where it leads: its own link, or the link of the figure whose part it is. */
  readonly leadsTo: string | null;
  /** Why nothing is behind it, as the page says it. */
  readonly why: string | null;
}

/** Every text with a digit that a reader sees on the page. */
export const numbersOf = (html: string): NumberShown[] => {
  const walk = (element: Element): NumberShown[] =>
    UNSEEN.has(element.tag)
      ? []
      : element.children.flatMap((child) => {
          if (typeof child !== 'string') return walk(child);
          if (!/\d/.test(child)) return [];
          const chain = above(element);
          const cell = chain.find(({ tag }) => CELLS.has(tag));
          const [own] = chain.flatMap(hrefOf);
          const [beside] = cell ? within(cell).flatMap(hrefOf) : [];
          const why = chain.find(({ attributes }) => attributes['data-without-cases'] !== undefined);
          return [
            {
              text: child.trim(),
              leadsTo: own ?? (why ? null : (beside ?? null)),
              why: why?.attributes['data-without-cases'] ?? null,
            },
          ];
        });
  return walk(treeOf(html));
};
