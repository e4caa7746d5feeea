// Suggestions while typing. Without this file the field is an ordinary form and everything still works.
import "@u-elements/u-datalist";

const WAIT_MS = 120;

for (const form of document.querySelectorAll("form.place-search")) {
  const input = form.querySelector("input");
  const list = form.querySelector("u-datalist");
  let timer;
  let newest = 0;

  // u-datalist finds its field by `list`, which HTML keeps for <datalist> and forbids beside a role: so the attribute
  // is there only while u-datalist looks.
  input.removeAttribute("list");
  for (const type of ["focus", "click", "keydown"]) {
    window.addEventListener(type, ({ target }) => target === input && input.setAttribute("list", list.id), true);
    input.addEventListener(type, () => input.removeAttribute("list"));
  }

  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map(({ value, label }) => {
        const option = document.createElement("u-option");
        const what = document.createElement("span");
        option.value = value;
        what.textContent = label;
        option.append(value, " ", what);
        return option;
      }),
    );
  };

  const ask = async () => {
    const asked = ++newest;
    if (!input.value.trim()) return show([]);
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${new URLSearchParams({ q: input.value })}`);
      const { suggestions } = await answer.json();
      if (asked === newest) show(suggestions); // an older answer may come last
    } catch {
      // Typing on and pressing Enter still works.
    }
  };

  input.addEventListener("input", (event) => {
    if (!event.inputType || event.inputType === "insertReplacementText") return; // an option was chosen
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  list.addEventListener("click", () => setTimeout(() => form.requestSubmit()));
}
