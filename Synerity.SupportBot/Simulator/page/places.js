// The list at the left: the chat with the bot and, for staff, the team's channels.

import { avatar, el, icon } from "./dom.js";
import { tongue } from "./words.js";

export function placesOf(world, me) {
  const chat = { key: "chat", id: me.chat, name: world.bot.name, isChannel: false };
  const language = tongue(me.locale);
  const channels = world.channels.map(channel => ({ key: channel.key, id: channel.id, name: channel.name[language], isChannel: true }));
  return me.staff ? [chat, ...channels] : [chat];
}

export function placeList(store, words, places, go) {
  const { me, world } = store;
  const rows = new Map();
  const row = place => {
    const count = el("span", { class: "count", testid: `unread-${place.key}`, hidden: true });
    const button = el("button", { type: "button", class: "place", testid: `place-${place.key}`, on: { click: () => go(place) } },
      place.isChannel ? el("span", { class: "hash" }, icon("hash")) : avatar(place.name, true),
      el("span", { class: "place-name" }, place.name), count);
    rows.set(place, { button, count });
    return el("li", {}, button);
  };
  const chats = places.filter(place => !place.isChannel);
  const channels = places.filter(place => place.isChannel);

  function refresh() {
    for (const [place, { button, count }] of rows) {
      const unread = store.unread(place.id);
      count.hidden = unread === 0;
      count.textContent = unread;
      count.setAttribute("aria-label", words.unread(unread));
      button.classList.toggle("unread", unread > 0);
      if (store.openPlace() === place.id) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    const all = places.reduce((sum, place) => sum + store.unread(place.id), 0);
    document.title = `${all > 0 ? `(${all}) ` : ""}${me.name} – Synerity Support`;
  }
  store.subscribe(refresh);

  return el("nav", { class: "places", "aria-label": words.places },
    el("a", { class: "me", href: "/", testid: "me", title: words.change },
      avatar(me.name), el("span", { class: "who" }, el("strong", {}, me.name), el("span", { class: "subtle" }, me.organisation)),
      el("span", { class: "change" }, words.changeShort)),
    el("h2", {}, words.chat), el("ul", {}, chats.map(row)),
    channels.length ? [el("h2", {}, `${words.team}: ${world.team}`), el("ul", {}, channels.map(row))] : null);
}
