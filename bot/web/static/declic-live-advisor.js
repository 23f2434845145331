/* What an advisor does beside a person: answers for them, proposes, asks, pauses, hands back. */

import { Live, fill } from "./declic-live.js";

const WAYS = ["answer", "propose", "ask"];

export class Screen extends Live {
  #way = "answer";
  #isHandedBack = false;
  #shownTurn = null;

  constructor(core) {
    super(core);
    const { make, parts } = core;
    this.host = parts.root.host;
    // A desk's screen is low: who is there stands on the line of the menu.
    parts.menuButton.before(parts.who);
    parts.ways = make("div", { class: "ways" });
    parts.composer.prepend(parts.ways);
    this.host.addEventListener("click", ({ target }) => this.#pick(target.closest("[data-question]")));
    // Nothing is stored here: what was not sent yet would be lost.
    window.addEventListener("beforeunload", (event) => core.now()[3] && event.preventDefault());
  }

  who({ person_is_here, typing, paused }) {
    const { core, words } = this;
    const state = typing ? "person_typing" : person_is_here ? "person_here" : "person_away";
    const named = core.make("strong", {}, words[state]);
    const pause = () => this.act({ paused: !paused });
    const hand = () => this.#handBack(!this.#isHandedBack);
    return [
      core.make("p", { class: person_is_here ? "here" : "away" }, named),
      core.button(paused ? words.resume : words.pause, pause, "bare"),
      core.button(this.#isHandedBack ? words.take : words.hand_back, hand, "bare"),
    ];
  }

  between({ proposal, refused, asked, paused }) {
    const { core, words } = this;
    const undo = (act) => core.button(words.undo, () => this.act({ [act]: null }));
    return [
      proposal && this.line(fill(words.was_proposed, proposal), undo("propose")),
      refused && this.line(words.was_refused),
      asked && this.line(fill(words.was_asked, asked), undo("asked")),
      paused && this.line(words.is_paused),
    ];
  }

  *news(before, { person_is_here, refused, paused }) {
    const { words } = this;
    const state = person_is_here ? words.person_here : words.person_away;
    if (person_is_here !== before.person_is_here) yield state;
    if (refused && !before.refused) yield words.was_refused;
    if (paused && !before.paused) yield words.is_paused;
  }

  /** Offers the ways of writing; tells the page what is new, for its panels. */
  shown(state) {
    const { ways } = this.core.parts;
    if (!state.version) return;
    if (!ways.hasChildNodes()) this.keepEnd(() => ways.append(...this.#ways()));
    const isNews = this.#shownTurn !== null && state.last_turn !== this.#shownTurn && !state.pending;
    const detail = { isNews, isPersonHere: state.person_is_here };
    if (isNews || this.#shownTurn === null) this.#shownTurn = state.last_turn;
    this.host.dispatchEvent(new CustomEvent("declic-live", { bubbles: true, detail }));
  }

  #ways() {
    const { words } = this;
    const { make, parts } = this.core;
    const send = parts.composer.querySelector("[type=submit]");
    const questions = make("slot", { name: "questions", hidden: true });
    const choose = (way) => () => {
      this.#way = way;
      this.keepEnd(() => (questions.hidden = way !== "ask"));
      send.textContent = way === "answer" ? words.send : words[way];
    };
    const one = (way) => {
      const box = { type: "radio", name: "way", checked: way === this.#way, onchange: choose(way) };
      return make("label", {}, make("input", box), make("span", {}, words[way]));
    };
    const legend = make("legend", { class: "unseen" }, words.ways);
    return [make("fieldset", {}, legend, WAYS.map(one)), questions];
  }

  /** Puts an open question of the page into the field, to be read again before it is asked. */
  #pick(question) {
    const { text } = this.core.parts;
    if (!question) return;
    text.value = question.textContent.trim();
    text.focus();
  }

  /** To ask and to propose are no answers; what the server did not take comes back to the field. */
  take(content, you) {
    const { text } = this.core.parts;
    if (this.#way === "answer" || content.command) return super.take();
    const isAsking = this.#way === "ask" && content.text;
    this.act(isAsking ? { asked: content.text } : { propose: content }).then((isDone) => {
      if (!isDone && content.text && !text.value) text.value = content.text;
    });
    return text;
  }

  /** The person goes on alone: here one only reads, until one takes part again. */
  #handBack(isHandedBack) {
    const { chat } = this.core.parts;
    this.#isHandedBack = isHandedBack;
    chat.classList.toggle("handed", isHandedBack);
    this.draw();
    if (isHandedBack) this.act({ hand_back: true });
  }
}
