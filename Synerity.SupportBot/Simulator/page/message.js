// One message: who, when, what was written, its cards. The element stays while its parts are exchanged, so that half-filled forms survive news of others.

import { actionsOf, refreshWhenSeen } from "./actions.js";
import { post as call } from "./api.js";
import { drawCard } from "./cards.js";
import { avatar, el, icon } from "./dom.js";
import { toHtml } from "./markdown.js";
import { openMenu } from "./menu.js";
import { currentTheme } from "./themes.js";

/** What the bot's activity says in words, without what the wire adds. */
export function spoken(post, botName) {
  return (post.text ?? "").replace(/^<quoted [^>]*\/>\s*/, "").replace(`<at>${botName}</at>`, `@${botName}`).trim();
}

export const isMarkdown = post => post.author === null && (post.textFormat ?? "markdown") === "markdown";

/** view: { store, words, moments, extension, quote(post) or null, inThread, refreshed: Set }. */
export function messageView(post, view) {
  const { store, words, moments } = view;
  const mine = post.author === store.me.key;
  const head = el("div", { class: "message-head" });
  const text = el("div", { class: "message-text", testid: "message-text" });
  const cards = el("div", { class: "cards" });
  const foot = el("div", { class: "message-foot", testid: "message-state" });
  const tools = el("div", { class: "tools" });
  const bubble = el("div", { class: "bubble" }, head, text, cards, foot, tools);
  const element = el("article", {
    class: `message ${mine ? "mine" : "theirs"}`, testid: "message", data: { id: post.id, author: post.author ?? "bot" },
  }, mine && !view.inThread ? null : avatar(post.authorName, post.author === null), bubble);
  let drawn = null;

  function update(next) {
    post = next;
    element.dataset.state = post.state;
    const at = new Date(post.at);
    head.replaceChildren(
      el("span", { class: "author" }, mine ? words.you : post.authorName),
      el("time", { datetime: post.at }, moments.time(at)),
      post.edited ? el("span", { class: "subtle" }, words.edited) : "");
    drawText();
    const wanted = JSON.stringify([post.cards, currentTheme()]);
    if (wanted !== drawn) {
      drawn = wanted;
      cards.replaceChildren(...post.cards.map(card => drawCard(card, actionsOf(post, store.me, words))));
    }
    if (post.cards[0]) refreshWhenSeen(element, post.cards[0], post, store.me, view.refreshed);
    element.classList.toggle("carded", post.cards.length > 0);
    foot.textContent = { sending: words.sending, failed: words.failed }[post.state] ?? "";
    foot.setAttribute("role", post.state === "failed" ? "alert" : "none");
    drawTools();
  }

  function drawText() {
    const said = spoken(post, store.world.bot.name);
    text.hidden = said === "" && !post.quote;
    text.classList.toggle("markdown", isMarkdown(post));
    if (isMarkdown(post)) text.innerHTML = toHtml(said);
    else text.textContent = said;
    if (post.quote) text.prepend(quoteBox(post.quote));
  }

  function drawTools() {
    const buttons = [];
    if (view.quote) buttons.push(tool("quote", words.quote, () => view.quote(post)));
    if (mine) buttons.push(tool("edit", words.edit, edit));
    const more = tool("more", words.messageMore, () => openMenu(more, [
      { title: words.messageToTicket, testid: "message-to-ticket", run: () => view.extension.ticketOf(post) },
    ]));
    more.setAttribute("aria-haspopup", "menu");
    buttons.push(more);
    tools.replaceChildren(...buttons);
  }

  function edit() {
    const field = el("textarea", { testid: "edit-text", "aria-label": words.edit, rows: "2" });
    field.value = spoken(post, store.world.bot.name).replace(`@${store.world.bot.name} `, "");
    const close = () => { element.classList.remove("editing"); drawText(); drawTools(); tools.querySelector("[data-testid=message-edit]")?.focus(); };
    const save = async () => {
      const changed = field.value.trim();
      close();
      if (changed) await call("edit", { as: store.me.key, place: post.place, message: post.id, text: changed });
    };
    field.addEventListener("keydown", event => {
      if (event.key === "Escape") close();
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
    });
    element.classList.add("editing");
    text.hidden = false;
    text.replaceChildren(field, el("div", { class: "row" },
      el("button", { type: "button", class: "primary", testid: "edit-save", on: { click: save } }, words.save),
      el("button", { type: "button", testid: "edit-cancel", on: { click: close } }, words.cancel)));
    field.focus();
  }

  update(post);
  return { element, update };
}

export const quoteBox = quote => el("blockquote", { class: "quoted", testid: "quoted" },
  el("strong", {}, quote.senderName), el("span", {}, quote.preview.replace(/<quoted [^>]*\/>\s*/, "")));

const tool = (name, label, run) =>
  el("button", { type: "button", class: "quiet", testid: `message-${name}`, title: label, "aria-label": label, on: { click: run } }, icon(name));
