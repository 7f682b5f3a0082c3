// What a pressed button of a card in a message leads to.

import { post as call, wasTaken } from "./api.js";
import { openDialog } from "./dialog.js";
import { currentTheme } from "./themes.js";
import { toast } from "./toast.js";

/** The card context of one message: see cards.js. */
export function actionsOf(message, me, words) {
  const common = { as: me.key, place: message.place, message: message.id };
  return {
    words,
    async execute(action) {
      await guarded(words, async () => tell(await call("press", { ...common, action }), words));
    },
    async submit(action) {
      await guarded(words, async () => {
        if (action.data?.msteams?.type === "task/fetch") {
          const theme = currentTheme();
          const delivery = await call("dialog/open", { ...common, data: action.data, theme });
          await openDialog(delivery, words, data => call("dialog/submit", { ...common, data, theme }));
        } else {
          const delivery = await call("press", { ...common, action });
          if (!wasTaken(delivery)) toast(words.wrong, "error");
        }
      });
    },
  };
}

/** A card whose author asked for it is refreshed once per version when it comes into view; whatever goes wrong then stays silent. */
export function refreshWhenSeen(element, card, message, me, refreshed) {
  const refresh = card.refresh;
  const key = `${message.id}:${message.version}`;
  if (refresh?.action?.type !== "Action.Execute" || refreshed.has(key)) return;
  if (refresh.userIds && !refresh.userIds.includes(me.id) && !refresh.userIds.includes(me.objectId)) return;
  const watcher = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting || refreshed.has(key)) return;
    watcher.disconnect();
    refreshed.add(key);
    const action = { type: "Action.Execute", id: refresh.action.id ?? "", verb: refresh.action.verb, data: refresh.action.data ?? {} };
    call("press", { as: me.key, place: message.place, message: message.id, action, trigger: "automatic" }).catch(error => console.warn(error));
  });
  watcher.observe(element);
}

/** A card in the answer arrives as news of the message; texts are shown here. */
function tell(delivery, words) {
  const answer = delivery.body;
  if (!wasTaken(delivery)) toast(words.unreachable, "error");
  else if (answer?.type === "application/vnd.microsoft.activity.message") toast(answer.value);
  else if (answer?.statusCode >= 400) toast(answer.value?.message ?? words.wrong, "error");
}

async function guarded(words, work) {
  try {
    await work();
  } catch (error) {
    console.error(error);
    toast(words.wrong, "error");
  }
}
