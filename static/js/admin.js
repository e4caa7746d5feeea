// The admin works without this: then each inline has one empty row, and rows of a list are ticked one by one.
const numbered = (html, index) => html.replaceAll("__prefix__", index);

for (const group of document.querySelectorAll("[data-formset]")) {
  const template = group.querySelector("template");
  const add = group.querySelector("[data-add]");
  if (!template || !add) continue;
  const total = group.querySelector(`[name="${group.dataset.formset}-TOTAL_FORMS"]`);
  const most = Number(group.querySelector(`[name="${group.dataset.formset}-MAX_NUM_FORMS"]`)?.value || 1000);
  const rows = group.querySelector("[data-rows]");
  const show = () => { add.hidden = Number(total.value) >= most; };

  add.addEventListener("click", () => {
    rows.insertAdjacentHTML("beforeend", numbered(template.innerHTML, total.value));
    total.value = Number(total.value) + 1;
    rows.lastElementChild.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    show();
  });

  // Only the last row shows the button for this: the numbers of the others are in their names.
  rows.addEventListener("click", (event) => {
    if (!event.target.closest("[data-remove]")) return;
    rows.lastElementChild.remove();
    total.value = Number(total.value) - 1;
    add.focus();
    show();
  });
  show();
}

const tickAll = document.querySelector("[data-tick-all]");
if (tickAll) {
  const boxes = [...document.querySelectorAll("input.action-select")];
  tickAll.closest("label").hidden = !boxes.length;
  tickAll.addEventListener("change", () => boxes.forEach((box) => { box.checked = tickAll.checked; }));
}
