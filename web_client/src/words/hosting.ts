/** Importing this file brings the words of facilitators and hosts. Only their lazily loaded parts do. */
import "./in_room";
import words from "./en.hosting.ftl?raw";
import { addWords } from "./t";

addWords(words);
