import {
  type Container,
  CosmosClient,
  type CosmosClientOptions,
  type Database,
  type IndexingPolicy,
} from '@azure/cosmos';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { StoreConfig } from '#config';
import { reasonOf, StoreError } from '../errors.ts';
import { statusOf } from './errors.ts';
import { createCosmosStore } from './store.ts';

type CosmosConfig = Extract<StoreConfig, { kind: 'cosmos' }>;

const CONTAINER = 'documents';
const PARTITION = '/partition';
const VERSION = 1;
/** Lives in a partition of its own, so that no query meets it. */
const SCHEMA = { id: 'schema', partition: 'store', version: VERSION } as const;
/** The client itself would try an address that does not answer for two minutes. */
const OPENING_MS = 30_000;

/** Only what queries look at is indexed: bodies are large, and each indexed path makes every write dearer. */
const INDEXING: IndexingPolicy = {
  indexingMode: 'consistent',
  includedPaths: [{ path: `${PARTITION}/?` }, { path: '/fields/*' }],
  excludedPaths: [{ path: '/*' }],
};

const optionsOf = async ({ endpoint, key }: CosmosConfig): Promise<CosmosClientOptions> => {
  // An emulator on this machine speaks of addresses that it does not listen on; real accounts are https only.
  const connectionPolicy = { enableEndpointDiscovery: !endpoint.startsWith('http:') };
  if (key !== null) return { endpoint, key, connectionPolicy };
  const { DefaultAzureCredential } = await import('@azure/identity');
  return { endpoint, aadCredentials: new DefaultAzureCredential(), connectionPolicy };
};

/** Makes what is missing; when another server makes it at the same moment, takes that. */
const ensured = async <T>(make: () => Promise<T>): Promise<T> => {
  try {
    return await make();
  } catch (error) {
    if (statusOf(error) === 409) return make();
    throw error;
  }
};

const ensureContainer = async (database: Database, abortSignal: AbortSignal): Promise<Container> => {
  const { container, resource } = await ensured(() =>
    database.containers.createIfNotExists(
      {
        id: CONTAINER,
        partitionKey: { paths: [PARTITION] },
        indexingPolicy: INDEXING,
      },
      { abortSignal },
    ),
  );
  if (resource?.partitionKey?.paths.join() !== PARTITION) {
    throw new StoreError(
      `The container "${CONTAINER}" is another program's: it is not partitioned by ${PARTITION}.`,
    );
  }
  const schema = await ensured(async () => {
    const found = await container.item(SCHEMA.id, SCHEMA.partition).read<typeof SCHEMA>({ abortSignal });
    return found.resource ?? (await container.items.create<typeof SCHEMA>(SCHEMA, { abortSignal })).resource;
  });
  const version = Number(schema?.version);
  if (version > VERSION) {
    throw new StoreError(
      `The database was made by a newer Samordna (schema ${version}, this one knows ${VERSION}); start that one.`,
    );
  }
  return container;
};

const connect = async (config: CosmosConfig): Promise<DocumentStore> => {
  const client = new CosmosClient(await optionsOf(config));
  try {
    const abortSignal = AbortSignal.timeout(OPENING_MS);
    const { database } = await ensured(() =>
      client.databases.createIfNotExists({ id: config.database }, { abortSignal }),
    );
    return createCosmosStore(await ensureContainer(database, abortSignal), () => client.dispose());
  } catch (error) {
    client.dispose();
    throw error;
  }
};

/** Opens the account's database and its container. Throws a `StoreError` when it cannot be reached or is not ours. */
export const openCosmos = async (config: CosmosConfig): Promise<DocumentStore> => {
  try {
    return await connect(config);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const where = `The database "${config.database}" at ${config.endpoint}`;
    const sentence =
      statusOf(error) === 403
        ? `${where} may not be opened or made by this identity: make it with a container "${CONTAINER}" partitioned by ${PARTITION}, and grant the identity data access (${reasonOf(error)}).`
        : `${where} cannot be opened: ${reasonOf(error)}.`;
    throw new StoreError(sentence, { cause: error });
  }
};
