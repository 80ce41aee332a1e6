import { describe, expect, test } from 'vitest';
import { parseRequest } from '#status-query/requests.ts';
import { today, understanding } from './fixtures.ts';

const request = (text: string) => parseRequest(text, { today, language: 'sv', understanding });
const period = (from: string, to: string) => ({ period: { from, to } });

describe('a report is asked for in plain words', () => {
  test.each([
    ['tertialrapport 2025 T1', 'tertial', period('2025-01-01', '2025-04-30')],
    ['Visa tertialrapporten för tertial 2 2025', 'tertial', period('2025-05-01', '2025-08-31')],
    ['skriv rapport till regionstyrelserna 2025', 'tertial', period('2025-01-01', '2025-12-31')],
    ['tertial report 2025 T3', 'tertial', period('2025-09-01', '2025-12-31')],
    ['tertialrapport', 'tertial', {}],
    ['nämndrapport 2025', 'board', period('2025-01-01', '2025-12-31')],
    ['rapport till Inköpsnämnden 2025', 'board', period('2025-01-01', '2025-12-31')],
    ['nyckeltal', 'board', {}],
    ['show the dashboard', 'board', {}],
    ['key figures 2025', 'board', period('2025-01-01', '2025-12-31')],
    ['sida till regionstyrelsen 2025', 'region', period('2025-01-01', '2025-12-31')],
    [
      'sida till regionstyrelsen västmanland 2025',
      'region',
      { ...period('2025-01-01', '2025-12-31'), region: 'vastmanland' },
    ],
  ] as const)('%s', (text, report, more) => {
    expect(request(text)).toEqual({ kind: 'report', report, interim: false, ...more });
  });

  test.each([
    ['nyckeltal cpv 33', { category: '33' }],
    ['nyckeltal 2025 cpv 3319', { ...period('2025-01-01', '2025-12-31'), category: '3319' }],
    ['board report 2025 cpv 72', { ...period('2025-01-01', '2025-12-31'), category: '72' }],
  ] as const)('%s is of one category', (text, more) => {
    expect(request(text)).toEqual({ kind: 'report', report: 'board', interim: false, ...more });
  });

  test.each([
    ['delårsrapport', {}],
    ['delårsrapport 2025', period('2025-01-01', '2025-12-31')],
    ['nyckeltal delår 2025', period('2025-01-01', '2025-12-31')],
  ] as const)('%s is up to the decided day', (text, more) => {
    expect(request(text)).toMatchObject({ kind: 'report', interim: true, ...more });
  });

  test.each([
    'nyckeltal för ambulanser',
    'hur mycket är samordnat 2025?',
    'rapporten om operationsbord',
    'hej',
  ])('%s is no report', (text) => expect(request(text)?.kind).not.toBe('report'));
});
