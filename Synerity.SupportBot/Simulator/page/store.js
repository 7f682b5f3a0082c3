// What this window knows: messages by place, what is unread, and where the bot's clock stands.

const readKey = (me, place) => `simulator-read-${me.key}-${place}`;

export function makeStore(world, me) {
  const places = new Map();
  const read = new Map();
  const listeners = new Set();
  let clock = { ...world.clock, fetched: Date.now() };
  let open = null;

  const tell = news => listeners.forEach(listener => listener(news));
  const postsOf = place => [...(places.get(place)?.values() ?? [])];
  const newest = place => postsOf(place).reduce((most, post) => Math.max(most, Number(post.id)), 0);

  function markRead(place) {
    if (!place || document.hidden || newest(place) <= (read.get(place) ?? 0)) return;
    read.set(place, newest(place));
    localStorage.setItem(readKey(me, place), read.get(place));
  }

  return {
    world, me,
    subscribe: listener => listeners.add(listener),
    postsOf,
    openPlace: () => open,
    now: () => new Date(Date.parse(clock.now) + Date.now() - clock.fetched),
    clock: () => clock,
    unread: place => postsOf(place).filter(post => post.author !== me.key && Number(post.id) > (read.get(place) ?? 0)).length,
    show(place) {
      open = place;
      markRead(place);
      tell({ kind: "opened" });
    },
    seen() {
      markRead(open);
      tell({ kind: "read" });
    },
    load(state) {
      for (const place of state.places) {
        places.set(place.id, new Map(place.posts.map(post => [post.id, post])));
        read.set(place.id, Number(localStorage.getItem(readKey(me, place.id)) ?? 0));
      }
      markRead(open);
      tell({ kind: "loaded" });
    },
    post(post) {
      const isNew = !places.get(post.place)?.has(post.id);
      places.get(post.place)?.set(post.id, post);
      if (post.place === open) markRead(open);
      tell({ kind: "post", post, isNew });
    },
    removed({ place, id }) {
      places.get(place)?.delete(id);
      tell({ kind: "removed", place, id });
    },
    themed: () => tell({ kind: "themed" }),
    typing: news => tell({ kind: "typing", ...news }),
    moved(news) {
      clock = { ...news, fetched: Date.now() };
      tell({ kind: "clock" });
    },
  };
}
