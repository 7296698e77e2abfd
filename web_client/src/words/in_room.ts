/** Importing this file brings the words of the room. The lazily loaded room does. */
import words from "./en.room.ftl?raw";
import { addWords } from "./t";

addWords(words);
