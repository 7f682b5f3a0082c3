// The message extension: search from the compose box, "create ticket" on a message, and cards for pasted links.

import { post as call, wasTaken } from "./api.js";
import { openDialog } from "./dialog.js";
import { el, icon } from "./dom.js";
import { currentTheme } from "./themes.js";
import { toast } from "./toast.js";

const WAIT = 250; // Teams asks when the typing pauses.
const KINDS = { tickets: "findTickets", articles: "findArticles" };

export function extensionIn(place, store, words) {
  const ask = (name, value, message) => call("extension", { as: store.me.key, place: place.id, name, value, message });
  const context = () => ({ theme: currentTheme() });

  /** The card of the first link that the extension knows; undefined when there is none. */
  async function preview(text) {
    const url = /https:\/\/\S+/.exec(text)?.[0];
    return url ? attachmentsOf(await ask("queryLink", { url }))[0]?.content : undefined;
  }

  async function ticketOf(post) {
    try {
      const command = { commandId: "ticketFromMessage", commandContext: "message", context: context() };
      await openDialog(await ask("fetchTask", command, post.id), words, data => ask("submitAction", { ...command, data }, post.id));
    } catch (error) {
      console.error(error);
      toast(words.wrong, "error");
    }
  }

  function open(thread) {
    openSearch(words, ask, card => call("say", { as: store.me.key, place: place.id, thread, text: "", card }));
  }

  return { open, preview, ticketOf };
}

const attachmentsOf = delivery => (wasTaken(delivery) ? delivery.body?.composeExtension?.attachments ?? [] : []);

function openSearch(words, ask, insert) {
  let kind = "tickets";
  let timer;
  let latest = 0;
  const opener = document.activeElement;
  const field = el("input", { type: "search", "aria-label": words.findWords, placeholder: words.findWords, testid: "find-text" });
  const said = el("p", { class: "hint", role: "status", testid: "find-said" }, words.findHint);
  const results = el("ul", { class: "find-results", "aria-label": words.find });
  const kinds = Object.keys(KINDS).map(name => el("button", {
    type: "button", testid: `find-${name}`, data: { kind: name }, on: { click: () => choose(name) },
  }, words[KINDS[name]]));
  const dialog = el("dialog", { testid: "find", "aria-label": words.find, lang: document.documentElement.lang },
    el("header", {}, el("h2", {}, words.find),
      el("button", { type: "button", class: "quiet", testid: "find-close", "aria-label": words.close, on: { click: () => dialog.close() } }, icon("close"))),
    el("div", { class: "find-body" }, el("div", { class: "find-kinds" }, kinds), field, said, results));

  function choose(name) {
    kind = name;
    for (const button of kinds) button.setAttribute("aria-pressed", button.dataset.kind === kind);
    field.focus();
    search();
  }

  async function search() {
    clearTimeout(timer);
    const turn = ++latest;
    const text = field.value.trim();
    const parameter = text ? { name: "words", value: text } : { name: "initialRun", value: "true" };
    try {
      const delivery = await ask("query", { commandId: KINDS[kind], parameters: [parameter], queryOptions: { skip: 0, count: 25 } });
      if (turn !== latest) return; // Somebody typed on.
      const found = attachmentsOf(delivery);
      said.textContent = found.length > 0 ? words.findHint : delivery.body?.composeExtension?.text ?? words.unreachable;
      results.replaceChildren(...found.map(row));
    } catch (error) {
      console.error(error);
      said.textContent = words.wrong;
    }
  }

  function row(found) {
    const { title, text, tap } = found.preview.content;
    return el("li", {}, el("button", { type: "button", testid: "find-result", on: { click: () => pick(found, tap) } },
      el("strong", {}, title), el("span", { class: "subtle" }, text)));
  }

  /** With a tap the extension is asked again for what is inserted. */
  async function pick(found, tap) {
    try {
      const chosen = tap ? attachmentsOf(await ask("selectItem", tap.value))[0] : found;
      if (!chosen) return search();
      await insert(chosen.content);
      dialog.close();
    } catch (error) {
      console.error(error);
      said.textContent = words.wrong;
    }
  }

  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, WAIT); });
  field.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); search(); } });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    dialog.remove();
    if (opener?.isConnected) opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  choose(kind);
}
