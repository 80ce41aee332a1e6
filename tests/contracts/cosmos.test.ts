import { emulatedCosmos } from '#support/stores.ts';
import { describeDocumentStore } from './document-store.ts';
import { checkAgainstModel } from './document-store-model.ts';

describeDocumentStore('Cosmos DB', emulatedCosmos);
checkAgainstModel('Cosmos DB', emulatedCosmos, 25);
