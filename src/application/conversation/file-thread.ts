import { parentPort, workerData } from 'node:worker_threads';
import { type PlanFile, readFile } from './read-file.ts';

parentPort?.postMessage(readFile(workerData as PlanFile));
