// Elements without a framework: el("button", { class: "x", testid: "send", on: { click } }, "Send").

export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (name === "testid") element.dataset.testid = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  back: "M12.700 4.300 7 10l5.700 5.700",
  bot: "M6 8a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zM10 3v3M4 9v2M16 9v2M8.500 9.500v1M11.500 9.500v1",
  clock: "M10 6v4l2.500 2.500M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z",
  close: "m5 5 10 10M15 5 5 15",
  edit: "M4 16l.800-3.500L13 4.300a1.400 1.400 0 0 1 2 0l.700.700a1.400 1.400 0 0 1 0 2L7.500 15.200z",
  quote: "M8 5 3.500 9.500 8 14M4 9.500h7a5 5 0 0 1 5 5v1",
  repeat: "M4 8a6 6 0 0 1 11-1.500M16 3.500v3h-3M16 12a6 6 0 0 1-11 1.500M4 16.500v-3h3",
  send: "M3.500 4l13.500 6-13.500 6 2-6zM5.500 10H11",
  theme: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.600 12.600 16.500 16.500",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  hash: "M8 4 6.500 16M13.500 4 12 16M4.500 8h12M3.500 12h12",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round picture with initials; the colour follows from the name. The bot has its own. */
export function avatar(name, isBot = false) {
  if (isBot) return el("span", { class: "avatar bot", "aria-hidden": "true" }, icon("bot"));
  const shade = [...name].reduce((sum, sign) => sum + sign.codePointAt(0), 0) % 6;
  return el("span", { class: `avatar shade${shade}`, "aria-hidden": "true" }, name.split(" ").map(part => part[0]).join(""));
}
