import type { ImportSentences } from './shape.ts';

const LEFT_EMPTY = 'Fältet lämnades tomt.';

const list = new Intl.ListFormat('sv', { type: 'conjunction' });
const quoted = (names: readonly string[]): string => list.format(names.map((name) => `”${name}”`));

export const sv: ImportSentences = {
  at: (row, column) => (column === null ? `Rad ${row}` : `Rad ${row}, kolumnen ”${column}”`),
  within: (column) => `Kolumnen ”${column}”`,
  issue: {
    missing: () => 'Här står inget, men uppgiften behövs. Fyll i den och läs in filen igen.',
    'duplicate-id': (value, { first }) =>
      `”${value}” står redan på rad ${first}. Den första raden gäller; ge den här ett eget id.`,
    'unknown-region': (value) =>
      `”${value}” är ingen region i samarbetet. Skriv regionens namn, till exempel Region Sörmland.`,
    'not-in-lookup': (value) =>
      `”${value}” finns inte bland översättningarna i mappningsfilen. Lägg till den, eller "*" för alla andra.`,
    'column-missing': () => 'Kolumnen finns inte i filen, så fältet är tomt på alla rader.',
    'cell-error': (value) => `Cellen visar felet ${value}. Rätta formeln i kalkylarket.`,
    'unreadable-characters': (value) =>
      `”${value}” har tecken som inte gick att läsa. Spara filen som UTF-8 eller ange dess teckenkodning.`,
    'text-too-long': (_value, { limit }) => `Texten är längre än ${limit} tecken. Korta den.`,
    'unreadable-number': (value) =>
      `”${value}” är inget belopp. ${LEFT_EMPTY} Skriv till exempel 3 000 000 eller 3 mnkr.`,
    'ambiguous-number': (value) =>
      `”${value}” kan läsas på två sätt. ${LEFT_EMPTY} Skriv hela beloppet i kronor, eller ange decimaltecknet ("decimal") i en mappningsfil.`,
    'approximate-value': (value) =>
      `”${value}” är en uppskattning och visas inte som ett exakt belopp. ${LEFT_EMPTY} Skriv ett belopp, till exempel 3 000 000, när det är känt.`,
    'value-range': (value) =>
      `”${value}” är ett spann och visas inte som ett exakt belopp. ${LEFT_EMPTY} Skriv ett belopp, till exempel 3 000 000, när det är känt.`,
    'value-with-vat': (value) => `”${value}” är med moms. ${LEFT_EMPTY} Skriv värdet utan moms.`,
    'other-currency': (value) => `”${value}” är inte i kronor. ${LEFT_EMPTY} Skriv värdet i kronor.`,
    'negative-value': (value) =>
      `”${value}” är mindre än noll. ${LEFT_EMPTY} Skriv värdet som ett positivt belopp.`,
    'zero-value': () => `Noll kronor läses som att värdet inte är känt. ${LEFT_EMPTY}`,
    'shared-value': (value) =>
      `”${value}” gäller flera rader tillsammans. ${LEFT_EMPTY} Skriv varje rads eget värde.`,
    'unreadable-date': (value) => `”${value}” är inget datum. ${LEFT_EMPTY} Skriv till exempel 2027-03-01.`,
    'ambiguous-date': (value) =>
      `I ”${value}” går det inte att se vad som är dag och månad. ${LEFT_EMPTY} Skriv till exempel 2027-03-01.`,
    'imprecise-date': (value) =>
      `”${value}” är ingen bestämd dag. ${LEFT_EMPTY} Skriv en dag, till exempel 2027-03-01.`,
    'unreadable-cpv': (value) =>
      `”${value}” är ingen CPV-kod. ${LEFT_EMPTY} En CPV-kod har åtta siffror, till exempel 33192230-3.`,
    'unknown-cpv': (value) =>
      `”${value}” finns inte i CPV 2008. Koden är sparad som den står; rätta den i filen om den är fel.`,
    'cpv-check-digit': (value) =>
      `Kontrollsiffran i ”${value}” stämmer inte. Koden är sparad; se efter att det är rätt kod.`,
    'several-cpv': (value) => `”${value}” har flera CPV-koder. Bara den första är sparad.`,
    'not-a-guid': (value) =>
      `”${value}” är inget id från Entra. Det ser ut som 11111111-1111-4111-8111-111111111111.`,
    'unreadable-email': (value) => `”${value}” är ingen e-postadress.`,
    'duplicate-person': (_value, { first }) =>
      `Samma konto står redan på rad ${first}. Den första raden gäller.`,
    'duplicate-email': (value, { first }) =>
      `”${value}” står redan på rad ${first}. Den första raden gäller.`,
    'unknown-role': (value) => `Rollen ”${value}” finns inte. Personen fick inte den rollen.`,
    'unknown-language': (value) => `Språket ”${value}” finns inte. Skriv sv eller en. Fältet lämnades tomt.`,
    'unknown-colleague': (value) =>
      `”${value}” finns inte bland personerna i filen. ${LEFT_EMPTY} Skriv personens e-post eller objekt-id.`,
    'own-colleague': () => `Personen kan inte vara sin egen chef eller ersättare. ${LEFT_EMPTY}`,
  },
  error: {
    'file-empty': () => 'Filen är tom. Spara planen i den, som xlsx eller csv.',
    'file-too-large': ({ megabytes }) =>
      `Filen är större än ${megabytes} MB. Spara bara tabellen i en egen fil och försök igen.`,
    'unpacked-too-large': ({ megabytes }) =>
      `Arbetsboken är större än ${megabytes} MB när den packas upp. Spara bara tabellen i en egen fil och försök igen.`,
    'too-many-rows': ({ rows }) => `Filen har fler än ${rows} rader. Dela den i flera.`,
    'too-heavy': () =>
      'Filen tar för lång tid att läsa. Spara bara planens blad, utan bilder och formatering.',
    'not-a-table': () => 'Filen är ingen tabell. Spara planen som xlsx eller csv.',
    'unreadable-workbook': () =>
      'Arbetsboken gick inte att öppna: den är skadad eller av ett annat slag än xlsx. Spara den på nytt som xlsx.',
    'password-protected': () => 'Arbetsboken är skyddad med lösenord. Ta bort skyddet och försök igen.',
    'unclosed-quote': ({ row }) =>
      `På rad ${row} börjar ett citattecken som aldrig slutar, så raderna går inte att skilja åt. Rätta det.`,
    'unknown-encoding': ({ encoding }) =>
      `Teckenkodningen ”${encoding}” går inte att läsa. Välj utf-8, windows-1252, latin1 eller utf-16le.`,
    'unknown-delimiter': ({ delimiter }) =>
      `”${delimiter}” kan inte skilja kolumner åt. Ange ett enda tecken, till exempel ; eller , eller tab.`,
    'unknown-sheet': ({ sheet, sheets }) => `Bladet ”${sheet}” finns inte. Välj bland ${quoted(sheets)}.`,
    'header-row-missing': ({ row }) =>
      `Rad ${row} är tom eller finns inte, så där står inga rubriker. Ange numret på raden med kolumnernas namn.`,
    'column-missing': ({ columns }) =>
      `Filen saknar ${columns.length > 1 ? 'kolumnerna' : 'kolumnen'} ${quoted(columns)}. Lägg till det som saknas som rubriker, eller rätta namnen som söks.`,
    'column-needs-header': ({ columns }) =>
      `Utan rubrikrad måste kolumner anges med nummer från 0, men här står ${quoted(columns)}.`,
    'values-without-profile': () =>
      'En fil med värden kan bara läsas tillsammans med en profil. Ange också --profile uhm.',
  },
  problem: {
    'date-format': 'det är inget datumformat; skriv till exempel yyyy-MM-dd',
    encoding: 'välj utf-8, windows-1252, latin1 eller utf-16le',
    delimiter: 'ange ett enda tecken, till exempel ; eller , eller tab',
  },
  mappingInvalid: (path, problem) => `Mappningsfilen är fel vid ${path || 'början'}: ${problem}.`,
  valuesUnreadable: (cause) => `Filen med värden gick inte att läsa. ${cause}`,
  columnsNotRecognised: (missing) =>
    `Jag hittar ingen kolumn för ${missing.join(' eller ')}. Sätt rubriker som ”Diarienummer”, ”Benämning” och ”Region” på en rad och försök igen.`,
  column: { id: 'upphandlingens id', title: 'titel', region: 'region' },
};
