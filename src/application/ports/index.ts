export * from './documents.ts';
export * from './teams.ts';
