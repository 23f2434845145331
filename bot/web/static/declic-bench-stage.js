/*
 * The page of a stage: the widget follows the story, and the panel follows the widget. Its steps are
 * forms of console.js; this script plays them one after the other, gives the widget a conversation
 * that began anew, and keeps the present step in sight.
 */

"use strict";

// The block keeps these names apart from those of console.js.
{
const scene = document.querySelector(".scene");
const place = document.querySelector("#scene-widget");
let isPlaying = false;
let resting = () => {};

const steps = () => panel.querySelector(".scene-steps");

/** A pause that ends at once when the play does. */
const rest = (milliseconds) =>
  new Promise((resolve) => {
    resting = resolve;
    setTimeout(resolve, milliseconds);
  });

/** One step after the other, until the end, a pause, or a step that changes nothing any more. */
async function play() {
  isPlaying = true;
  dress();
  while (isPlaying) {
    const form = panel.querySelector("form[action$='/avancer']");
    const moves = steps()?.dataset.moves;
    if (!form || "over" in steps().dataset) break;
    await load(new URL(form.action), { method: "POST", body: new URLSearchParams(new FormData(form)) }, form);
    if (steps()?.dataset.moves === moves) break;
    await rest(Number(panel.querySelector("#speed")?.value ?? 0));
  }
  isPlaying = false;
  dress();
}

function pause() {
  isPlaying = false;
  resting();
}

/** What only works with this script is shown by it. */
function dress() {
  const button = panel.querySelector("#play");
  if (!button) return;
  button.hidden = button.nextElementSibling.hidden = false;
  button.textContent = isPlaying ? "Pause" : "Lecture";
}

/** The widget of a conversation that began anew: it takes its token when it comes into the page. */
function renew({ token, round } = {}) {
  if (!token || place.dataset.round === round) return;
  place.dataset.round = round;
  const old = place.querySelector("declic-chat");
  const apart = document.implementation.createHTMLDocument("");
  const chat = apart.createElement("declic-chat");
  const title = apart.createElement("h2");
  chat.setAttribute("token", token);
  title.slot = "title";
  title.textContent = "Déclic";
  chat.append(title);
  old.replaceWith(chat);
  listen();
}

/** The panel follows what the tester does in the widget. */
async function listen() {
  await customElements.whenDefined("declic-chat");
  const turns = place.querySelector("declic-chat").shadowRoot.querySelector(".turns");
  const look = () => turns.querySelector(".typing") || isPlaying || refresh();
  new MutationObserver(look).observe(turns, { childList: true });
}

/** The list scrolls by itself, the page does not. */
function keepInSight() {
  const list = panel.querySelector("ol.steps");
  const now = list?.querySelector("[aria-current]") ?? list?.lastElementChild;
  if (now) list.scrollTop = now.offsetTop - list.clientHeight / 3;
}

function drawn() {
  scene.ariaBusy = "false";
  renew(steps()?.dataset);
  dress();
  keepInSight();
}

/** A story that is played again takes a moment; a button that is off does nothing. */
function begin(event) {
  if (event.submitter?.ariaDisabled === "true") {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (event.target.hasAttribute("data-again")) scene.ariaBusy = "true";
}

document.addEventListener("submit", begin, true);
document.addEventListener("click", ({ target }) => {
  if (target.id === "play") isPlaying ? pause() : play();
  else if (target.closest(".scene-acts button")) pause();
});
new MutationObserver(drawn).observe(panel, { childList: true });
drawn();
listen();
}
