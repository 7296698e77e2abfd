/** A made-up language for tests: every word longer and accented, so that forgotten or cut words show. Never shipped to people. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý", c: "ç", n: "ñ", s: "š", z: "ž",
  A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", Y: "Ý", C: "Ç", N: "Ñ", S: "Š", Z: "Ž",
};

/** Vowels are doubled: about 40 % longer, as German or Arabic may be. */
export function pseudo(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const dressed = ACCENTED[letter] ?? letter;
    return /[aeiou]/.test(letter) ? dressed + dressed : dressed;
  });
}
