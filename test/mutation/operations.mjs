import { room } from './room.mjs';

export default room('operations');
