// The bot's clock: it shows the domain's time and moves it forward. Tokens and time-outs keep the real one.

import { get, post as call } from "./api.js";
import { el, icon } from "./dom.js";
import { fromWall, toWall } from "./moments.js";
import { toast } from "./toast.js";

export function clockControl(store, words, moments) {
  const shown = el("span", { testid: "clock-now" });
  const exact = el("input", { type: "datetime-local", id: "clock-exact", testid: "clock-exact" });
  const morning = el("button", { type: "button", testid: "clock-morning", on: { click: () => move({ nextMorning: true }) } });
  const panel = el("div", { class: "panel" },
    el("button", { type: "button", testid: "clock-hour", on: { click: () => move({ by: "01:00:00" }) } }, words.hour),
    morning,
    el("label", { for: "clock-exact" }, words.exact), exact,
    el("button", { type: "button", testid: "clock-go", on: { click: () => exact.value && move({ to: fromWall(exact.value, store.me.zone).toISOString() }) } }, words.go));
  const details = el("details", { class: "clock", testid: "clock" },
    el("summary", { title: words.clock }, icon("clock"), el("span", { class: "unseen" }, `${words.clock}: `), shown), panel);

  async function move(request) {
    try {
      store.moved(await call("clock", request));
    } catch {
      toast(words.clockOnlyForward, "error");
    }
  }
  function draw() {
    shown.replaceChildren(moments.short(store.now()),
      store.clock().skippedSeconds > 0 ? el("span", { class: "skipped" }, ` (${words.skipped})`) : "");
    morning.textContent = words.morning(moments.short(new Date(store.clock().nextMorning)));
  }

  details.addEventListener("toggle", async () => {
    if (!details.open) return;
    store.moved(await get("clock"));
    exact.value = toWall(store.now(), store.me.zone);
    exact.min = exact.value;
  });
  details.addEventListener("keydown", event => {
    if (event.key === "Escape" && details.open) { details.open = false; details.querySelector("summary").focus(); }
  });
  document.addEventListener("pointerdown", event => { if (!details.contains(event.target)) details.open = false; });
  store.subscribe(news => { if (news.kind === "clock") draw(); });
  setInterval(draw, 10_000);
  draw();
  return details;
}
