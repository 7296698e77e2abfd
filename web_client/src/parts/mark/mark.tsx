/** The small sign beside a name: two letters, one of four shapes, one of five colours. Says nothing to screen readers: the name stands beside it. */
import type { Mark as MarkOf, Name } from "../../protocol/generated";
import { lettersOf } from "../../words/names";

/** Each shape in a field of 40 by 40, about the same to the eye. */
const SHAPES: Readonly<Record<MarkOf["shape"], string>> = {
  round: "M20 2a18 18 0 1 0 0 36a18 18 0 1 0 0-36z",
  square: "M11 3.5h18a7.5 7.5 0 0 1 7.5 7.5v18a7.5 7.5 0 0 1-7.5 7.5h-18a7.5 7.5 0 0 1-7.5-7.5v-18a7.5 7.5 0 0 1 7.5-7.5z",
  diamond: "M16.5 2.3a5 5 0 0 1 7 0l14.2 14.2a5 5 0 0 1 0 7l-14.2 14.2a5 5 0 0 1-7 0l-14.2-14.2a5 5 0 0 1 0-7z",
  drop: "M20 1.5c6.5 6 16 11.5 16 21.5a16 16 0 0 1-32 0c0-10 9.5-15.5 16-21.5z",
};

interface Marked {
  readonly name: Name;
  readonly mark: MarkOf;
}

/** The drawing alone, for use inside another drawing. */
export function MarkShape({ name, mark }: Marked) {
  return (
    <g class={`mark mark-${mark.colour}`}>
      <path d={SHAPES[mark.shape]} />
      <text x="20" y={mark.shape === "drop" ? 23 : 20} text-anchor="middle" dominant-baseline="central">
        {lettersOf(name)}
      </text>
    </g>
  );
}

export function Mark({ name, mark, size = 2.1 }: Marked & { readonly size?: number }) {
  const side = `${size}rem`;
  return (
    <svg class="mark-box" viewBox="0 0 40 40" aria-hidden="true" style={{ inlineSize: side, blockSize: side }}>
      <MarkShape name={name} mark={mark} />
    </svg>
  );
}
