// Shows how far an upload is and lets a person cancel it. Without this script the form works the same, without the bar.
"use strict";

(() => {
  const form = document.getElementById("envio");
  const file = document.getElementById("arquivo");
  const area = document.getElementById("andamento");
  const words = document.getElementById("andamento-texto");
  const bar = document.getElementById("andamento-barra");
  const cancel = document.getElementById("andamento-cancelar");
  if (!form || !file || !area || !words || !bar || !cancel || !window.FormData) return;

  const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1 });
  const bytes = (count) =>
    count >= 1e9 ? `${number.format(count / 1e9)} GB`
    : count >= 1e6 ? `${number.format(count / 1e6)} MB`
    : `${number.format(count / 1e3)} KB`;

  // The browser's own words for choosing a file are in the browser's language; these are in ours.
  const chosen = document.getElementById("arquivo-nome");
  const name = () => {
    const first = file.files && file.files[0];
    chosen.textContent = first ? `${first.name} · ${bytes(first.size)}` : chosen.dataset.empty;
  };
  if (chosen) {
    file.closest(".field").classList.add("field-chooser");
    file.addEventListener("change", name);
    name();
  }

  const buttons = () => form.querySelectorAll('button[type="submit"]');

  const show = (text, percent) => {
    words.textContent = text;
    if (percent === null) bar.removeAttribute("value");
    else bar.value = percent;
  };

  const end = (text) => {
    show(text, 0);
    bar.hidden = true;
    cancel.hidden = true;
    buttons().forEach((button) => { button.disabled = false; });
  };

  // The answer is a page: either we were led to another address, or it stands in place of this one's content.
  const follow = (request, asked) => {
    if (request.responseURL && request.responseURL !== asked) {
      window.location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const content = answer.querySelector("main");
    if (!content) return end("O programa não respondeu como devia. Veja a lista de cargas.");
    document.title = answer.title;
    document.querySelector("main").replaceWith(document.adoptNode(content));
    content.focus();
    window.scrollTo(0, 0);
  };

  form.addEventListener("submit", (event) => {
    if (!file.files || file.files.length === 0) return;
    event.preventDefault();
    const asked = new URL(event.submitter?.getAttribute("formaction") || form.getAttribute("action"), window.location.href).href;
    const request = new XMLHttpRequest();
    const began = Date.now();
    request.open("POST", asked);
    request.upload.addEventListener("progress", (step) => {
      if (!step.lengthComputable) return show(`Enviados ${bytes(step.loaded)}`, null);
      const share = step.loaded / step.total;
      const seconds = (Date.now() - began) / 1000;
      const left = share > 0 && seconds > 2 ? Math.ceil(seconds / share - seconds) : null;
      const rest = left === null || share >= 1 ? "" : left < 90 ? ` · faltam cerca de ${left} s` : ` · faltam cerca de ${Math.ceil(left / 60)} min`;
      show(
        share >= 1 ? "Enviado. Terminando de ler e gravar…"
          : `${Math.floor(share * 100)} % · ${bytes(step.loaded)} de ${bytes(step.total)}${rest}`,
        share >= 1 ? null : share * 100);
    });
    request.addEventListener("load", () => follow(request, asked));
    request.addEventListener("error", () => end("A conexão caiu no meio do envio. Nada foi gravado; tente de novo."));
    request.addEventListener("abort", () => end("Envio cancelado. Nada foi gravado."));
    cancel.onclick = () => request.abort();
    area.hidden = false;
    bar.hidden = false;
    cancel.hidden = false;
    buttons().forEach((button) => { button.disabled = true; });
    show("Enviando…", 0);
    request.send(new FormData(form));
  });
})();
