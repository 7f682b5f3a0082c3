// A Teams dialog: task/fetch opens it, task/submit answers with the next card, a text, or nothing, which closes it.

import { wasTaken } from "./api.js";
import { drawCard } from "./cards.js";
import { el, icon } from "./dom.js";

const WIDTHS = { small: 280, medium: 440, large: 760 };

/** Resolves when the dialog is closed. submit(data) returns the delivery of task/submit. */
export function openDialog(delivery, words, submit) {
  const title = el("h2", { id: "dialog-title", testid: "dialog-title" });
  const problem = el("p", { class: "problem", role: "alert", testid: "dialog-error" });
  const body = el("div", { class: "dialog-body", testid: "dialog-body" });
  const dialog = el("dialog", { testid: "dialog", "aria-labelledby": "dialog-title", lang: document.documentElement.lang },
    el("header", {}, title,
      el("button", { type: "button", class: "quiet", testid: "dialog-close", "aria-label": words.close, on: { click: () => dialog.close() } }, icon("close"))),
    body, problem);

  title.textContent = "Synerity Support";

  function show(answered) {
    problem.textContent = "";
    if (!wasTaken(answered)) {
      problem.textContent = words.unreachable;
      return;
    }
    const task = answered.body?.task;
    if (!task) dialog.close();
    else if (task.type === "message") say(task.value);
    else ask(task.value ?? {});
  }

  function say(text) {
    body.replaceChildren(el("p", { class: "said", testid: "dialog-message" }, text),
      el("button", { type: "button", class: "primary", testid: "dialog-ok", autofocus: true, on: { click: () => dialog.close() } }, words.ok));
    body.querySelector("button").focus();
  }

  function ask(value) {
    title.textContent = value.title ?? title.textContent;
    dialog.style.width = `${WIDTHS[value.width] ?? (Number(value.width) || WIDTHS.medium)}px`;
    if (Number(value.height)) dialog.style.minHeight = `${value.height}px`;
    body.replaceChildren(drawCard(value.card?.content ?? {}, {
      words,
      execute: async () => { problem.textContent = words.noExecuteInDialog; },
      submit: async action => {
        problem.textContent = "";
        try {
          show(await submit(action.data));
        } catch (error) {
          console.error(error);
          problem.textContent = words.wrong;
        }
      },
    }));
    body.querySelector("input, textarea, select, button")?.focus();
  }

  return new Promise(resolve => {
    const opener = document.activeElement;
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (opener?.isConnected) opener.focus();
      resolve();
    });
    document.body.append(dialog);
    dialog.showModal();
    show(delivery);
  });
}
