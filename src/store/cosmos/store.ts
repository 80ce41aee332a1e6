import { randomUUID } from 'node:crypto';
import type { Container } from '@azure/cosmos';
import type { DocumentKind, DocumentStore } from '#application/ports/documents.ts';
import { fail, ok } from '#domain/shared/result.ts';
import { bodyText, pageOf, pageSize } from '../documents.ts';
import { closedError } from '../errors.ts';
import { isStorable, readId, writeId } from '../ids.ts';
import { isMissing, request, statusOf } from './errors.ts';
import { fromItem, type Item } from './items.ts';
import { conditionOf } from './where.ts';

const CONFLICT = 409;
const CHANGED = 412;

/** The document store over one container that `openCosmos` has prepared. `release` lets go of its client. */
export const createCosmosStore = (container: Container, release: () => void): DocumentStore => {
  let open = true;
  const asking = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw closedError();
    return request(work);
  };

  const read = async (kind: DocumentKind, id: string) => {
    const answer = await container.item(writeId(id), kind).read<Item>();
    if (answer.resource) return answer.resource;
    // The client turns every 404 into "no document"; one with a sub-status says that it could not look.
    if (answer.substatus) throw new Error(`404 with sub-status ${answer.substatus} on reading`);
    return null;
  };

  const write = (item: Item, expected: string | null) =>
    expected === null
      ? container.items.create(item, {
          disableAutomaticIdGeneration: true,
        })
      : container.item(item.id, item.partition).replace(item, {
          accessCondition: { type: 'IfMatch', condition: expected },
        });

  return {
    get: async <B>(kind: DocumentKind, id: string) =>
      asking(async () => {
        const item = isStorable(id) ? await read(kind, id) : null;
        return item && fromItem<B>(item);
      }),

    put: async (document, expected) => {
      const item: Item = {
        id: writeId(document.id),
        partition: document.kind,
        fields: document.index,
        write: randomUUID(),
        body: JSON.parse(bodyText(document)),
      };
      return asking(async () => {
        try {
          return ok((await write(item, expected)).etag);
        } catch (error) {
          if (isMissing(error) && expected !== null) return fail('conflict');
          if (statusOf(error) !== CONFLICT && statusOf(error) !== CHANGED) throw error;
          // When an answer is lost the client repeats the write, which then collides with itself.
          const winner = await read(document.kind, document.id);
          return winner?.write === item.write ? ok(winner._etag) : fail('conflict');
        }
      });
    },

    remove: async (kind, id) =>
      asking(async () => {
        if (!isStorable(id)) return false;
        try {
          await container.item(writeId(id), kind).delete();
          return true;
        } catch (error) {
          if (isMissing(error)) return false;
          throw error;
        }
      }),

    query: async <B>(query: Parameters<DocumentStore['query']>[0]) =>
      asking(async () => {
        const { sql, parameters } = conditionOf(query);
        const size = pageSize(query.limit);
        const { resources } = await container.items
          .query<Item & { _etag: string }>(
            { query: `SELECT TOP ${size + 1} * FROM c WHERE ${sql} ORDER BY c.id`, parameters },
            { partitionKey: query.kind },
          )
          .fetchAll();
        return pageOf(
          resources.map((item) => fromItem<B>(item)),
          size,
        );
      }),

    indexes: async (query) =>
      asking(async () => {
        const { sql, parameters } = conditionOf(query);
        const size = pageSize(query.limit);
        const { resources } = await container.items
          .query<Pick<Item, 'id' | 'fields'>>(
            { query: `SELECT TOP ${size + 1} c.id, c.fields FROM c WHERE ${sql} ORDER BY c.id`, parameters },
            { partitionKey: query.kind },
          )
          .fetchAll();
        return pageOf(
          resources.map(({ id, fields }) => ({ id: readId(id), index: fields })),
          size,
        );
      }),

    count: async (query) =>
      asking(async () => {
        const { sql, parameters } = conditionOf(query);
        const { resources } = await container.items
          .query<number>(
            { query: `SELECT VALUE COUNT(1) FROM c WHERE ${sql}`, parameters },
            { partitionKey: query.kind },
          )
          .fetchAll();
        // Within one partition each page of the answer brings its own part of the count.
        return resources.reduce((sum, part) => sum + part, 0);
      }),

    // Another instance writes too, and the database says nothing of it without being asked for everything.
    stamp: async () => null,

    close: async () => {
      if (!open) return;
      open = false;
      release();
    },
  };
};
