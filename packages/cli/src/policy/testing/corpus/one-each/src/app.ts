import './aggregated-clients.ts';
import './awaited.ts';
import './classes.ts';
import './commands.ts';
import './decorated.ts';
import './documents.ts';
import './existing.ts';
import './functions.ts';
import './mail.ts';
import './messages.ts';
import './modules.ts';
import './objects.ts';
import './other-services.ts';
import './powertools.ts';
import './settings.ts';
import './statements.ts';
import './unseen.ts';

export { app } from './service.ts';
