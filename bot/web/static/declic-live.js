/*
 * Two screens, one conversation: what <declic-chat> shows of the other screen, once there is one.
 *
 * The server tells the whole state each time it changes, on a stream that may break at any moment:
 * what was missed is in the next state. Turns are read from the conversation, each shown once.
 * `core` is what the widget lends to this file; its words come with the menu.
 */

const PATH = "/api/session/live";
const SILENCE_MS = 45_000;
const LONGEST_REST_MS = 15_000;
const TELL_TYPING_MS = 3000;
const NEAR_THE_END = 48;
const BREAK = "\n\n";
const STATE = /^event: state\ndata: (.*)/m;

/** Words with what they are about put in: "{name} vous accompagne". */
export const fill = (words, facts) => words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const areEqual = (some, others) =>
  some.length === others.length && some.every((one, at) => one.isEqualNode(others[at]));
/** One act of a screen, as the widget asks the server for it. */
export const act = (body, then) => ({ method: "POST", path: PATH, body, then });

/** The server's states, from `start` to `stop`: through cuts, sleep and silence. */
class Stream {
  #run = 0;
  #isOn = false;
  #heardAt = 0;
  #cut = () => {};
  #wake = () => {};

  /**
   * open: asks for the stream. tell: does something with a state. isThere: false once the widget
   * was taken out of its page, which then hears no other screen any more.
   */
  constructor(open, tell, isThere) {
    Object.assign(this, { open, tell, isThere });
    window.addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => this.#look());
  }

  async start() {
    if (this.#isOn) return;
    this.#isOn = true;
    const run = (this.#run += 1);
    for (let tries = 0; run === this.#run; tries += 1) {
      if (!this.isThere()) return this.stop();
      if (await this.#listen(run)) tries = 0;
      if (run === this.#run) await this.#rest(tries);
    }
  }

  stop() {
    this.#run += 1;
    this.#isOn = false;
    this.#cut();
  }

  /** One connection, to its end; true when it told something. */
  async #listen(run) {
    const control = new AbortController();
    let silence;
    let hasTold = false;
    const hear = () => {
      clearTimeout(silence);
      this.#heardAt = Date.now();
      silence = setTimeout(() => control.abort(), SILENCE_MS);
    };
    this.#cut = () => control.abort();
    try {
      hear();
      const body = await this.open(control.signal);
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (let kept = "", one = {}; !one.done && this.isThere(); hear()) {
        one = await reader.read();
        const events = (kept + (one.value ?? "")).split(BREAK);
        kept = events.pop();
        for (const event of events) {
          const data = run === this.#run && STATE.exec(event)?.[1];
          if (data) this.tell(JSON.parse(data));
          hasTold ||= Boolean(data);
        }
      }
    } catch {
      // A cut: the next connection tells all that this one did not.
    }
    clearTimeout(silence);
    control.abort();
    return hasTold;
  }

  /** Longer each time, and never the same for two screens; the network's return ends it. */
  #rest(tries) {
    const longest = Math.min(LONGEST_REST_MS, 250 * 2 ** tries);
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, longest * (0.5 + Math.random() / 2));
    });
  }

  /** A phone that wakes up may hold a stream that is dead without knowing it. */
  #look() {
    if (document.hidden) return;
    if (Date.now() - this.#heardAt > SILENCE_MS / 2) this.#cut();
    this.#wake();
  }
}

/** One of the two screens; each seat has its own of what it draws: `who`, `between`, `news`. */
export class Live {
  core;
  words = {};
  #stream;
  #token = null;
  #state = null;
  #announced = null;
  #isReading = false;
  #heard = null;
  #answered = null;
  #typedAt = 0;

  constructor(core) {
    const { make, parts, address } = (this.core = core);
    parts.root.append(make("link", { rel: "stylesheet", href: address("declic-live.css") }));
    parts.who = make("div", { class: "who", hidden: true });
    parts.between = make("div", { class: "between", hidden: true });
    parts.where.before(parts.who);
    parts.notice.before(parts.between);
    parts.text.addEventListener("input", () => this.#typed());
    this.#stream = new Stream(
      (signal) => this.#open(signal),
      (state) => this.#told(state),
      () => parts.root.host.isConnected,
    );
  }

  /** Listens from now on to the conversation that the widget shows. */
  start() {
    const [token] = this.core.now();
    if (token !== this.#token) this.#stop();
    this.#token = token;
    this.#stream.start();
  }

  /** The widget has read, sent or lost what it had to: what came meanwhile is shown now. */
  settle() {
    if (this.core.now()[0] === this.#token) this.#follow();
    else this.#stop();
  }

  /**
   * Before a message is sent: where the focus goes when something else is done with it. The open
   * question stays above its answer.
   */
  take() {
    this.core.parts.turns.querySelector(".asked.live")?.classList.remove("live");
    this.#answered = this.#state?.asked?.text;
    return null;
  }

  /** False when the server did not do it, which is told. */
  async act(body) {
    const { status, data } = await this.core.call("POST", PATH, this.#token, body);
    const isDone = status >= 200 && status < 300;
    if (status === 401) this.core.lose(data.message);
    else if (!isDone) this.core.tell(data.message ?? this.words.away);
    return isDone;
  }

  /** Draws what is beside the conversation again. */
  draw() {
    const state = this.#state;
    for (const place of ["who", "between"]) {
      this.#put(place, state ? this[place](state).filter(Boolean) : []);
    }
    this.shown(state ?? {});
  }

  // --- The server ------------------------------------------------------------------------------

  async #open(signal) {
    const headers = { Authorization: `Bearer ${this.#token}` };
    const options = { headers, signal, credentials: "omit", cache: "no-store" };
    const response = await fetch(this.core.address(PATH), options);
    if (response.status === 401) this.core.lose((await response.json()).message);
    if (!response.ok) throw new Error("no stream");
    return response.body;
  }

  /** Tells the other screen now and then; the server forgets it by itself. */
  #typed() {
    if (!this.#state?.advisor || Date.now() - this.#typedAt < TELL_TYPING_MS) return;
    this.#typedAt = Date.now();
    this.core.call("POST", PATH, this.#token, { typing: true });
  }

  #stop() {
    this.#stream.stop();
    this.#token = this.#state = this.#announced = null;
    this.draw();
  }

  async #told(state) {
    this.#state = state;
    if (!state.asked) this.#answered = null;
    this.words = (await this.core.learn()).live ?? this.words;
    if (this.#state !== state || !this.words.with) return;
    this.#announce(this.#announced ?? state, state);
    this.#announced = state;
    this.draw();
    this.#follow();
  }

  /** Shows the turns that another screen added, one reading at a time. */
  async #follow() {
    const [, turn, isSending, waits] = this.core.now();
    if (!this.#state || isSending || this.#isReading) return;
    if (this.#state.last_turn <= turn) return this.#drawTurns();
    this.#isReading = true;
    const isRead = waits ? await this.core.read() : await this.#catchUp();
    this.#isReading = false;
    if (isRead === false) setTimeout(() => this.#follow(), LONGEST_REST_MS / 10);
    else if (this.core.now()[1] > turn) this.#follow();
    else this.#drawTurns();
  }

  /** False when the server could not be asked. */
  async #catchUp() {
    const { parts, now, call, show } = this.core;
    const token = this.#token;
    const { status, data } = await call("GET", "/api/session", token);
    if (status === 401) this.core.lose(data.message);
    if (status !== 200 || !this.#state) return false;
    const [present, , isSending] = now();
    if (present !== token || isSending) return true;
    const hadFocus = parts.turns.contains(parts.root.activeElement);
    this.#clearTurns();
    for (const turn of data.turns.slice(0, data.pending ? -1 : undefined)) {
      if (turn.turn > now()[1]) this.#hear(turn);
      show(turn);
    }
    if (hadFocus && !parts.turns.contains(parts.root.activeElement)) parts.scroll.focus();
    return true;
  }

  // --- What is said and shown ------------------------------------------------------------------

  /** What has changed is said once; what was there when one came is only shown. */
  #announce(before, state) {
    if (before === state) return;
    for (const news of this.news(before, state)) this.core.announce(news);
    if (state.pending && state.pending.you !== before.pending?.you) this.#hear(state.pending);
  }

  /** The words of the other one: as soon as they are sent, and not again with their answer. */
  #hear({ you, author }) {
    if (author === this.core.seat || !you) return;
    if (this.#heard !== you) this.core.announce(this.words[author ?? "person"] + you);
    this.#heard = this.#heard === you ? null : you;
  }

  /** Only what is different is drawn again; a button that had the focus has it still. */
  #put(place, shown) {
    const { root, scroll, [place]: box } = this.core.parts;
    const buttons = () => [...box.querySelectorAll("button")];
    if (areEqual(shown, [...box.children])) return;
    const focused = buttons().indexOf(root.activeElement);
    this.keepEnd(() => {
      box.replaceChildren(...shown);
      box.hidden = shown.length === 0;
      if (focused >= 0) (buttons()[focused] ?? scroll).focus();
    });
  }

  /** What takes room from the conversation leaves the end in sight, for whoever looked at it. */
  keepEnd(change) {
    const { scroll } = this.core.parts;
    const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_THE_END;
    change();
    if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
  }

  /** What is said, and what can be done about it, on a line. */
  line(said, ...buttons) {
    return this.core.make("div", {}, this.core.make("p", {}, said), buttons);
  }

  #clearTurns() {
    this.core.parts.turns.querySelectorAll(".live").forEach((one) => one.remove());
  }

  /** Below the last turn: the open question, and what the other one has just said. */
  #drawTurns() {
    const { seat, make, parts } = this.core;
    const { asked, pending, confirmed } = this.#state;
    this.#mark(confirmed);
    const isOpen = asked && asked.text !== this.#answered;
    // One's own words too, when another device sends them, or a proposal that was agreed to.
    const isOther = pending && (pending.author !== seat || this.core.now()[3] === 0);
    const dots = make("span", { class: "bubble" }, make("i"), make("i"), make("i"));
    const shown = [
      isOpen && this.#bubble("asked", "advisor", asked.text),
      isOther && this.#bubble("said", pending.author, pending.you),
      isOther && make("li", { class: "bot typing live", "aria-hidden": "true" }, dots),
    ].filter(Boolean);
    const old = [...parts.turns.children].slice(-shown.length || Infinity);
    if (areEqual(shown, old) && shown.length === parts.turns.querySelectorAll(".live").length) return;
    this.#clearTurns();
    parts.turns.append(...shown);
    shown.at(-1)?.scrollIntoView({ block: "nearest", container: "nearest" });
  }

  /** Under an answer that was proposed, that the person confirmed it; each once. */
  #mark(places) {
    const { make, parts } = this.core;
    const said = parts.turns.querySelectorAll(".you:not(.live, .waiting)");
    for (const place of places) {
      if (!said[place] || said[place].querySelector(".hint")) continue;
      this.keepEnd(() => said[place].append(make("p", { class: "hint" }, this.words.confirmed)));
    }
  }

  #bubble(kind, author, text) {
    const { seat, make } = this.core;
    const isOther = author !== seat;
    const label = isOther ? {} : { class: "unseen" };
    const name = make("strong", label, this.words[isOther ? (author ?? "person") : "you"]);
    const said = make("p", { class: "bubble" }, name, text);
    return make("li", { class: `you live ${kind} ${isOther ? "other" : ""}` }, said);
  }
}
