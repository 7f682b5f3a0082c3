// The first page: what this is, and who one can be.

import { avatar, el } from "./dom.js";
import { tongue } from "./words.js";

export function chooser(world, words, language) {
  const card = person => el("li", {}, el("a", { class: "person", href: `/?as=${person.key}`, testid: `person-${person.key}` },
    avatar(person.name),
    el("span", { class: "who" },
      el("strong", {}, person.name),
      el("span", { class: "subtle" }, `${person.title[language]}, ${person.organisation}`),
      el("span", { class: "tags" },
        person.staff ? null : el("span", { class: `badge ${(person.tier ?? "none").toLowerCase()}` }, person.tier ?? words.noTier),
        el("span", { class: "badge" }, tongue(person.locale) === "sv" ? "Svenska" : "English")))));
  const group = (title, people) => [el("h2", {}, title), el("ul", { class: "people" }, people.map(card))];
  return el("main", { class: "chooser", testid: "chooser" },
    el("h1", {}, words.chooserTitle),
    el("p", {}, words.chooserText),
    group(words.chooserCustomers, world.people.filter(person => !person.staff)),
    group(words.chooserStaff, world.people.filter(person => person.staff)));
}
