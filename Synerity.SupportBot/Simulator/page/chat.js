// A personal chat: bubbles with a line for every new day, "is typing", and the compose box.

import { post as call } from "./api.js";
import { composeBox } from "./compose.js";
import { el } from "./dom.js";
import { extensionIn } from "./extension.js";
import { messageView } from "./message.js";

const TYPING_FOR = 5000;
const TOGETHER = 5 * 60_000; // Messages of one author this close share name and picture, as in Teams.

export function chatView(place, { store, words, moments, refreshed }) {
  const views = new Map();
  const list = el("div", { class: "messages", testid: "messages", role: "list", tabindex: "0", "aria-label": place.name });
  const typing = el("p", { class: "typing", testid: "typing", role: "status" });
  const empty = el("p", { class: "empty", testid: "empty" }, words.emptyChat);
  const extension = extensionIn(place, store, words);
  const box = composeBox({
    words, testid: "compose", find: () => extension.open(), label: words.compose, botName: store.world.bot.name,
    send: async (text, quoted) => call("say", { as: store.me.key, place: place.id, text, quote: quoted?.id, card: await extension.preview(text) }),
  });
  const view = { store, words, moments, refreshed, extension, quote: box.quote };
  let typingTimer;

  function draw() {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const posts = store.postsOf(place.id);
    const kept = new Set(posts.map(post => post.id));
    for (const [id, shown] of views) if (!kept.has(id)) { shown.element.remove(); views.delete(id); }
    list.querySelectorAll(".day").forEach(day => day.remove());
    let day = null;
    posts.forEach((post, index) => {
      const at = new Date(post.at);
      if (!views.has(post.id)) {
        const shown = messageView(post, view);
        shown.element.setAttribute("role", "listitem");
        views.set(post.id, shown);
        list.append(shown.element);
      }
      if (moments.dayKey(at) !== day) {
        day = moments.dayKey(at);
        views.get(post.id).element.before(el("p", { class: "day", role: "presentation" }, moments.day(at)));
      }
      const before = posts[index - 1];
      views.get(post.id).element.classList.toggle("follows", before?.author === post.author && at - new Date(before.at) < TOGETHER);
    });
    empty.hidden = posts.length > 0;
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  function news(item) {
    if (item.kind === "post" && item.post.place === place.id) {
      views.get(item.post.id)?.update(item.post);
      if (item.post.author === null) typing.textContent = "";
      draw();
    } else if (item.kind === "typing" && item.place === place.id) {
      clearTimeout(typingTimer);
      typing.textContent = words.typing(store.world.bot.name);
      typingTimer = setTimeout(() => { typing.textContent = ""; }, TYPING_FOR);
    } else if (item.kind === "loaded" || item.kind === "themed") {
      for (const post of store.postsOf(place.id)) views.get(post.id)?.update(post);
      draw();
    } else if (item.kind === "removed" || item.kind === "clock") draw();
  }

  draw();
  return {
    element: el("div", { class: "conversation chat" }, empty, list, typing, box.element),
    news,
    fill: box.fill,
    shown() { list.scrollTop = list.scrollHeight; box.focus(); },
  };
}
