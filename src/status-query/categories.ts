/**
 * Words for kinds of purchases → CPV division or a deeper prefix, over folded words. The longer name first:
 * "medicinsk utrustning" before "utrustning" of any kind. Source of the codes: Regulation (EC) 213/2008.
 */
const CATEGORIES: readonly (readonly [string, string])[] = [
  ['336', 'lakemedel(?!sforsorj)\\w*|pharmaceutical\\w*|medicines?|drugs|vaccin(?:er)?'],
  [
    '331',
    'medicintekn\\w*(?: (?:utrustning\\w*|produkt\\w*|apparat\\w*))?|medtech|med tech|medical (?:technology|devices?)|mt utrustning',
  ],
  [
    '33',
    'medicinska? (?:utrustning\\w*|apparat\\w*|produkt\\w*|instrument\\w*|material)|medical(?: equipments?| supplies| products| items)?|sjukvardsmaterial\\w*|forbrukningsmaterial\\w*|sjukvardsutrustning\\w*|vardutrustning\\w*|hygienartiklar|medicinprodukter|medicinska?|hjalpmedel|healthcare equipment',
  ],
  [
    '72',
    'it (?:tjanst\\w*|system\\w*|konsult\\w*|services?|omradet|projekt\\w*|avtal\\w*|procurements?|purchases?)|digital\\w*|systemutveckling|software development|datatjanster|it upphandling\\w*|it inkop\\w*|information technology|internet|app(?:ar|s)',
  ],
  [
    '48',
    'programvar\\w*|mjukvar\\w*|software|informationssystem\\w*|licenser|licences|licenses|information systems',
  ],
  ['302', 'dator(?:er|erna|utrustning\\w*)|computers?|hardvara|hardware|skrivare|printers?|it utrustning'],
  ['301', 'kontorsmaskiner|kontorsmateri\\w*|office (?:machines|supplies|equipment)|kontorsutrustning'],
  ['391', 'kontorsmobler|office furniture'],
  ['39', 'mobler\\w*|mobel\\w*|furniture|inredning\\w*|furnishings?|hushallsapparater'],
  [
    '15',
    'livsmedel\\w*|mat(?:en|varor\\w*)?|maltid\\w*|food|foods|foodstuffs|drycker?|beverages|groceries|kost',
  ],
  [
    '45',
    'bygg(?:en|et|nation\\w*|nads\\w*|tjanst\\w*|arbete\\w*|entreprenad\\w*|projekt\\w*|upphandling\\w*|relaterade|sidan|omradet)?|anlaggningsarbete\\w*|entreprenad\\w*|construction(?: works?)?|building(?: works?)?|renovering\\w*|ombyggnad\\w*|nybyggnad\\w*',
  ],
  [
    '71',
    'arkitekt\\w*|ingenjor\\w*|besiktning\\w*|tekniska konsult\\w*|teknikkonsult\\w*|architect\\w*|engineer\\w*|inspection services|inspections?',
  ],
  ['79624', 'bemanning\\w*|staffing|hyrpersonal|hyrsjuksk\\w*|agency nurses'],
  ['796', 'rekrytering\\w*|recruitment|hyrlakare|agency staff'],
  ['793', 'marknadsforing\\w*|reklam\\w*|marketing|advertising|enkat(?:er|undersokning\\w*)|surveys?'],
  ['792', 'revision(?:er|stjanst\\w*)?|redovisning\\w*|auditing|accounting'],
  ['791', 'juridi\\w*|advokat\\w*|legal services|law'],
  ['797', 'bevakning\\w*|vaktare|security services|guards?'],
  [
    '79',
    'konsult(?:er|tjanst\\w*)|konsulter|consult(?:ing|ants?|ancy)(?: services)?|foretagstjanst\\w*|business services|tryckeritjanst\\w*|printing',
  ],
  ['80', 'utbildning\\w*|kurser|training(?: services)?|education|courses'],
  [
    '85',
    'halso ?(?:och )?sjukvard\\w*|vardtjanst\\w*|sjukvardstjanst\\w*|sjukvard(?:en)?|halsovard\\w*|vard(?:en)?|health(?: ?care)?(?: services)?|health and social|socialvard|psykolog\\w*|psykiatri(?:n|ska)?|lakartjanst\\w*',
  ],
  ['8513', 'tandvard(?:en)?|tandvardstjanst\\w*|dental (?:care|services)'],
  ['905', 'avfall\\w*|sopor|renhallning|waste'],
  ['909', 'stad(?:ning\\w*|tjanst\\w*)?|lokalvard\\w*|cleaning(?: services)?'],
  ['90', 'sanering\\w*|avlopp\\w*|miljotjanst\\w*|environmental services|sewage'],
  [
    '60',
    'transport(?:er|erna|tjanst\\w*)?|transports?|transport(?:ation)? services|frakt\\w*|sjukresor|taxi\\w*|persontransport\\w*|freight',
  ],
  ['34', 'fordon\\w*|bilar(?:na)?|ambulanser|vehicles|cars|transportutrustning|trucks|bussar|buses'],
  ['55', 'hotell\\w*|restaurang\\w*|konferens\\w*|hotels?|restaurants?|catering'],
  ['64', 'tele(?:fon|kom)\\w*|post(?:tjanst\\w*)?|telecom\\w*|telephony|mobiltelefoni|postal'],
  ['66', 'forsakring\\w*|bank(?:tjanst\\w*)?|finans\\w*|insurance|financial services|banking'],
  ['70', 'fastighetstjanst\\w*|hyreslokaler|lokaler|real estate|premises'],
  ['63', 'resebyra\\w*|resor|travel(?: agency)?'],
  ['50', 'underhall\\w*|reparation\\w*|repair(?:s)?|maintenance|serviceavtal\\w*'],
  ['51', 'installation(?:er|stjanst\\w*)?|installation services'],
  [
    '38',
    'laborator\\w*|lab(?:b)?(?:utrustning\\w*|materi\\w*)?|laboratory(?: equipment)?|lab equipment|matinstrument|optisk\\w*',
  ],
  ['35', 'sakerhetsutrustning\\w*|brandskydd\\w*|security equipment|fire ?fighting|brand(?:utrustning)?'],
  ['31', 'elutrustning\\w*|elektrisk\\w*|belysning\\w*|lampor|lighting|electrical (?:equipment|machinery)'],
  [
    '32',
    'natverksutrustning\\w*|kommunikationsutrustning\\w*|ljud och bild|network equipment|radioutrustning',
  ],
  ['18', 'klader|arbetsklader|skor|clothing|clothes|garments|workwear|uniforms?|profilklader'],
  ['19', 'textil\\w*|tyger|textiles?|linen|plastmaterial'],
  ['22', 'trycksak\\w*|bocker|printed matter|books|tidskrift\\w*'],
  ['24', 'kemikalier|kemiska|chemicals?|gaser|gases'],
  [
    '09',
    'drivmedel|bransle\\w*|elektricitet|el energi|energi|elhandel|fuel|electricity|energy|bensin|diesel',
  ],
  ['37', 'sportartiklar|traningsredskap|leksaker|musikinstrument|sports? goods|toys'],
  ['42', 'industrimaskin\\w*|maskiner|industrial machinery|machinery'],
  ['44', 'byggmateri\\w*|construction materials?|byggvaror'],
  ['77', 'tradgard\\w*|skogsbruk\\w*|gardening|gronyte\\w*|park skotsel'],
  ['92', 'kultur\\w*|fritid\\w*|culture|cultural|recreation\\w*'],
  ['98', 'tvatt(?:tjanst\\w*|eri\\w*)?|laundry'],
  ['73', 'forskning\\w*|research'],
];

const PATTERNS = CATEGORIES.map(([code, names]) => ({
  code,
  pattern: new RegExp(
    `(?<![a-z0-9])(?:(?:${names}) ?(?:upphandling\\w*|inkop\\w*|avtal\\w*)?|(?:${names.replace(/\\w\*/g, '')})(?:s|nings)?upphandling\\w*)(?![a-z0-9])`,
  ),
}));

export interface FoundCategory {
  readonly category: string;
  /** The words that named it. */
  readonly words: readonly string[];
}

/** The kind of purchase that folded words name: the earliest, and of those the longest. */
export const findCategory = (words: string): FoundCategory | null => {
  const explicit = /(?<![a-z0-9])cpv(?: ?kod| code| division)? ?(\d{2,8})(?![a-z0-9])/.exec(words);
  if (explicit?.[1]) {
    const trimmed = explicit[1].replace(/0+$/, '');
    return {
      category: trimmed.length < 2 ? explicit[1].slice(0, 2) : trimmed,
      words: explicit[0].split(' '),
    };
  }
  const [best] = PATTERNS.flatMap(({ code, pattern }) => {
    const match = pattern.exec(words);
    return match ? [{ code, at: match.index, text: match[0] }] : [];
  }).sort(
    (a, b) =>
      b.text.split(' ').length - a.text.split(' ').length || a.at - b.at || b.text.length - a.text.length,
  );
  return best ? { category: best.code, words: best.text.split(' ') } : null;
};
