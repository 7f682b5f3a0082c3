// The compose box: Enter sends, Shift+Enter breaks the line. send(text, quoted) returns a promise.

import { el, icon } from "./dom.js";
import { quoteBox, spoken } from "./message.js";
import { toast } from "./toast.js";

export function composeBox({ words, testid, label, hint, botName, send, cancel, find }) {
  const field = el("textarea", { rows: "1", "aria-label": label, placeholder: label, testid: `${testid}-text` });
  const quoteHolder = el("div", { class: "quote-holder" });
  let quoted = null;

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  }
  function quote(post) {
    quoted = post;
    quoteHolder.replaceChildren();
    if (post) {
      const preview = spoken(post, botName) || post.summary || "";
      quoteHolder.append(
        el("div", { testid: `${testid}-quote` }, quoteBox({ senderName: words.quoting(post.authorName), preview })),
        el("button", { type: "button", class: "quiet", testid: `${testid}-quote-clear`, "aria-label": words.dropQuote, on: { click: () => quote(null) } }, icon("close")));
    }
    field.focus();
  }
  async function submit() {
    const text = field.value.trim();
    if (!text) return;
    const answered = quoted;
    field.value = "";
    quote(null);
    grow();
    try {
      await send(text, answered);
    } catch (error) {
      console.error(error);
      toast(words.wrong, "error");
    }
  }

  field.addEventListener("input", grow);
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
    else if (event.key === "Escape" && quoted) quote(null);
    else if (event.key === "Escape" && cancel) cancel();
  });
  const element = el("form", { class: "compose", on: { submit: event => { event.preventDefault(); submit(); } } },
    quoteHolder,
    el("div", { class: "compose-row" }, field,
      el("button", { type: "button", class: "quiet", testid: `${testid}-find`, "aria-label": words.find, title: words.find, on: { click: find } }, icon("search")),
      el("button", { class: "quiet send", testid: `${testid}-send`, "aria-label": words.send, title: words.send }, icon("send"))),
    hint ? el("p", { class: "hint" }, hint) : null);
  function fill(text) {
    field.value = text;
    grow();
    field.focus();
  }
  return { element, quote, fill, focus: () => field.focus() };
}
