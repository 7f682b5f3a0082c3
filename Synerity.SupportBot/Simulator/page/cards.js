// Cards drawn by Microsoft's renderer. What a button does is the caller's: { execute, submit } get the action with its inputs merged.

import { el } from "./dom.js";
import { toHtml } from "./markdown.js";
import { openMenu } from "./menu.js";
import { hostConfig, currentTheme } from "./themes.js";

let prepared = false;

function prepare() {
  if (prepared) return;
  prepared = true;
  AdaptiveCards.GlobalSettings.allowMarkForTextHighlighting = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
}

/** context: { words, execute(action), submit(action) }; both return a promise, during which the card is busy. */
export function drawCard(json, context) {
  prepare();
  AdaptiveCards.Strings.defaults.overflowButtonText = () => context.words.more;
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => context.words.more;
  const { lang, ...rest } = json; // The renderer's check of lang keeps state between cards and refuses every second one.
  const box = el("div", { class: "card", testid: "card", lang });
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(currentTheme()));
  card.onExecuteAction = action => run(action, context, box);
  card.onInlineCardExpanded = () => name(card);
  card.onDisplayOverflowActionMenu = (actions, button) => {
    openMenu(button, actions.map(action => ({ title: action.title ?? "", testid: testIdOf(action), run: () => action.execute() })));
    return true;
  };
  const parsing = new AdaptiveCards.SerializationContext();
  card.parse(rest, parsing);
  const drawn = card.render();
  if (!drawn) return el("p", { class: "card broken" }, context.words.invalidCard);
  drawn.removeAttribute("tabindex");
  box.append(drawn);
  name(card);
  for (let index = 0; index < parsing.eventCount; index++) console.warn("card:", parsing.getEventAt(index).message);
  return box;
}

async function run(action, context, box) {
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    const chat = /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:[^&]+&message=([^&]*)$/i.exec(action.url ?? "");
    if (chat) dispatchEvent(new CustomEvent("own-chat", { detail: decodeURIComponent(chat[1]) })); // A link to one's chat with the bot, which is here.
    else if (/^https:\/\//i.test(action.url ?? "")) open(action.url, "_blank", "noopener,noreferrer");
    return;
  }
  const work = action instanceof AdaptiveCards.ExecuteAction ? context.execute
    : action instanceof AdaptiveCards.SubmitAction ? context.submit : null;
  if (!work || box.getAttribute("aria-busy") === "true") return;
  box.setAttribute("aria-busy", "true");
  try {
    await work(plain(action));
  } finally {
    box.removeAttribute("aria-busy");
  }
}

function plain(action) {
  return { type: action.getJsonTypeName(), id: action.id ?? "", verb: action.verb, title: action.title, data: action.data ?? {} };
}

function testIdOf(action) {
  if (action instanceof AdaptiveCards.OpenUrlAction) return "action-open-url";
  const said = action.data?.msteams?.type === "imBack" ? action.data.msteams.value : null;
  if (said) return `action-says-${said}`;
  const verb = action.verb ?? action.data?.verb ?? action.id;
  return verb ? `action-${verb}` : `action-${action.getJsonTypeName()}`;
}

/** Gives buttons and inputs the names that the browser tests use. */
function name(card) {
  for (const action of card.getAllActions()) {
    if (action.renderedElement) action.renderedElement.dataset.testid = testIdOf(action);
  }
  for (const more of card.renderedElement?.querySelectorAll(".ac-pushButton:not([data-testid])") ?? []) more.dataset.testid = "action-more";
  // A row that is pressed is read out with everything that stands in it, not by its action's title alone.
  for (const row of card.renderedElement?.querySelectorAll(".ac-container.ac-selectable") ?? []) if (row.textContent.trim()) row.removeAttribute("aria-label");
  for (const input of card.getAllInputs()) {
    const control = input.renderedInputControlElement;
    if (!control) continue;
    const fields = control.matches("input, textarea, select") ? [control] : [...control.querySelectorAll("input, textarea, select")];
    if (fields.length === 1) fields[0].dataset.testid = `input-${input.id}`;
    else {
      control.dataset.testid = `input-${input.id}`;
      for (const field of fields) field.dataset.testid = `input-${input.id}-${field.value}`;
    }
  }
}
