/** Starts a local Teams, says where it is, and leaves its ending to whoever kills this process. */
import { startPlayground } from '#demo/playground/start.ts';
import { ANNA, teamsOf } from './people.ts';

const { port } = await startPlayground(teamsOf(ANNA));
process.send?.(port);
