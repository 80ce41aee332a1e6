import { asPersonId } from '#domain/shared/ids.ts';
import { at, DEADLINE, NOW, ofItem, ofUnit, on } from './people.ts';

const person = (name: string) => asPersonId(`tenant:${name}`);
const of = { item: ofUnit.item, asOf: ofUnit.asOf, unit: ofUnit.unit, unitName: ofUnit.unitName };

const SYSTEM = {
  name: { sv: 'Avvikelsehantering', en: 'Incident reporting' },
  url: 'https://avvikelse.example.se/',
  example: true,
};

/** What a unit arranges around its answer, and what settles an objection. */
export const sharing = {
  'request-more': {
    open: {
      ...of,
      card: 'request-more',
      deadline: DEADLINE,
      may: { moreTime: true, delegate: true },
    },
  },
  'delegate-form': {
    form: {
      ...of,
      card: 'delegate-form',
      colleagues: [
        { person: person('oskar'), name: 'Oskar Nyman', unitName: 'Operationskliniken Västerås' },
        { person: person('james'), name: 'James Whitfield', unitName: 'Kirurgkliniken Köping' },
        { person: person('helena'), name: 'Helena Wiklund', unitName: 'Område opererande specialiteter' },
      ],
    },
    nobody: { ...of, card: 'delegate-form', colleagues: [] },
  },
  'reference-form': {
    form: { ...of, card: 'reference-form' },
    named: {
      ...of,
      card: 'reference-form',
      current: { name: 'Lisa Ek, operationssköterska', hours: 12 },
      banner: { kind: 'refused', refusal: { code: 'hours-unreadable' } },
    },
  },
  away: {
    here: { card: 'away', asOf: NOW, deputy: 'Oskar Nyman' },
    away: {
      card: 'away',
      asOf: NOW,
      until: on('2026-12-15'),
      deputy: 'Oskar Nyman',
      handed: 2,
      banner: { kind: 'done', what: 'away-noted' },
    },
    alone: { card: 'away', asOf: NOW, until: on('2026-12-15'), deputy: null, handed: 1 },
  },
  'evidence-form': {
    first: {
      ...of,
      card: 'evidence-form',
      reason: 'it-compatibility',
      evidence: { status: 'awaited', due: at('2026-12-01T22:59:59.000Z'), given: [] },
    },
    more: {
      ...of,
      card: 'evidence-form',
      reason: 'differing-needs',
      evidence: {
        status: 'awaited',
        due: at('2026-12-01T22:59:59.000Z'),
        asked: 'Vilka artiklar gäller det, och varför räcker inte standardborden?',
        given: ['Vi opererar barn och behöver smalare bord.'],
      },
    },
  },
  'evidence-ask-form': { form: { ...of, card: 'evidence-ask-form', reason: 'differing-needs' } },
  'owner-form': {
    form: {
      ...ofItem,
      card: 'owner-form',
      owner: 'Anna Lindqvist',
      inRound: true,
      declares: true,
      officers: [
        { person: person('johan'), name: 'Johan Berg' },
        { person: person('eva'), name: 'Eva Lind' },
      ],
    },
    before: {
      ...ofItem,
      card: 'owner-form',
      inRound: false,
      officers: [{ person: person('johan'), name: 'Johan Berg' }],
    },
  },
  'concern-form': {
    item: {
      card: 'concern-form',
      asOf: NOW,
      item: { id: ofUnit.item.id, title: ofUnit.item.title },
      recipients: [
        { to: 'manager', name: 'Helena Wiklund' },
        { to: 'next-manager', name: 'Mats Ekström' },
        { to: 'hr', name: 'Åsa Norberg' },
        { to: 'safety-representative', name: 'Per Lindqvist' },
      ],
      reporting: SYSTEM,
    },
    nobody: { card: 'concern-form', asOf: NOW, recipients: [], counted: null },
    counted: {
      card: 'concern-form',
      asOf: NOW,
      recipients: [{ to: 'hr', name: 'Åsa Norberg' }],
      reporting: { name: SYSTEM.name, example: true },
      counted: 7,
      banner: { kind: 'refused', refusal: { code: 'concern-not-delivered' } },
    },
  },
  concern: {
    received: {
      card: 'concern',
      asOf: NOW,
      from: 'Karin Nyström',
      text: 'Vi hinner inte provköra borden innan de ska användas.',
      item: { id: ofUnit.item.id, title: ofUnit.item.title },
      reporting: SYSTEM,
    },
  },
  'concern-sent': {
    sent: {
      card: 'concern-sent',
      asOf: NOW,
      to: { role: 'safety-representative', name: 'Per Lindqvist' },
      reporting: SYSTEM,
    },
  },
} as const;
