// The try-out page. Browser tests drive it by these data-testid values, which stay:
//
// chooser · person-{key}                        the first page; keys: maria johan james sara oskar anna kalle eva
// me · place-chat · place-general · place-tickets · unread-{chat|general|tickets} · back
// conversation (data-place) · conversation-title · messages · empty · typing
// message (data-id, data-author = person key or "bot", data-state = sending|sent|failed)
//   message-text · message-state · quoted · message-quote · message-edit · message-more · message-to-ticket (in its menu) · edit-text · edit-save · edit-cancel
// compose-text · compose-send · compose-quote · compose-quote-clear      a personal chat
// post-text · post-send · thread (data-id) · replies · thread-reply · reply-text · reply-send      a channel
// card · action-{verb, else data.verb, else id} · action-says-{words} (imBack) · action-open-url · action-Action.ShowCard · action-Action.ToggleVisibility
//   action-more · menu (its items are action-… too) · input-{id} · input-{id}-{value} (choices shown as a list)
// {compose|post|reply}-find · find · find-text · find-{tickets|articles} · find-result · find-said · find-close      the search of the message extension
// dialog · dialog-title · dialog-body · dialog-message · dialog-ok · dialog-error · dialog-close
// toast (data-kind = information|error)
// clock (details) · clock-now · clock-hour · clock-morning · clock-exact · clock-go · redeliver · theme

import { get, listen, post as call } from "./api.js";
import { channelView } from "./channel.js";
import { chatView } from "./chat.js";
import { chooser } from "./chooser.js";
import { clockControl } from "./clock.js";
import { avatar, el, icon } from "./dom.js";
import { toHtml } from "./markdown.js";
import { isMarkdown, spoken } from "./message.js";
import { moments as momentsFor } from "./moments.js";
import { placeList, placesOf } from "./places.js";
import { makeStore } from "./store.js";
import { applyTheme, currentTheme, nextTheme } from "./themes.js";
import { toast } from "./toast.js";
import { tongue, wordsFor } from "./words.js";

applyTheme();
const world = await get("world");
const page = document.getElementById("page");
const me = world.people.find(person => person.key === new URLSearchParams(location.search).get("as"));
const language = tongue(me?.locale ?? navigator.language);
const words = wordsFor(me?.locale ?? navigator.language);
document.documentElement.lang = language;
if (me) await start();
else page.replaceChildren(chooser(world, words, language));

async function start() {
  const store = makeStore(world, me);
  const context = { store, words, moments: momentsFor(me, words, store.now), refreshed: new Set() };
  const places = placesOf(world, me);
  const main = el("main", { class: "stage" });
  const tools = [clockControl(store, words, context.moments), redeliverButton(), themeButton(store)];
  const frame = el("div", { class: "frame" }, placeList(store, words, places, go), main);
  let shown = null;

  function go(place) {
    shown = (place.isChannel ? channelView : chatView)(place, context);
    main.replaceChildren(header(place, tools, () => { frame.dataset.side = "list"; }), el("div",
      { class: "stage-body", testid: "conversation", data: { place: place.key } }, shown.element));
    frame.dataset.side = "stage";
    store.show(place.id);
    shown.shown();
  }

  addEventListener("own-chat", ({ detail }) => {
    go(places.find(place => !place.isChannel));
    shown.fill(detail);
  });
  store.subscribe(news => {
    shown?.news(news);
    if (news.isNew && news.post.author !== me.key) announce(news.post);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) store.seen(); });
  page.replaceChildren(frame);
  store.load(await get(`state?as=${me.key}`));
  go(places[0]);

  listen(me.key, {
    ready: async () => {
      document.body.classList.remove("offline");
      store.load(await get(`state?as=${me.key}`));
      await call("open", { as: me.key });
    },
    post: store.post,
    removed: store.removed,
    typing: store.typing,
    clock: store.moved,
    offline() {
      if (!document.body.classList.contains("offline")) toast(words.offline, "error");
      document.body.classList.add("offline");
    },
  });
}

function header(place, tools, back) {
  return el("header", { class: "stage-head" },
    el("button", { type: "button", class: "quiet back", testid: "back", "aria-label": words.back, on: { click: back } }, icon("back")),
    place.isChannel ? el("span", { class: "hash" }, icon("hash")) : avatar(place.name, true),
    el("h1", { testid: "conversation-title" }, place.name),
    tools);
}

function themeButton(store) {
  const button = el("button", { type: "button", class: "quiet", testid: "theme", on: { click() { nextTheme(); label(); store.themed(); } } }, icon("theme"));
  function label() {
    button.title = `${words.theme}: ${words.themeNames[currentTheme()]}`;
    button.setAttribute("aria-label", button.title);
  }
  label();
  return button;
}

function redeliverButton() {
  return el("button", { type: "button", class: "quiet", testid: "redeliver", title: words.redeliver, "aria-label": words.redeliver, on: { async click() {
    try {
      toast(words.redelivered((await call("redeliver", { as: me.key })).status));
    } catch {
      toast(words.nothingToRedeliver, "error");
    }
  } } }, icon("repeat"));
}

function announce(post) {
  const text = spoken(post, world.bot.name) || post.summary || "";
  const said = isMarkdown(post) ? new DOMParser().parseFromString(toHtml(text), "text/html").body.textContent : text;
  const log = document.getElementById("announcer");
  const news = `${post.authorName}: ${said}`;
  if (log.lastElementChild?.textContent === news) return; // A card's summary often repeats the words before it.
  log.append(el("p", {}, news));
  while (log.childElementCount > 5) log.firstElementChild.remove();
}
