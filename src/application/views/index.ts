export * from './fingerprint.ts';
export * from './forms.ts';
export * from './items.ts';
export * from './lists.ts';
export * from './service.ts';
export * from './subject.ts';
export * from './tasks.ts';
