// Draws cards with Microsoft's renderer, the Markdown and the themes of the try-out page, and says what came out.

import { toHtml } from "/sim/page/markdown.js";
import { hostConfig } from "/sim/page/themes.js";

AdaptiveCards.GlobalSettings.allowMarkForTextHighlighting = false;
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/** Elements that only Markdown makes. */
const MARKUP = "a, b, strong, i, em, s, del, mark, img, ul, ol, li, h1, h2, h3, h4, h5, h6, code, pre, blockquote, hr, table, script, iframe, style, svg";

window.draw = (text, width, theme) => {
  document.documentElement.dataset.theme = theme;
  const sheet = document.createElement("main");
  document.body.replaceChildren(sheet);
  return JSON.stringify(JSON.parse(text).map(({ name, card }) => drawOne(sheet, name, card, width, theme)));
};

function drawOne(sheet, name, json, width, theme) {
  // The renderer's check of lang is a regular expression with the flag g, which remembers where it stopped: every second "sv" is refused.
  const { lang, ...rest } = json;
  const frame = document.createElement("section");
  const heading = document.createElement("h6");
  heading.textContent = name;
  const box = document.createElement("div");
  box.className = "card";
  box.lang = lang;
  box.style.width = `${width}px`;
  frame.append(heading, box);
  sheet.append(frame);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
  const parsing = new AdaptiveCards.SerializationContext();
  card.parse(rest, parsing);
  for (const input of card.getAllInputs()) unfold(input);
  box.append(card.render());
  return {
    name,
    events: Array.from({ length: parsing.eventCount }, (_, index) => parsing.getEventAt(index).message),
    tooWide: tooWide(box),
    unlabelled: card.getAllInputs().filter(input => !isLabelled(input, box)).map(input => input.id ?? "?"),
    untitled: card.getAllActions().filter(action => !action.title?.trim()).length,
    buttons: box.querySelectorAll("button").length,
    markup: [...box.querySelectorAll(MARKUP)].map(element => element.localName).sort().join(" "),
    text: box.textContent,
  };
}

/** Folded inputs count as well. */
function unfold(element) {
  for (let at = element; at; at = at.parent) at.isVisible = true;
}

function isLabelled(input, box) {
  const control = input.renderedInputControlElement;
  const label = [...box.querySelectorAll("label, [id]")].find(one => one.textContent.trim().startsWith(input.label ?? "\0") && !one.contains(control));
  return Boolean(control && label && label.getBoundingClientRect().height > 0);
}

function tooWide(box) {
  const right = box.getBoundingClientRect().right + 0.5;
  return [...box.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > right || (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden" && element.clientWidth > 1))
    .map(element => `${element.localName}.${element.className}: ${element.textContent.slice(0, 60)}`);
}

window.ready = true;
