/** Our sign: a ring of people, and one of them has the piece. A picture without words; never says who is here. */
const SEATS = 9;

export function Brand({ size = 2, lit = true }: { readonly size?: number; readonly lit?: boolean }) {
  const side = `${size}rem`;
  return (
    <svg class="brand" viewBox="0 0 40 40" aria-hidden="true" style={{ inlineSize: side, blockSize: side }}>
      {Array.from({ length: SEATS }, (_, index) => {
        const angle = (index / SEATS) * 2 * Math.PI - Math.PI / 2;
        const has = lit && index === 0;
        return (
          <circle
            key={index}
            class={has ? "brand-piece" : "brand-seat"}
            cx={20 + 14.5 * Math.cos(angle)}
            cy={20 + 14.5 * Math.sin(angle)}
            r={has ? 4.6 : 2.9}
          />
        );
      })}
    </svg>
  );
}
