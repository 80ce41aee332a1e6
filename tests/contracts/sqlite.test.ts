import { temporarySqlite } from '#support/stores.ts';
import { describeDocumentStore } from './document-store.ts';
import { checkAgainstModel } from './document-store-model.ts';

describeDocumentStore('SQLite', temporarySqlite);
checkAgainstModel('SQLite', temporarySqlite, 60);
