/*
 * The bar of a crash test, beside the conversation: a reaction is sent without leaving the page. On a
 * low screen the task folds away while one writes to Déclic.
 */

"use strict";

const LOW = "(max-height: 36rem)";
const form = document.querySelector("#reaction");
const told = document.querySelector("#reaction-told");
const task = document.querySelector("#task");
let wasOpen = task.open;
const buttons = [...document.querySelectorAll("[data-reaction]")];

/** Opens the form for one reaction, in the place of the task; null: closes it. */
function choose(button) {
  const wasHidden = form.hidden;
  for (const one of buttons) one.ariaExpanded = String(one === button);
  form.hidden = !button;
  form.elements.avis.value = button ? button.dataset.reaction : "";
  if (wasHidden && button) wasOpen = task.open;
  task.open = !button && wasOpen;
  if (!button) return;
  told.textContent = "";
  form.querySelector("#reaction-ask").textContent = button.dataset.ask;
  form.elements.mots.focus();
}

/** Back to the button that was pressed, so that a keyboard finds its place again. */
function close() {
  const pressed = buttons.find((one) => one.ariaExpanded === "true");
  choose(null);
  pressed?.focus();
}

async function send(event) {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: { "Declic-Part": "1" } });
    if (!response.ok) throw new Error("refused");
    form.elements.mots.value = "";
    close();
    told.textContent = told.dataset.thanks;
  } catch {
    told.textContent = told.dataset.failed;
  }
}

/** Words that were typed and not sent go with the button that ends the task, or the trial. */
function join(event) {
  if (form.hidden) return;
  for (const [name, value] of new FormData(form)) event.formData.set(name, value);
}

for (const one of document.querySelectorAll("[data-with-reaction]")) one.addEventListener("formdata", join);
for (const one of buttons) one.addEventListener("click", () => choose(one.ariaExpanded === "true" ? null : one));
form.addEventListener("submit", send);
form.querySelector("[data-cancel]").addEventListener("click", close);
document.querySelector("declic-chat").addEventListener("focusin", () => {
  if (matchMedia(LOW).matches) task.open = false;
});
