// A bot that stores each message, and does nothing else.
import { listen } from './bot.js';

listen();
