export * from './delivery.ts';
export * from './documents.ts';
export * from './teams.ts';
