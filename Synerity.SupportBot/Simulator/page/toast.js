// Short answers to what was pressed; read out, and gone after a while or when pressed away.

import { el } from "./dom.js";

const SHOWN_FOR = 8000;

export function toast(text, kind = "information") {
  const box = el("div", { class: `toast ${kind}`, testid: "toast", data: { kind } }, text);
  const open = document.querySelector("dialog[open]");
  (open ?? document.getElementById("toasts")).append(box);
  box.addEventListener("click", () => box.remove());
  setTimeout(() => box.remove(), SHOWN_FOR);
}
