// Shows how far an upload is and lets a person cancel it. Without this script the form works the same, without the bar.
"use strict";

(() => {
  const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1 });
  const bytes = (count) =>
    count >= 1e9 ? `${number.format(count / 1e9)} GB`
    : count >= 1e6 ? `${number.format(count / 1e6)} MB`
    : `${number.format(count / 1e3)} KB`;

  const left = (seconds, share) => {
    if (share <= 0 || share >= 1 || seconds < 2) return "";
    const rest = Math.ceil(seconds / share - seconds);
    return rest < 90 ? ` · faltam cerca de ${rest} s` : ` · faltam cerca de ${Math.ceil(rest / 60)} min`;
  };

  // The answer is a page: either we were led to another address, or it stands in place of this one's content.
  const follow = (request, asked, end) => {
    if (request.responseURL && request.responseURL !== asked) {
      window.location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const content = answer.querySelector("main");
    if (!content) return end("O programa não respondeu como devia. Veja a lista de cargas.");
    document.title = answer.title;
    document.querySelector("main").replaceWith(document.adoptNode(content));
    attach();
    content.focus();
    window.scrollTo(0, 0);
  };

  const attach = () => {
    const part = (id) => document.getElementById(id);
    const form = part("envio");
    if (!form) return;
    const file = part("arquivo");
    const chosen = part("arquivo-nome");
    const area = part("andamento");
    const words = part("andamento-texto");
    const bar = part("andamento-barra");
    const cancel = part("andamento-cancelar");
    const buttons = form.querySelectorAll('button[type="submit"]');

    // The browser's own words for choosing a file are in the browser's language; these are in ours.
    const name = () => {
      const first = file.files && file.files[0];
      chosen.textContent = first ? `${first.name} · ${bytes(first.size)}` : chosen.dataset.empty;
    };
    file.closest(".field").classList.add("field-chooser");
    file.addEventListener("change", name);
    name();

    const show = (text, percent) => {
      words.textContent = text;
      if (percent === null) bar.removeAttribute("value");
      else bar.value = percent;
    };

    const end = (text) => {
      show(text, 0);
      bar.hidden = true;
      cancel.hidden = true;
      buttons.forEach((button) => { button.disabled = false; });
    };

    form.addEventListener("submit", (event) => {
      if (!file.files || file.files.length === 0) return;
      event.preventDefault();
      const address = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
      const asked = new URL(address, window.location.href).href;
      const request = new XMLHttpRequest();
      const began = Date.now();
      request.open("POST", asked);
      request.upload.addEventListener("progress", (step) => {
        if (!step.lengthComputable) return show(`Enviados ${bytes(step.loaded)}`, null);
        const share = step.loaded / step.total;
        if (share >= 1) return show("Enviado. Terminando de ler e gravar…", null);
        const rest = left((Date.now() - began) / 1000, share);
        show(`${Math.floor(share * 100)} % · ${bytes(step.loaded)} de ${bytes(step.total)}${rest}`, share * 100);
      });
      request.addEventListener("load", () => follow(request, asked, end));
      request.addEventListener("error", () => end("A conexão caiu no meio do envio. Nada foi gravado; tente de novo."));
      request.addEventListener("abort", () => end("Envio cancelado. Nada foi gravado."));
      cancel.onclick = () => request.abort();
      area.hidden = false;
      bar.hidden = false;
      cancel.hidden = false;
      buttons.forEach((button) => { button.disabled = true; });
      show("Enviando…", 0);
      request.send(new FormData(form));
    });
  };

  attach();
})();
