import type { Samples } from '../samples.ts';
import { at, ITEM_ID, NOW } from './people.ts';

/** Help, messages, importing a plan and the demo's clock. */
export const service = {
  help: {
    manager: {
      card: 'help',
      asOf: NOW,
      name: 'Karin Nyström',
      roles: ['unit-manager'],
      welcome: true,
      demo: true,
    },
    registrar: {
      card: 'help',
      asOf: NOW,
      name: 'Rut Dahl',
      roles: ['registrar'],
      welcome: false,
      demo: false,
    },
    officer: {
      card: 'help',
      asOf: NOW,
      name: 'Eva Lind',
      roles: ['officer', 'secretary'],
      welcome: false,
      demo: false,
    },
  },
  'not-understood': {
    manager: { card: 'not-understood', asOf: NOW, roles: ['unit-manager'] },
    keeps: {
      card: 'not-understood',
      asOf: NOW,
      roles: ['unit-manager'],
      keeps: {
        query: { topic: 'unanswered', item: ITEM_ID, language: 'sv' },
        words: ['chefer', 'svar…', 'vilka'],
        text: 'Vilka chefer har inte svarat om operationsborden?',
      },
    },
  },
  message: {
    refused: {
      card: 'message',
      asOf: NOW,
      banner: { kind: 'refused', refusal: { code: 'not-your-unit' } },
      subject: { card: 'round', item: ITEM_ID },
    },
    done: { card: 'message', asOf: NOW, banner: { kind: 'done', what: 'imported' } },
  },
  'unknown-person': {
    stranger: {
      card: 'unknown-person',
      asOf: NOW,
      tenantId: '11111111-2222-3333-4444-555555555555',
      objectId: '66666666-7777-8888-9999-000000000000',
    },
  },
  'import-preview': {
    mixed: {
      card: 'import-preview',
      asOf: NOW,
      file: 'Upphandlingsplan 2027.xlsx',
      plan: 2027,
      read: 134,
      created: 120,
      revised: 6,
      unchanged: 5,
      rejected: [
        { row: 14, message: 'Kolumnen Namn är tom. Skriv upphandlingens namn.' },
        { row: 77, message: 'MT924 stod redan på rad 12. Den första gäller.' },
        {
          row: 90,
          message:
            '”Uppsala” är ingen region i samarbetet. Skriv regionens namn, till exempel Region Sörmland.',
        },
      ],
      rejectedTotal: 3,
      warnings: [{ row: 31, message: 'Värdet ”ca 3-4” kunde inte läsas och lämnas tomt.' }],
      warningsTotal: 1,
      draft: 'draft-7',
    },
  },
  'file-refused': {
    pdf: {
      card: 'file-refused',
      asOf: NOW,
      file: 'plan.pdf',
      reason: 'Filen är en pdf. Spara planen som xlsx eller csv.',
    },
  },
  time: {
    running: {
      card: 'time',
      asOf: NOW,
      speed: '1 h/s',
      nextDue: at('2026-11-30T08:00:00.000Z'),
      banner: { kind: 'done', what: 'time-moved' },
    },
    still: { card: 'time', asOf: NOW, speed: null, nextDue: null },
  },
} as const satisfies Partial<Samples>;
