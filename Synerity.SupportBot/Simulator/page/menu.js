// The "More" menu of a card: arrows move, Escape and Tab close, focus returns to the button.

import { el } from "./dom.js";

export function openMenu(button, items) {
  const host = button.closest("dialog") ?? document.body;
  const list = el("ul", { class: "menu", role: "menu", "aria-label": button.getAttribute("aria-label"), testid: "menu" },
    items.map(item => el("li", { role: "none" }, el("button", {
      type: "button", role: "menuitem", tabindex: "-1", testid: item.testid, on: { click: () => choose(item) },
    }, item.title))));
  const buttons = [...list.querySelectorAll("button")];

  function close() {
    removeEventListener("pointerdown", outside, true);
    removeEventListener("scroll", close, true);
    list.remove();
    button.setAttribute("aria-expanded", "false");
  }
  function choose(item) {
    close();
    button.focus();
    item.run();
  }
  function outside(event) {
    if (!list.contains(event.target)) close();
  }

  list.addEventListener("keydown", event => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const at = buttons.indexOf(document.activeElement);
    if (event.key in steps) buttons[(at + steps[event.key] + buttons.length) % buttons.length].focus();
    else if (event.key === "Home") buttons[0].focus();
    else if (event.key === "End") buttons.at(-1).focus();
    else if (event.key === "Escape" || event.key === "Tab") { close(); button.focus(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  host.append(list);
  place(list, button);
  button.setAttribute("aria-expanded", "true");
  buttons[0].focus();
  addEventListener("pointerdown", outside, true);
  addEventListener("scroll", close, true);
}

function place(list, button) {
  const anchor = button.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  const below = anchor.bottom + size.height + 8 <= innerHeight;
  list.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - size.width - 8))}px`;
  list.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - size.height - 4)}px`;
}
