/** A button that copies, and says so. Where the browser forbids it, the text is selected for the hand to copy. */
import { useSignal } from "@preact/signals";
import { t } from "../../words/t";
import { useHouse } from "../house/house";

interface CopyOf {
  readonly text: string;
  readonly label: string;
  /** The id of the element that shows the text. */
  readonly from: string;
  readonly class?: string;
}

export function Copy({ text, label, from, class: look }: CopyOf) {
  const done = useSignal(false);
  const { voice } = useHouse();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      done.value = true;
      voice.tell(t("copied"), "answer");
    } catch {
      // Not allowed here (an insecure address, an old browser): a selection is the next best thing.
      const shown = document.getElementById(from);
      if (shown !== null) getSelection()?.selectAllChildren(shown);
    }
  };
  return (
    <button type="button" class={look} onClick={() => void copy()}>
      {done.value ? t("copied") : label}
    </button>
  );
}
