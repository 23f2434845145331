/*
 * Hands a conversation that has just begun to the chat, where the chat of this tab looks first.
 * What waited to be sent in this tab was of another conversation. Where the browser keeps nothing,
 * the page stays, and says how to go on.
 */

"use strict";

try {
  const { token, to = "/" } = document.currentScript.dataset;
  sessionStorage.setItem("declic.token", token);
  sessionStorage.removeItem("declic.outbox");
  location.replace(to);
} catch {}
