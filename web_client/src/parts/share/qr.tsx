/** A link as a picture to scan, drawn here: the secret in it is sent nowhere. Loaded only when somebody asks for it. */
import { encode } from "uqr";

export default function Qr({ link, label }: { readonly link: string; readonly label: string }) {
  const { data, size } = encode(link, { ecc: "M", border: 3 });
  const dark = data.flatMap((line, y) => line.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
