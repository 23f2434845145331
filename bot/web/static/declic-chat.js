/*
 * <declic-chat>: the conversation, in one element without dependencies.
 *
 * The `data-…` of the script are the element's attributes: `mode` (inline or floating), `theme`
 * (light, dark or auto) and `region`. Where the page has no such element, the script adds one. The
 * console has the element itself, with the `token` of a conversation, of which nothing is stored;
 * an advisor's has a `seat` too.
 *
 * The server holds the conversation; this element shows it. Everything shown is text (never markup),
 * and what is heard is said once in a live region of its own. A message is kept in the outbox, under
 * the id that it was given first, until the server has answered it.
 */

"use strict";

// The block keeps these names out of the host page, where the script may come twice.
if (!customElements.get("declic-chat")) {

const SCRIPT = document.currentScript;
const FILES = new URL(".", SCRIPT.src);
const NARROW = "(max-width: 36rem), (max-height: 32rem)";
const MOST_CHARACTERS = 2000;
const COUNT_FROM = 1600;
const REQUEST_MS = 45_000;
const HEARD_MS = 1500;
const MOST_WAITS = 5;
const IDLE_MS = 30 * 60_000;
const ICONS = {
  see: "m21 21-6-6m2-5a7 7 0 1 1-14 0 7 7 0 0 1 14 0",
  hiring: "M9 7V4h6v3M3 7h18v13H3zm0 6h18",
  vacancies: "M4 6h16M4 12h16M4 18h9",
  travel: "M12 7v5l3 3m6-3a9 9 0 1 1-18 0 9 9 0 0 1 18 0",
  dictate: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm-7-4a7 7 0 0 0 14 0m-7 7v3",
  first_step: "M5 21V4h12l-3 4 3 5H5",
};

/** Said also while the server is out of reach; the words of the menu come from it. */
const SENTENCES = {
  offline: "Pas de réseau. Vos messages partiront dès son retour.",
  unreachable: "Le service ne répond pas. Votre message est gardé ici.",
  away: "Le service ne répond pas. Réessayez dans un instant.",
  unopened: "La conversation ne peut pas s’ouvrir. Réessayez dans un instant.",
  lost: "Cette conversation n’existe plus.",
  again: "Nouvelle conversation",
  retry: "Réessayer",
  code: "J’ai un code",
  tooLong: "Votre message est trop long\u00a0: 2\u00a0000 caractères au plus.",
  advisor: "Accompagnement\u00a0: ",
  person: "La personne\u00a0: ",
  scanned: (number) => `Image ${number} gardée. Scannez-en d’autres, ou continuez ici.`,
};

/**
 * An element with attributes and children, of which those that are nothing are left out; strings
 * become text, lists their elements, `onclick` and the like listeners.
 */
function make(name, attributes = {}, ...children) {
  const space = /^(svg|path)$/.test(name) ? "2000/svg" : "1999/xhtml";
  const element = document.createElementNS(`http://www.w3.org/${space}`, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(9).filter(Boolean));
  return element;
}

const unseen = (text) => make("span", { class: "unseen" }, text);
const button = (title, onclick, kind, more) =>
  make("button", { type: "button", class: kind, onclick, ...more }, title);
const mark = () => make("img", { class: "mark", src: address("declic.svg"), alt: "" });
const list = (items) => make("ul", {}, items.map((item) => make("li", {}, item)));
const icon = (name) => make("svg", { viewBox: "0 0 24 24" }, make("path", { d: ICONS[name] }));
/** Where a file or a path of the server is: beside this script's folder, also below a prefix. */
const address = (url) => new URL(url.replace(/^\//, "../"), FILES).href;
const picture = (url, alt = "") => make("img", { src: url && address(url), alt, width: 320, height: 240, loading: "lazy" });
/** Buttons out of what they say and do, of which the first is the main one; all first do `before`. */
const choices = (actions, before) => {
  const press = (action) => () => (before(), action?.());
  const one = ([title, action], at) => button(title, press(action), at ? null : "main");
  return make("div", { class: "choices" }, actions.map(one));
};
/** A French voice of this device; others would send what they read to their maker. */
const voice = () =>
  window.speechSynthesis?.getVoices().find((one) => one.localService && one.lang.startsWith("fr"));
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A link to call, or to a page in a tab of its own; null for an address of any other kind. */
function link({ url, title, about = "" }) {
  if (!/^(https:\/\/|tel:|\/\w)/.test(url)) return null;
  const isPage = !url.startsWith("tel:");
  const attributes = { class: "link", href: address(url), rel: "noopener noreferrer" };
  const said = unseen(isPage ? `${about} (nouvelle fenêtre)` : about);
  return make("a", { ...attributes, target: isPage && "_blank" }, make("span", {}, title), said);
}

/** How far along a way that has a limit, in percents. */
function bar([far, limit]) {
  const attributes = { class: "gauge", viewBox: "0 0 100 8", preserveAspectRatio: "none" };
  return make("svg", attributes, make("path", { d: `M0 4h${far}` }), make("path", { d: `M${limit} 0v8` }));
}

/** A part of a card, as bot/web/parts.py tells it. */
function part(one) {
  const { sign, title, notice, lines = [], items = [] } = one;
  const name = sign ? unseen(title) : title && make("h3", {}, title);
  return make(
    "div",
    { class: sign ? "fact" : notice && "careful" },
    sign && icon(sign),
    name,
    one.bar && bar(one.bar),
    items.length && list(items),
    lines.map((line) => make("p", {}, line)),
    one.link && link(one.link),
  );
}

/** Storage of the browser, or of this page alone where the browser forbids it. */
class Memory {
  #kept = new Map();
  #storage;

  constructor(open) {
    try {
      this.#storage = open();
    } catch {
      this.#storage = null;
    }
  }

  read(key) {
    return this.#kept.get(key) ?? this.#storage?.getItem(key) ?? null;
  }

  write(key, value) {
    try {
      if (!this.#storage) throw new Error("no storage");
      if (value === null) this.#storage.removeItem(key);
      else this.#storage.setItem(key, value);
      this.#kept.delete(key);
    } catch {
      if (value === null) this.#kept.delete(key);
      else this.#kept.set(key, value);
    }
  }
}

/** What the server answered; status 0 when it could not be reached. */
async function call(method, path, token, body) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  if (body) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(address(path), {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_MS),
      credentials: "omit",
      cache: "no-store",
    });
    const data = response.status === 204 ? {} : await response.json();
    const again = Number(response.headers.get("Retry-After")) || 2;
    return { status: response.status, data, again };
  } catch {
    return { status: 0, data: {}, again: 2 };
  }
}

/** A UUID, also where crypto.randomUUID is absent (a page that is not served over https). */
function newId() {
  const random = (most) => crypto.getRandomValues(new Uint8Array(1))[0] & most;
  const digit = (name) => (name === "x" ? random(15) : 8 | random(3)).toString(16);
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, digit);
}

/** A value of the address, from its query or after its #, which loses both; on Déclic's page alone. */
function taken(name) {
  if (location.origin !== FILES.origin) return null;
  const value = new URLSearchParams(`${location.hash.slice(1)}&${location.search.slice(1)}`).get(name);
  if (value) history.replaceState(null, "", location.pathname);
  return value;
}

class DeclicChat extends HTMLElement {
  #seat = this.getAttribute("seat");
  #given = this.getAttribute("token");
  #tab = new Memory(() => (this.#given ? null : sessionStorage));
  #browser = new Memory(() => (this.#given ? null : localStorage));
  #live = null;
  #token = null;
  #outbox = [];
  #isSending = false;
  #lastTurn = 0;
  #parts = {};
  #menu = null;
  #way = "standard";
  #isShared = false;
  #idle = 0;
  #isAloud = false;
  #ear = null;
  #isThemed = false;

  connectedCallback() {
    if (this.shadowRoot) return;
    for (const [name, value] of Object.entries(SCRIPT.dataset)) {
      if (!this.hasAttribute(name)) this.setAttribute(name, value);
    }
    this.#isThemed = /light|dark/.test(this.getAttribute("theme"));
    if (!this.#isThemed) this.setAttribute("theme", this.#browser.read("declic.theme") ?? "auto");
    this.lang ||= "fr";
    this.#build();
    this.#listen();
    if (!this.#isFloating()) this.#start();
  }

  #isFloating() {
    return this.getAttribute("mode") === "floating";
  }

  // --- The frame -------------------------------------------------------------------------------

  #build() {
    const root = this.attachShadow({ mode: "open" });
    const show = () => this.#dress();
    const href = address("declic-chat.css");
    const style = make("link", { rel: "stylesheet", href, onload: show, onerror: show });
    const name = this.#isFloating() ? "dialog" : "div";
    const chat = make(name, { class: "chat", "aria-label": "Déclic" });
    const turns = make("ol", { class: "turns", role: "list" });
    const region = { class: "scroll", role: "region", "aria-label": "Conversation", tabindex: "0" };
    this.#parts = { root, chat, turns };
    this.#parts.scroll = make("div", region, turns);
    this.#parts.announcer = make("div", { class: "unseen", "aria-live": "polite" });
    this.#parts.notice = make("div", { class: "notice", tabindex: "-1", hidden: true });
    chat.append(this.#top(), this.#where(), this.#parts.scroll, this.#parts.notice);
    chat.append(this.#composer(), this.#parts.announcer);
    const launcher = this.#isFloating() && this.#launcher();
    this.#parts.all = make("div", { class: "all", hidden: true }, launcher, chat);
    root.append(style, this.#parts.all);
  }

  /** Text as large as the browser's own, whatever `rem` is in the host page, or as the person likes. */
  #dress() {
    const [own, page] = [this, document.documentElement].map((one) => getComputedStyle(one).fontSize);
    const liked = this.#browser.read("declic.size") ?? 1;
    this.style.setProperty("--declic-zoom", (liked * parseFloat(own)) / parseFloat(page));
    this.#parts.all.hidden = false;
  }

  #launcher() {
    const launcher = button("Trouver un métier", () => this.#toggle(), "main launcher");
    launcher.prepend(mark());
    launcher.ariaExpanded = false;
    this.#parts.chat.addEventListener("close", () => {
      launcher.ariaExpanded = false;
      launcher.focus();
    });
    return (this.#parts.launcher = launcher);
  }

  /** The panel stands beside the page, or over all of it where there is no room for two. */
  #toggle() {
    const { chat, launcher, scroll } = this.#parts;
    if (chat.open) return chat.close();
    if (matchMedia(NARROW).matches) chat.showModal();
    else chat.show();
    launcher.ariaExpanded = true;
    scroll.focus();
    if (!this.#token) this.#start();
  }

  #top() {
    const title = make("slot", { name: "title" }, make("h2", {}, "Déclic"));
    const names = make("div", { class: "names" }, title, make("slot", { name: "tagline" }));
    const toggle = () => this.#showMenu(this.#parts.menu.hidden);
    const state = { "aria-expanded": "false", "aria-controls": "menu" };
    this.#parts.menuButton = button("Menu", toggle, null, state);
    this.#parts.menu = make("div", { class: "menu", id: "menu", hidden: true });
    const close = this.#isFloating() ? button("Fermer", () => this.#parts.chat.close(), "bare") : null;
    return make("header", { class: "top" }, mark(), names, this.#parts.menuButton, close, this.#parts.menu);
  }

  /** How far the questions are; shown once there are some. */
  #where() {
    this.#parts.bar = make("progress", { "aria-label": "Avancement", max: "1", value: "0" });
    this.#parts.steps = make("span");
    const far = make("span", { class: "far" }, this.#parts.bar, this.#parts.steps);
    const press = (name, title) => button(title, () => this.#command(name, title), "bare");
    const back = press("go_back", "Revenir");
    const why = press("why_question", "Pourquoi\u202f?");
    back.append(unseen(" en arrière"));
    why.append(unseen(" La raison de cette question"));
    this.#parts.where = make("div", { class: "where", hidden: true }, back, far, why);
    return this.#parts.where;
  }

  #composer() {
    const attributes = {
      id: "message",
      rows: "1",
      placeholder: "Écrivez ici",
      autocomplete: "off",
      enterkeyhint: "send",
      "aria-describedby": "count",
    };
    this.#parts.text = make("textarea", attributes);
    this.#parts.count = make("p", { class: "count", id: "count" });
    const label = make("label", { class: "unseen", for: "message" }, "Votre message");
    const send = make("button", { type: "submit", class: "main" }, "Envoyer");
    const state = { "aria-pressed": "false", hidden: !Recognition };
    this.#parts.mic = button([icon("dictate"), unseen("Dicter")], () => this.#dictate(), "mic", state);
    this.#parts.hush = button("Arrêter la voix", () => this.#readAloud(), "bare", { hidden: true });
    const field = make("div", { class: "field" }, this.#parts.text, this.#parts.mic, send);
    const onsubmit = (event) => this.#submit(event);
    this.#parts.composer = make("form", { class: "composer", onsubmit }, this.#parts.hush, label, field, this.#parts.count);
    this.#count();
    return this.#parts.composer;
  }

  #listen() {
    const { chat, menu, text } = this.#parts;
    text.addEventListener("input", () => this.#count());
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    });
    chat.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#escape(event);
    });
    chat.addEventListener("click", (event) => {
      if (!menu.hidden && !menu.parentNode.contains(event.target)) this.#showMenu(false);
    });
    window.addEventListener("online", () => this.#goOn());
    window.addEventListener("offline", () => this.#tell(SENTENCES.offline));
    if (!this.#given) window.addEventListener("storage", (event) => this.#follow(event));
    window.visualViewport?.addEventListener("resize", () => this.#fit());
  }

  /** The keyboard of a phone covers the page: the conversation keeps to what is left of it. */
  #fit() {
    const { height, scale } = window.visualViewport;
    if (Math.abs(scale - 1) < 0.01) this.style.setProperty("--declic-seen-height", `${height}px`);
  }

  // --- The session -----------------------------------------------------------------------------

  async #start() {
    const scanned = this.#scan();
    const code = taken("code");
    if (code) return this.#askCode(code);
    await this.#enter();
    if (scanned !== undefined) this.#tell(SENTENCES.scanned(scanned), ["Continuer"]);
  }

  async #enter() {
    this.#token = this.#given ?? this.#tab.read("declic.token") ?? this.#browser.read("declic.token");
    if (!this.#token) return this.#open();
    this.#outbox = JSON.parse(this.#tab.read("declic.outbox") ?? "[]");
    await this.#read();
  }

  /**
   * The token stays in this browser; on a shared computer, in this tab and for a while. There the
   * browser may hold the token of another tab's conversation, which is left alone.
   */
  #keep(token, isShared = false) {
    const held = this.#browser.read("declic.token");
    if (isShared !== this.#isShared) this.#menu = null;
    if (token && !isShared) this.#browser.write("declic.token", token);
    else if (held === token || held === this.#token) this.#browser.write("declic.token", null);
    this.#token = token;
    this.#isShared = isShared;
    this.#tab.write("declic.token", isShared ? token : null);
    this.#watch();
  }

  /**
   * On a shared computer, nothing stays on the screen after half an hour without a message. The
   * server then erases the conversation, unless it goes on elsewhere.
   */
  #watch() {
    clearTimeout(this.#idle);
    if (this.#isShared) this.#idle = setTimeout(() => this.#lose(), IDLE_MS);
  }

  /** A new conversation; of two tabs that open at once, the second one takes that of the first. */
  async #open() {
    this.#hideNotice();
    this.#typing(true);
    const ask = () => this.#openAlone();
    const reply = await (navigator.locks?.request("declic.open", ask) ?? ask());
    this.#typing(false);
    if (reply === null) return this.#read();
    if (reply.status !== 201) return this.#tellUnopened(reply);
    this.#show({ you: null, ...reply.data });
  }

  async #openAlone() {
    const token = this.#browser.read("declic.token");
    if (token) {
      this.#token = token;
      return null;
    }
    const region = this.getAttribute("region") ?? undefined;
    const shared = this.hasAttribute("shared");
    const reply = await call("POST", "/api/sessions", null, { region, shared });
    if (reply.status === 201) this.#keep(reply.data.token, shared);
    return reply;
  }

  #tellUnopened({ data }) {
    this.#tell(data.message ?? SENTENCES.unopened, [SENTENCES.retry, () => this.#open()]);
  }

  /** Shows the conversation as the server has it, without a word to the live region. */
  async #read() {
    const { status, data } = await call("GET", "/api/session", this.#token);
    if (status === 401) return this.#lose(data.message);
    if (status !== 200) {
      return this.#tell(data.message ?? SENTENCES.unopened, [SENTENCES.retry, () => this.#read()]);
    }
    this.#hideNotice();
    this.#keep(this.#token, data.shared);
    this.#parts.turns.replaceChildren();
    this.#lastTurn = 0;
    const unanswered = data.pending ? data.turns.pop() : null;
    for (const turn of data.turns) this.#show(turn, { isNew: false });
    this.#takeUp(data.pending, unanswered);
    if (data.live) this.#accompany();
    this.#live?.settle();
    if (!this.#seat && data.consent?.is_current === false) this.#ask((await this.#learn()).consent);
  }

  /** The messages without an answer: those of this tab, and one that the server still holds. */
  #takeUp(pending, turn) {
    if (pending && !this.#outbox.some((entry) => entry.id === pending)) {
      this.#outbox.unshift({ ...turn, id: pending, content: {} });
    }
    this.#parts.turns.append(...this.#outbox.map((entry) => this.#bubble(entry)));
    if (this.#outbox.length > 0) this.#retire();
    this.#scrollToEnd();
    this.#deliver();
  }

  /** The conversation is over here: the screen is emptied, and says why. */
  #lose(message = SENTENCES.lost) {
    this.#keep(null);
    this.#outbox = [];
    this.#lastTurn = 0;
    this.#browser.write("declic.turn", null);
    this.#tab.write("declic.outbox", null);
    this.#parts.turns.replaceChildren();
    this.#parts.text.value = "";
    this.#count();
    this.#reading({});
    this.#parts.where.hidden = true;
    const next = [[SENTENCES.again, () => this.#open()], [SENTENCES.code, () => this.#askCode()]];
    this.#tell(message, ...(this.#given ? [] : next));
    this.#live?.settle();
  }

  /** What comes from another screen, in a file that is loaded once there is one. */
  async #accompany() {
    const core = {
      ...{ seat: this.#seat, parts: this.#parts, make, button, call, address },
      now: () => [this.#token, this.#lastTurn, this.#isSending, this.#outbox.length],
      show: (turn) => this.#show(turn),
      read: () => this.#read(),
      lose: (why) => this.#lose(why),
      tell: (why) => this.#tell(why),
      announce: (text) => this.#announce(text),
      learn: () => this.#learn(),
      ask: (asked) => this.#ask(asked),
    };
    const seat = this.#seat ?? "person";
    const file = await import(address(`declic-live-${seat}.js`)).catch(() => null);
    if (!file) return this.#tell(SENTENCES.away);
    this.#live ??= new file.Screen(core);
    this.#live.start();
  }

  /** Another tab of this browser went on, or ended the conversation. */
  #follow({ key, newValue }) {
    if (key === "declic.token" && newValue !== this.#token && !this.#isShared) {
      if (!newValue) return this.#lose();
      this.#token = newValue;
      this.#read();
    }
    if (key === "declic.turn" && Number(newValue) > this.#lastTurn && !this.#isSending) this.#read();
  }

  #goOn() {
    if (this.#given && !this.#token) return;
    this.#hideNotice();
    if (!this.#token) this.#open();
    else if (!this.#lastTurn) this.#read();
    else this.#deliver();
  }

  // --- Sending ---------------------------------------------------------------------------------

  #submit(event) {
    event.preventDefault();
    const { text } = this.#parts;
    const said = text.value.trim();
    if (!said || !this.#token) return;
    if (said.length > MOST_CHARACTERS) return this.#say(SENTENCES.tooLong);
    this.#send({ text: said }, said);
    text.value = "";
    this.#count();
  }

  #command(command, title) {
    this.#send({ command }, title).focus();
  }

  /** Puts a message in the outbox and shows it; what was on offer is no longer. */
  #send(content, you) {
    const taken = this.#live?.take(content, you);
    if (taken) return taken;
    const entry = { id: newId(), content, you };
    this.#outbox.push(entry);
    this.#keepOutbox();
    this.#retire();
    const bubble = this.#bubble(entry);
    this.#parts.turns.append(bubble);
    this.#scrollToEnd();
    this.#deliver();
    return bubble;
  }

  #keepOutbox() {
    const isEmpty = this.#outbox.length === 0;
    this.#tab.write("declic.outbox", isEmpty ? null : JSON.stringify(this.#outbox));
  }

  /** Sends the outbox in order, one message at a time; stops at the first that does not pass. */
  async #deliver() {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#outbox.length > 0 && this.#token) {
      const entry = this.#outbox[0];
      this.#unfail(entry);
      this.#typing(true);
      const reply = await this.#post(entry);
      this.#typing(false);
      // Meanwhile another conversation may have come, or a message that goes first.
      if (this.#outbox[0]?.id !== entry.id) continue;
      if (!this.#settle(entry, reply)) break;
    }
    this.#isSending = false;
    this.#live?.settle();
  }

  /** One message, again while the server asks to wait for a moment. */
  async #post({ id, content }) {
    const body = { message_id: id, ...content };
    for (let waits = 0; ; waits += 1) {
      const reply = await call("POST", "/api/messages", this.#token, body);
      const mustWait = reply.status === 429 || reply.data.error === "busy";
      if (!mustWait || waits === MOST_WAITS) return reply;
      await wait(reply.again * 1000);
    }
  }

  /** Deals with the server's answer; false when the message stays in the outbox. */
  #settle(entry, { status, data }) {
    if (status === 401) {
      this.#lose(data.message);
      return false;
    }
    if (status === 0 || status >= 500 || status === 429 || data.error === "busy") {
      this.#fail(entry, data.message ?? SENTENCES.unreachable);
      return false;
    }
    this.#outbox.shift();
    this.#keepOutbox();
    this.#watch();
    if (status === 200) this.#answered(entry, data);
    else this.#refused(entry, data.message);
    return true;
  }

  #answered(entry, data) {
    const tell = () => data.messages.forEach((one) => this.#announce(one.heard ?? one.text));
    // Another tab has read it already, or another device has said something in between.
    if (data.turn !== this.#lastTurn + 1) return this.#read().then(tell);
    this.#bubbleOf(entry)?.classList.remove("waiting");
    this.#hideNotice();
    this.#show({ you: null, ...data });
    this.#browser.write("declic.turn", String(data.turn));
  }

  /** The message will never pass: it is told, a text comes back to be changed, the rest is reread. */
  #refused({ content }, message) {
    if (content.text && !this.#parts.text.value) {
      this.#parts.text.value = content.text;
      this.#count();
    }
    this.#read().then(() => this.#tell(message));
  }

  #fail(entry, message) {
    const retry = button(SENTENCES.retry, () => this.#retry(entry));
    const failed = make("p", { class: "failed" }, make("span", {}, message), retry);
    this.#bubbleOf(entry)?.append(failed);
    this.#announce(message);
    this.#scrollToEnd();
  }

  #unfail(entry) {
    this.#bubbleOf(entry)?.querySelector(".failed")?.remove();
  }

  #retry(entry) {
    this.#bubbleOf(entry)?.focus();
    this.#deliver();
  }

  // --- The transcript --------------------------------------------------------------------------

  /** Adds a turn once; `isNew` turns are announced and remembered by the other tabs. */
  #show({ turn, you, author, asked, messages }, { isNew = true } = {}) {
    if (turn <= this.#lastTurn) return;
    this.#lastTurn = turn;
    this.#retire();
    if (asked) this.#parts.turns.append(this.#bubble({ you: asked, author: "advisor" }));
    if (you !== null) this.#parts.turns.append(this.#bubble({ you, author }));
    for (const message of messages) {
      if (message.type === "progress") this.#progress(message);
      else if (message.type === "reading") this.#reading(message);
      else if (message.type === "kept") this.#kept(message);
      else this.#parts.turns.append(this.#item(message));
      if (isNew) this.#speak();
      if (message.type === "cards") this.#parts.where.hidden = true;
      if (isNew) this.#announce(message.heard ?? message.text);
    }
    if (turn === 1 && !this.#seat) this.#offerCode();
    if (isNew) this.#scrollToEnd();
  }

  /** Who began elsewhere says so at the welcome. */
  #offerCode() {
    const welcome = this.#parts.turns.querySelector(".choices");
    welcome?.append(button(SENTENCES.code, () => this.#askCode(), "bare"));
  }

  /** Of two people, the other one is named. */
  #bubble({ id, you, author = this.#seat }) {
    const isOther = author !== this.#seat;
    const name = isOther ? make("strong", {}, SENTENCES[author ?? "person"]) : unseen("Vous : ");
    const said = make("p", { class: "bubble" }, name, you ?? "");
    const kind = isOther ? "you other" : id ? "you waiting" : "you";
    const attributes = { class: kind, "data-id": id, tabindex: "-1" };
    return make("li", attributes, said);
  }

  #bubbleOf({ id }) {
    return [...this.#parts.turns.querySelectorAll("[data-id]")].find((item) => item.dataset.id === id);
  }

  #item(message) {
    const show = {
      multiple: () => this.#multiple(message),
      pictures: () => this.#pictures(message),
      picture: () => this.#seen(message),
      scene: () => this.#scene(message),
      comparison: () => this.#comparison(message),
      cards: () => this.#jobs(message),
      places: () => this.#list(message),
      reach: () => this.#list(message),
      links: () => this.#list({ cards: [{ ...message, first: message.links.map((link) => ({ link })) }] }),
    }[message.type];
    const said = show ? [unseen("Déclic : "), show()] : this.#said(message);
    return make("li", { class: "bot" }, said);
  }

  #said({ text, buttons }) {
    const said = make("p", { class: "bubble" }, unseen("Déclic : "), text);
    return [said, this.#buttons(buttons, "Réponses proposées")];
  }

  /** What can be pressed; `card`: the title of the card it is on, said with the answer. */
  #buttons(buttons, label, card) {
    if (buttons.length === 0) return null;
    const kind = buttons.length === 1 && !card ? "main" : null;
    const said = (title) => (card ? `${card}\u00a0: ${title[0].toLowerCase()}${title.slice(1)}` : title);
    const show = ({ title, choice, titles }) => {
      const press = ({ target }) => this.#choose(choice, said(target.textContent));
      const one = button(title, press, kind);
      if (titles) one.dataset.titles = titles;
      return one;
    };
    return make("div", { class: "choices", role: "group", "aria-label": label }, buttons.map(show));
  }

  #choose(choice, title) {
    this.#send({ choice }, title).focus();
  }

  #multiple(message) {
    const boxes = message.options.map(({ title, choice, ticked }) => {
      const box = make("input", { type: "checkbox", value: choice, checked: ticked });
      return make("label", { class: "option" }, box, make("span", {}, title));
    });
    return this.#ticks(message, boxes);
  }

  #ticks({ title, options, none, others, submit_title, hint: said }, boxes) {
    if (options.length === 0) return null;
    const legend = make("legend", {}, title);
    const hint = make("p", { class: "hint alert", hidden: true }, said);
    const submit = make("button", { type: "submit", class: "main" }, submit_title);
    const press = ({ title, choice }) => button(title, () => this.#choose(choice, title));
    const actions = make("div", { class: "choices" }, hint, submit, ...[none, ...others].map(press));
    const onsubmit = (event) => this.#tick(event, hint);
    return make("form", { class: "multiple choices", onsubmit }, make("fieldset", {}, legend, ...boxes), actions);
  }

  /** Pictures to choose from; those whose code was scanned come ticked. */
  #pictures(message) {
    const scanned = this.#scanned();
    const tiles = message.options.map((_, at) => this.#tile(message.options, at, scanned));
    const form = this.#ticks(message, tiles);
    if (!form) return null;
    form.classList.add("pictures");
    const count = make("p", { class: "chosen" });
    const ticked = () => form.querySelectorAll(":checked").length;
    const tell = () => (count.textContent = `${ticked()} sur ${message.most} images`);
    form.addEventListener("change", ({ target }) => {
      const isTooMany = ticked() > message.most;
      if (isTooMany) target.checked = false;
      tell();
      if (!isTooMany) return;
      count.textContent = message.too_many;
      this.#announce(count.textContent);
    });
    form.addEventListener("submit", () => this.#browser.write("declic.images", null));
    const [hint, submit] = form.querySelectorAll(".hint, [type=submit]");
    form.lastElementChild.before(make("div", { class: "choices bar" }, hint, count, submit));
    tell();
    return form;
  }

  #tile(options, at, scanned) {
    const { title, choice, ticked, number, url } = options[at];
    const name = `${number}. ${title}`;
    const checked = ticked || scanned.includes(String(number));
    const box = make("input", { type: "checkbox", value: choice, checked });
    const tile = make("label", { class: "option tile" }, picture(url), box, make("span", {}, name));
    const see = button(unseen(`Voir en grand\u00a0: ${name}`), () => this.#zoom(options, at));
    see.append(icon("see"));
    return make("div", { class: "frame" }, tile, see);
  }

  /** A picture by itself; the next ones are told by a live region, the only one in reach of a dialog. */
  #zoom(options, at) {
    const image = picture("");
    const name = make("h2", { id: "large" });
    const said = make("p");
    const turn = (by) => {
      at = (at + by + options.length) % options.length;
      const { number, title, url, description } = options[at];
      image.src = address(url);
      name.textContent = `${number}. ${title}`;
      said.textContent = description;
    };
    const close = button("Fermer", () => large.close(), "main");
    const turns = [button("Précédente", () => turn(-1)), button("Suivante", () => turn(1)), close];
    const large = make(
      "dialog",
      { class: "large", "aria-labelledby": "large", onclose: () => large.remove() },
      image,
      make("div", { "aria-live": "polite" }, name, said),
      make("div", { class: "choices" }, turns),
    );
    turn(0);
    this.#parts.chat.append(large);
    large.showModal();
  }

  /** One picture again, before a question about it. */
  #seen({ number, title, url, description }) {
    return make("figure", {}, picture(url, description), make("figcaption", {}, `${number}. ${title}`));
  }

  #scene({ title, number, total }) {
    const where = make("span", {}, `Scène ${number} sur ${total}`);
    return make("p", { class: "scene" }, where, make("strong", {}, title));
  }

  /** Numbers of the pictures whose codes were scanned in this browser and not sent yet. */
  #scanned() {
    return (this.#browser.read("declic.images") ?? "").split(",").filter(Boolean);
  }

  /** The code on a printed picture opens the page with `?image=7`. */
  #scan() {
    const number = taken("image");
    if (!/^\d{1,3}$/.test(number ?? "")) return;
    const numbers = new Set([...this.#scanned(), String(Number(number))]);
    this.#browser.write("declic.images", [...numbers].join(","));
    return Number(number);
  }

  #tick(event, hint) {
    event.preventDefault();
    const ticked = [...event.target.querySelectorAll(":checked")];
    hint.hidden = ticked.length > 0;
    if (ticked.length === 0) return this.#announce(hint.textContent);
    const titles = ticked.map((box) => box.parentNode.querySelector("span").textContent).join(", ");
    this.#send({ choices: ticked.map((box) => box.value) }, titles).focus();
  }

  // --- Cards, tables, bars ---------------------------------------------------------------------

  /** A list of jobs, offers, companies or basins, under its title and over its source. */
  #list({ title, hint, items, cards = items, labels, source }) {
    const shown = cards.map((card) => this.#card(title ? "h3" : "h2", card));
    const soft = (said) => said && make("p", { class: "source" }, said);
    const attributes = { class: "cards", role: "list", "aria-label": labels?.list };
    const all = make(labels ? "ol" : "ul", attributes, shown);
    return make("section", {}, title && make("h2", {}, title), soft(hint), all, soft(source));
  }

  #card(heading, { title, kind = "", flag, place, state, kept, first, more, rest = [], buttons = [], rome_code }) {
    const chip = state && make("p", { class: `state ${state[0]}`, hidden: kept === false }, state[1]);
    const named = flag && make("span", {}, make("strong", {}, flag[0]), flag[1]);
    const summary = make("summary", {}, more, unseen(`\u00a0: ${title}`));
    return make(
      "li",
      { class: `card ${kind}`, "data-job": rome_code },
      flag && make("p", { class: "flag" }, mark(), named),
      (place || chip) && make("div", { class: "head" }, place && make("p", {}, place), chip),
      make(heading, {}, title),
      first.map(part),
      rest.length && make("details", {}, summary, rest.map(part)),
      this.#buttons(buttons, title, title),
    );
  }

  /** Which jobs are kept now, told by the cards that show them already. */
  #kept({ rome_codes }) {
    for (const card of this.#parts.turns.querySelectorAll(".job")) {
      const isKept = rome_codes.includes(card.dataset.job);
      const keep = card.querySelector("[data-titles]");
      card.querySelector(".kept").hidden = !isKept;
      if (keep) keep.textContent = keep.dataset.titles.split(",")[Number(isKept)];
    }
  }

  /** The newest jobs that can be answered are the only ones. */
  #jobs(message) {
    const isLive = message.cards.some((card) => card.buttons.length > 0);
    if (isLive) this.#parts.turns.querySelectorAll(".job .choices").forEach((old) => old.remove());
    return this.#list(message);
  }

  /** Jobs side by side; what a row is about stands over it, so that the columns fit a phone. */
  #comparison({ title, columns, rows }) {
    const line = (name, texts, attributes) =>
      make("tr", {}, texts.map((text) => make(name, attributes, text)));
    const about = { scope: "rowgroup", colspan: columns.length };
    const groups = rows.map((row) =>
      make("tbody", {}, line("th", [row.title], about), line("td", row.cells)),
    );
    const head = make("thead", {}, line("th", columns, { scope: "col" }));
    const table = make("table", {}, make("caption", {}, title), head, groups);
    return make("div", { class: "card side", role: "region", "aria-label": title, tabindex: "0" }, table);
  }

  /** Nothing of the questions before can be pressed any more; the newest cards can. */
  #retire() {
    this.#parts.turns.querySelectorAll(".bot > .choices").forEach((choices) => choices.remove());
  }

  /** How far the questions are; without a step they are over, until going back asks one again. */
  #progress({ step, total }) {
    const { where, bar, steps } = this.#parts;
    where.hidden = step === null;
    if (step === null) return;
    bar.max = total;
    bar.value = step;
    steps.textContent = `${step} sur ${total}`;
  }

  #reading({ is_easy }) {
    this.#way = is_easy ? "easy" : "standard";
    this.#menu = null;
  }

  #typing(isTyping) {
    const { turns } = this.#parts;
    turns.querySelector(".typing")?.remove();
    if (!isTyping) return;
    const dots = make("span", { class: "bubble", "aria-hidden": "true" });
    dots.append(make("i"), make("i"), make("i"));
    turns.append(make("li", { class: "bot typing" }, dots, unseen("Déclic écrit…")));
    this.#scrollToEnd();
  }

  /** Down to the end, but never so far that the person's last words leave the screen. */
  #scrollToEnd() {
    const { turns, scroll } = this.#parts;
    const last = turns.lastElementChild;
    const said = [...turns.querySelectorAll(".you")].at(-1) ?? turns.firstElementChild;
    if (!last) return;
    const height = last.getBoundingClientRect().bottom - said.getBoundingClientRect().top;
    const fits = height < scroll.getBoundingClientRect().height - 32;
    (fits ? last : said).scrollIntoView({ block: fits ? "end" : "start", container: "nearest" });
  }

  // --- What is said beside the conversation ----------------------------------------------------

  /** Says a text once to those who listen; it is in the transcript for those who read. */
  #announce(text) {
    if (!text) return;
    const said = make("p", {}, text);
    this.#parts.announcer.append(said);
    setTimeout(() => said.remove(), HEARD_MS);
  }

  /** A notice above the composer, with what to do about it; alone while nothing is open. */
  #tell(message, ...actions) {
    const { notice } = this.#parts;
    this.#close(this.#lastTurn === 0);
    const leave = () => {
      this.#hideNotice();
      this.#parts.scroll.focus();
    };
    notice.replaceChildren(make("p", {}, message), choices(actions, leave));
    notice.hidden = false;
    this.#announce(message);
  }

  /** Without a conversation there is nothing to write to. */
  #close(isClosed) {
    const { chat, scroll, composer, menuButton, where } = this.#parts;
    chat.classList.toggle("closed", isClosed);
    for (const part of [scroll, composer, menuButton]) part.hidden = isClosed;
    where.hidden ||= isClosed;
  }

  #hideNotice() {
    this.#close(false);
    this.#parts.notice.hidden = true;
    this.#parts.notice.replaceChildren();
  }

  /** A word about what is being typed. */
  #say(message) {
    this.#parts.count.textContent = message;
    this.#parts.count.classList.add("alert");
    this.#announce(message);
  }

  #count() {
    const { text, count } = this.#parts;
    const typed = text.value.length;
    const shown = `${typed.toLocaleString("fr")} sur 2\u00a0000 caractères`;
    count.textContent = typed < COUNT_FROM ? "" : shown;
    count.classList.toggle("alert", typed > MOST_CHARACTERS);
  }

  // --- The menu and its dialogs, written by the server ------------------------------------------

  /** What can be done, in the present way of writing: `entries`, and dialogs by name. */
  async #learn() {
    const query = `reading=${this.#way}&shared=${this.#isShared}&seat=${this.#seat}`;
    if (!this.#menu) {
      const { status, data } = await call("GET", `/api/menu?${query}`);
      if (status === 200) this.#menu = data;
    }
    return this.#menu ?? {};
  }

  async #showMenu(isShown) {
    const { menu, menuButton } = this.#parts;
    if (isShown) {
      const { entries } = await this.#learn();
      if (!entries) return this.#tell(SENTENCES.away);
      menu.replaceChildren(...this.#entries(entries));
    }
    menu.hidden = !isShown;
    menuButton.ariaExpanded = isShown;
  }

  /** Entries one can use here; some are switches, some are groups. */
  #entries(entries) {
    const states = { aloud: this.#isAloud, dark: this.#isDark(), shared: this.#isShared };
    const isMissing = { aloud: !voice(), dark: this.#isThemed };
    const show = (entry) => {
      const { title, name, kind, entries } = entry;
      if (entries) return make("details", {}, make("summary", {}, title), this.#entries(entries));
      const press = () => (kind === "stay" ? this.#do(entry) : this.#fromMenu(() => this.#do(entry)));
      const isOn = states[name];
      return button(title, press, `bare ${kind}`, isOn !== undefined && { "aria-pressed": `${isOn}` });
    };
    return entries.filter(({ name }) => !isMissing[name]).map(show);
  }

  /** Does what an entry or a button of a dialog says: asks, sends, or changes how it looks here. */
  #do({ title, command, ask, request, own }, asked, code) {
    if (command) this.#command(command, title);
    if (ask) this.#ask(ask);
    if (request) this.#request(request, asked, code);
    this.#own[own]?.();
  }

  #own = {
    aloud: () => this.#readAloud(),
    dark: () => this.#darken(),
    larger: () => this.#resize(0.15),
    smaller: () => this.#resize(-0.15),
    listen: () => this.#hear(false),
    accompany: () => this.#accompany(),
  };

  /** A dialog, gone once closed, which all its buttons do first; `value`: what its field holds. */
  #ask(asked, value = "") {
    if (!asked) return this.#tell(SENTENCES.away);
    const { title, text, code, field, actions } = asked;
    const onkeydown = ({ key }) => key === "Enter" && dialog.querySelector(".main").click();
    const input = field && make("input", { id: "asked", value, autocomplete: "off", onkeydown });
    let goesOn = false;
    const press = (action) => () => {
      goesOn = action.request;
      this.#do(action, asked, input?.value);
    };
    const pairs = actions.map((action) => [action.title, press(action)]);
    const onclose = () => {
      dialog.remove();
      if (!goesOn && !this.#token && this.#parts.notice.hidden) this.#enter();
    };
    const dialog = make(
      "dialog",
      { "aria-label": title, onclose },
      make("h2", {}, title),
      code && make("p", { class: "code" }, code),
      make("p", {}, text),
      field && make("label", { for: "asked" }, field),
      input,
      choices(pairs, () => dialog.close()),
    );
    this.#parts.chat.append(dialog);
    dialog.showModal();
  }

  async #askCode(value) {
    this.#ask((await this.#learn()).code, value);
  }

  /** Asks the server; what it refuses is told in the dialog that asked, which opens again. */
  async #request({ method, path, body, then }, asked, code) {
    const { status, data } = await call(method, path, this.#token, body ?? (code && { code }));
    const message = data.message ?? SENTENCES.away;
    if (status >= 200 && status < 300) this.#got(data, then);
    else if (status === 401) this.#lose(message);
    else if (asked) this.#ask({ ...asked, text: message }, code);
    else this.#tell(message);
  }

  /** Goes on with an answer: another conversation, a computer that is shared, a file, a dialog. */
  #got(data, { ask, end, save, say } = {}) {
    if (end) {
      this.#lose(end);
      this.#parts.notice.focus();
    }
    if (ask) this.#ask({ ...data, ...ask });
    if (save) this.#save(save, data);
    if (say) this.#tell(say);
    if ("shared" in data) this.#keep(this.#token, data.shared);
    if (!data.token) return;
    this.#lose();
    this.#keep(data.token);
    this.#read();
  }

  #save(download, data) {
    const href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)]));
    make("a", { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), HEARD_MS);
  }

  #resize(step) {
    const size = Number(this.#browser.read("declic.size") ?? 1) + step;
    this.#browser.write("declic.size", String(Math.min(2, Math.max(0.7, size))));
    this.#dress();
  }

  #isDark() {
    const theme = this.getAttribute("theme");
    return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  #darken() {
    const theme = this.#isDark() ? "light" : "dark";
    this.setAttribute("theme", theme);
    this.#browser.write("declic.theme", theme);
  }

  // --- The voice -------------------------------------------------------------------------------

  #readAloud() {
    this.#isAloud = !this.#isAloud;
    this.#parts.hush.hidden = !this.#isAloud;
    speechSynthesis.cancel();
    this.#speak();
  }

  /** Reads the newest message. */
  #speak() {
    if (!this.#isAloud) return;
    const said = new SpeechSynthesisUtterance(this.#parts.turns.lastElementChild.innerText);
    said.voice = voice();
    said.lang = said.voice.lang;
    speechSynthesis.speak(said);
  }

  /** Writes what is said; asks once first where the browser sends the voice to its maker. */
  async #dictate() {
    if (this.#ear) return this.#ear.stop();
    const options = { langs: ["fr-FR"], processLocally: true };
    const isLocal = (await Recognition.available?.(options)) === "available";
    if (isLocal || this.#browser.read("declic.voice")) this.#hear(isLocal);
    else this.#ask((await this.#learn()).dictation);
  }

  #hear(isLocal) {
    const { text, mic } = this.#parts;
    const before = text.value && `${text.value} `;
    const ear = (this.#ear = new Recognition());
    if (!isLocal) this.#browser.write("declic.voice", "yes");
    Object.assign(ear, { lang: "fr-FR", interimResults: true, processLocally: isLocal });
    ear.onresult = ({ results }) => {
      text.value = before + [...results].map(([best]) => best.transcript).join("");
      this.#count();
    };
    ear.onend = () => {
      this.#ear = null;
      mic.ariaPressed = false;
    };
    mic.ariaPressed = true;
    ear.start();
  }

  /** Closes the menu, else the panel; a dialog in it closes by itself. */
  #escape(event) {
    const { chat, menu } = this.#parts;
    if (!menu.hidden) {
      event.preventDefault();
      this.#leaveMenu();
    } else if (chat.open && event.target.closest("dialog") === chat) chat.close();
  }

  #leaveMenu() {
    this.#showMenu(false);
    this.#parts.menuButton.focus();
  }

  #fromMenu(action) {
    this.#leaveMenu();
    action();
  }
}

customElements.define("declic-chat", DeclicChat);
if (!document.querySelector("declic-chat")) {
  const isInPlace = SCRIPT.dataset.mode !== "floating" && document.body.contains(SCRIPT);
  const chat = document.createElement("declic-chat");
  if (isInPlace) SCRIPT.after(chat);
  else document.body.append(chat);
}
}
