// A channel: threads with their replies, the newest last. What is written mentions the bot, or it would not get it.

import { post as call } from "./api.js";
import { composeBox } from "./compose.js";
import { el } from "./dom.js";
import { extensionIn } from "./extension.js";
import { messageView } from "./message.js";

export function channelView(place, { store, words, moments, refreshed }) {
  const botName = store.world.bot.name;
  const threads = new Map();
  const list = el("div", { class: "messages threads", testid: "messages", role: "list", tabindex: "0", "aria-label": place.name });
  const empty = el("p", { class: "empty", testid: "empty" }, words.emptyChannel);
  const extension = extensionIn(place, store, words);
  const view = { store, words, moments, refreshed, extension, quote: null, inThread: true };
  const begin = composeBox({
    words, testid: "post", label: words.newPost, hint: words.mentions(botName), botName, find: () => extension.open(),
    send: async text => call("say", { as: store.me.key, place: place.id, text, card: await extension.preview(text) }),
  });

  function threadView(root) {
    const views = new Map();
    const replies = el("div", { class: "replies", testid: "replies" });
    const holder = el("div", { class: "reply-holder" });
    const open = el("button", { type: "button", class: "link", testid: "thread-reply", on: { click: reply } }, words.reply);
    holder.append(open);
    const element = el("section", { class: "thread", role: "listitem", testid: "thread", data: { id: root } }, replies, holder);

    function reply() {
      const box = composeBox({
        words, testid: "reply", label: words.reply, hint: words.mentions(botName), botName, find: () => extension.open(root),
        send: async text => call("say", { as: store.me.key, place: place.id, thread: root, text, card: await extension.preview(text) }),
        cancel() { holder.replaceChildren(open); open.focus(); },
      });
      holder.replaceChildren(box.element);
      box.focus();
    }
    function update(posts) {
      const kept = new Set(posts.map(post => post.id));
      for (const [id, shown] of views) if (!kept.has(id)) { shown.element.remove(); views.delete(id); }
      for (const post of posts) {
        if (views.has(post.id)) views.get(post.id).update(post);
        else {
          views.set(post.id, messageView(post, view));
          replies.append(views.get(post.id).element);
        }
      }
    }
    return { element, update };
  }

  function draw() {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const byRoot = grouped(store.postsOf(place.id));
    for (const [root, shown] of threads) if (!byRoot.has(root)) { shown.element.remove(); threads.delete(root); }
    for (const [root, posts] of byRoot) {
      if (!threads.has(root)) {
        threads.set(root, threadView(root));
        list.append(threads.get(root).element);
      }
      threads.get(root).update(posts);
    }
    empty.hidden = byRoot.size > 0;
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  draw();
  return {
    element: el("div", { class: "conversation channel" }, empty, list, begin.element),
    news(item) {
      if (["loaded", "themed"].includes(item.kind) || item.post?.place === place.id || (item.kind === "removed" && item.place === place.id)) draw();
    },
    shown() { list.scrollTop = list.scrollHeight; list.focus({ preventScroll: true }); },
  };
}

function grouped(posts) {
  const groups = new Map();
  for (const post of posts) groups.set(post.root, [...(groups.get(post.root) ?? []), post]);
  return groups;
}
