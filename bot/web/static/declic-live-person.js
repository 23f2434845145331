/* What a person is shown of who accompanies them, and what they decide about it. */

import { Live, act, fill } from "./declic-live.js";

export class Screen extends Live {
  #dialog = null;

  /** Who is there, at any time, with the way to end it. */
  who({ advisor, typing, recording }) {
    const { core, words } = this;
    if (recording) {
      const see = core.button(words.see, () => this.#agree(recording, "record"), "main");
      return [this.#named({ ...recording, is_here: true }, words.records), see];
    }
    if (!advisor) return [];
    if (advisor.notice) {
      const said = advisor.state === "open" ? words.with : words.asks;
      const see = core.button(words.see, () => this.#agree(advisor, "agree"), "main");
      return [this.#named(advisor, said), see];
    }
    const said = typing ? words.types : words.with;
    const stop = core.button(words.stop, () => core.ask(this.#stopping(advisor)), "bare");
    return [this.#named(advisor, said), stop];
  }

  #named(advisor, said) {
    const { make } = this.core;
    const kind = advisor.is_here ? null : "away";
    const more = kind && advisor.state === "open" ? `, ${this.words.not_here}` : "";
    return make("p", { class: kind }, make("strong", {}, fill(said, advisor)), advisor.org, more);
  }

  /** What waits for the person: an answer to agree to, a pause to end. */
  between({ proposal, paused }) {
    const { core, words } = this;
    const answer = (title, yes, kind) => {
      const press = () => this.act({ answer_proposal: { id: proposal.id, yes } });
      return core.button(title, press, kind, { "data-id": proposal.id });
    };
    const said = proposal && [words.proposed, core.make("strong", {}, proposal.title)];
    const resume = core.button(words.resume, () => this.act({ paused: false }), "main");
    return [
      proposal && this.line(said, answer(words.yes, true, "main"), answer(words.no, false)),
      paused && this.line(words.paused, resume),
    ];
  }

  /** What has changed beside the conversation, to be said once. */
  *news(before, { advisor, asked, proposal, paused, recording }) {
    const { core, words } = this;
    if (recording && !before.recording) yield fill(words.records, recording);
    const was = before.advisor?.state;
    if (advisor && advisor.state !== was) {
      yield fill(advisor.state === "open" ? words.with : words.asks, advisor);
    }
    if (was === "open" && !advisor) core.tell(words.stopped);
    if (asked && asked.text !== before.asked?.text) yield words.advisor + asked.text;
    if (proposal && proposal.id !== before.proposal?.id) yield `${words.proposed} ${proposal.title}`;
    if (paused && !before.paused) yield words.paused;
  }

  /**
   * Opens the dialog of a request once, but never under the fingers of who writes: they would agree
   * by pressing Enter. Closes it when the request is over.
   */
  shown({ advisor, recording }) {
    const { root, text } = this.core.parts;
    const isAsking = Boolean(recording ?? advisor?.notice);
    if (isAsking && !this.#dialog && root.activeElement !== text) {
      if (recording) this.#agree(recording, "record");
      else this.#agree(advisor, "agree");
    }
    if (isAsking || !this.#dialog) return;
    this.#dialog.close();
    this.#dialog = null;
  }

  /** Who asks, for what, and the two answers; in the place of the code one has given. */
  #agree({ notice }, asked) {
    const { core, words } = this;
    const { chat } = core.parts;
    const { id, title, text, easy } = notice;
    chat.querySelector("dialog:has(.code)")?.close();
    const said = { say: asked === "record" ? words.record_refused : words.refused };
    const agree = { title: words.agree, request: act({ [asked]: { id, yes: true } }) };
    const refuse = { title: words.refuse, request: act({ [asked]: { id, yes: false } }, said) };
    core.ask({ title, text: words.is_easy ? easy : text, actions: [agree, refuse] });
    this.#dialog = chat.lastElementChild;
  }

  #stopping(advisor) {
    const { words } = this;
    const stop = { title: words.stop, request: act({ end: true }) };
    const [title, text] = [words.stop_title, words.stop_text].map((one) => fill(one, advisor));
    return { title, text, actions: [{ title: words.stay }, stop] };
  }
}
