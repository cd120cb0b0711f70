// What the pages do beyond HTML. Everything here is a convenience: each page works without it.

function markBusy(event, busy) {
  event.detail.target?.setAttribute("aria-busy", String(busy));
}

export function start(designSystems) {
  designSystems.forEach((initAll) => initAll());
  document.body.addEventListener("htmx:beforeRequest", (event) => markBusy(event, true));
  document.body.addEventListener("htmx:afterRequest", (event) => markBusy(event, false));
  document.body.addEventListener("htmx:afterSwap", (event) => {
    designSystems.forEach((initAll) => initAll({ scope: event.detail.target }));
  });
}
