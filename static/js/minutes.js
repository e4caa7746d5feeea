// Saves what is typed while somebody writes, and keeps in this window what could not be saved: a lost connection or an
// ended session loses nothing. Without this file the page saves when Save is pressed, and everything still works.
const PAUSE_MS = 2500;
const RETRY_MS = 15000;
const SAVED_BY_ITSELF = /^s\d+-(discussion|conclusion)$/;

const form = document.querySelector("form[data-autosave]");
const words = document.getElementById("minutes-words").dataset;
const status = form.querySelector("[data-status]");
const notice = form.querySelector("[data-kept]");
const login = form.querySelector("[data-login]");
const PREFIX = "minutes.";
const key = `${PREFIX}${form.dataset.key}`;

const prefixOf = (name) => name.split("-")[0];
const seenOf = (name) => form.elements[`${prefixOf(name)}-seen`];
const isWritten = ({ name, type }) => /^\w+-\w+$/.test(name) && !["hidden", "checkbox", "radio"].includes(type);
const controls = () => [...form.elements].filter(isWritten);

// What the server has, by the name of the control.
const stored = new Map(controls().map((control) => [control.name, control.value]));
const isFresh = () => !form.querySelector(".conflict, .ds-error-summary, .ds-alert");
let timer;
let isSaving = false;

const unsaved = () => controls().filter(({ name, value }) => value !== (stored.get(name) ?? ""));

const tell = (text) => {
  if (status.textContent !== text) status.textContent = text; // not read aloud again when nothing is new
};

const keep = () => {
  const kept = unsaved().map(({ name, value }) => [name, { value, seen: seenOf(name)?.value ?? "" }]);
  if (kept.length) sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
  else sessionStorage.removeItem(key);
};

const later = (wait = PAUSE_MS) => {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
};

const renewToken = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), "text/html");
  const token = page.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
  if (token) form.elements.csrfmiddlewaretoken.value = token.value;
  return Boolean(token);
};

const send = (texts) => {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const prefix of new Set(texts.map(({ name }) => prefixOf(name)))) {
    for (const name of ["seen", "discussion", "conclusion"]) {
      body.set(`${prefix}-${name}`, form.elements[`${prefix}-${name}`].value);
    }
  }
  return fetch(form.dataset.autosave, { method: "POST", body, redirect: "manual" });
};

const isJson = (answer) => answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json");

const note = (texts, sent, { saved, held, at }) => {
  for (const { name } of texts) {
    const version = saved[prefixOf(name)];
    if (version === undefined) continue;
    stored.set(name, sent.get(name));
    seenOf(name).value = version;
  }
  const why = Object.values(held);
  if (why.length) tell(`${why.join(" ")} ${words.held}`);
  else tell(unsaved().length ? words.unsaved : words.saved.replace("%s", at));
};

const save = async () => {
  const texts = unsaved().filter(({ name }) => SAVED_BY_ITSELF.test(name));
  if (isSaving || !texts.length || !isFresh()) return;
  isSaving = true;
  const sent = new Map(texts.map(({ name, value }) => [name, value]));
  try {
    let answer = await send(texts);
    if (!isJson(answer) && (await renewToken())) answer = await send(texts); // logged in again in another tab
    login.hidden = isJson(answer);
    if (isJson(answer)) note(texts, sent, await answer.json());
    else {
      tell(words.ended);
      later(RETRY_MS);
    }
  } catch {
    tell(words.offline);
    later(RETRY_MS);
  } finally {
    isSaving = false;
    keep();
  }
  if (unsaved().some(({ name, value }) => SAVED_BY_ITSELF.test(name) && sent.get(name) !== value)) later();
};

const restore = (kept) => {
  for (const [name, { value, seen }] of Object.entries(kept)) {
    const control = form.elements[name];
    if (!control) continue;
    control.value = value;
    if (seenOf(name) && seen) seenOf(name).value = seen; // so that what others wrote meanwhile is noticed
  }
  later(0);
};

// Saving tidies a text a little, and gives a row that was new another name.
const tidied = (value) => value.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const offer = () => {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const there = new Set(controls().map(({ name, value }) => `${name.split("-")[1]}: ${tidied(value)}`));
  const missing = Object.entries(kept).filter(
    ([name, { value }]) => form.elements[name] && !there.has(`${name.split("-")[1]}: ${tidied(value)}`),
  );
  if (!missing.length) return sessionStorage.removeItem(key);
  notice.hidden = false;
  notice.focus();
  notice.querySelector("[data-restore]").addEventListener("click", () => {
    restore(Object.fromEntries(missing));
    notice.hidden = true;
    form.elements[missing[0][0]].focus();
  });
  notice.querySelector("[data-forget]").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    notice.hidden = true;
  });
};

// What another user of this window had not saved is theirs, and not for whoever came after them.
const own = `${PREFIX}${form.dataset.key.split(".")[0]}.`;
for (const name of Object.keys(sessionStorage)) {
  if (name.startsWith(PREFIX) && !name.startsWith(own)) sessionStorage.removeItem(name);
}

login.querySelector("a").href = form.action;
if (isFresh()) offer();
form.addEventListener("input", () => {
  if (!notice.hidden) notice.hidden = true; // whoever writes on has decided
  keep();
  tell(unsaved().length ? words.unsaved : "");
  later();
});
form.addEventListener("submit", () => clearTimeout(timer));
window.addEventListener("online", () => later(0));
