// Zooms the time axis: buttons, or the plus, minus and arrow keys while it has the focus. Opens the release a link points into.
"use strict";
for (const figure of document.querySelectorAll("figure[data-axis]")) {
  const svg = figure.querySelector("svg");
  const whole = svg.viewBox.baseVal.width;
  let left = 0, wide = whole;
  const show = () => {
    wide = Math.min(whole, Math.max(whole / 400, wide));
    left = Math.min(whole - wide, Math.max(0, left));
    svg.setAttribute("viewBox", `${left} 0 ${wide} ${svg.viewBox.baseVal.height}`);
    const scale = wide / svg.clientWidth; // dots stay round and labels upright at every width
    for (const dot of svg.querySelectorAll("ellipse")) dot.setAttribute("rx", dot.getAttribute("ry") * scale);
    let taken = -Infinity;
    for (const label of svg.querySelectorAll("text")) { // where labels would stand on each other some are left out
      label.setAttribute("transform", `translate(${label.dataset.x} ${label.dataset.y}) scale(${scale} 1)`);
      const fits = label.dataset.x - taken > 56 * scale;
      label.style.visibility = fits ? "" : "hidden";
      if (fits) taken = Number(label.dataset.x);
    }
  };
  addEventListener("resize", show);
  show();
  const zoom = factor => { const middle = left + wide / 2; wide *= factor; left = middle - wide / 2; show(); };
  const move = part => { left += wide * part; show(); };
  const keys = { "+": () => zoom(.5), "=": () => zoom(.5), "-": () => zoom(2), ArrowLeft: () => move(-.25), ArrowRight: () => move(.25) };
  figure.addEventListener("keydown", event => { if (keys[event.key]) { keys[event.key](); event.preventDefault(); } });
  for (const button of figure.querySelectorAll("button")) button.addEventListener("click", () => keys[button.dataset.key]());
}
const open = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.closest("details");
  if (details) { details.open = true; target.scrollIntoView({ block: "center" }); }
};
addEventListener("hashchange", open);
let closed = [];
addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details:not([open])")]; closed.forEach(one => { one.open = true; }); });
addEventListener("afterprint", () => closed.forEach(one => { one.open = false; }));
open();
