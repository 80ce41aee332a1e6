/** The thread of `checkpoint.ts`: folds a database's log into it when asked, and answers with the log's pages. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const database = new DatabaseSync(String(workerData));
// What is folded in is flushed before the log may begin anew; `NORMAL` is enough for that.
database.exec('PRAGMA synchronous = NORMAL');
const passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
parentPort?.on('message', (wish: 'fold' | 'end') => {
  if (wish === 'fold') {
    parentPort?.postMessage(Number(passive.get()?.log ?? 0));
    return;
  }
  database.close();
  parentPort?.close();
});
