/** The first line that has words in it. */
export const firstLine = (text: string): string => text.split("\n").find((line) => line.trim() !== "") ?? "";
