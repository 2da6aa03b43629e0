export { main, type World } from './main.ts';
