// Clock times in the reader's language and zone.

export function moments(person, words, now) {
  const format = options => new Intl.DateTimeFormat(person.locale, { timeZone: person.zone, ...options });
  const day = format({ year: "numeric", month: "2-digit", day: "2-digit" });
  const long = format({ weekday: "long", day: "numeric", month: "long" });
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const short = format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return {
    time: moment => time.format(moment),
    short: moment => short.format(moment),
    dayKey: moment => day.format(moment),
    day(moment) {
      if (day.format(moment) === day.format(now())) return words.today;
      if (day.format(moment) === day.format(new Date(now().getTime() - 86_400_000))) return words.yesterday;
      return long.format(moment);
    },
  };
}

/** The wall clock of a zone as <input type="datetime-local"> writes it. */
export function toWall(moment, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(moment).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The moment at which the zone's wall clock shows this; twice, because the offset may change in between. */
export function fromWall(wall, zone) {
  const wanted = Date.parse(`${wall}Z`);
  let moment = wanted;
  for (let round = 0; round < 2; round++) moment += wanted - Date.parse(`${toWall(new Date(moment), zone)}Z`);
  return new Date(moment);
}
