// The simulator's own routes. A call that the simulator itself refuses throws; what the bot answered is in { status, body }.

export async function get(path) {
  const response = await fetch(`/sim/api/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export async function post(path, body) {
  const response = await fetch(`/sim/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** News for one person. handlers: { ready, post, removed, typing, clock, offline }; ready comes after every (re)connection. */
export function listen(person, handlers) {
  const source = new EventSource(`/sim/api/events?as=${encodeURIComponent(person)}`);
  for (const kind of ["ready", "post", "removed", "typing", "clock"]) {
    source.addEventListener(kind, event => handlers[kind](JSON.parse(event.data)));
  }
  source.addEventListener("error", () => handlers.offline());
  addEventListener("pagehide", () => source.close());
}

export const wasTaken = delivery => delivery.status >= 200 && delivery.status <= 299;
