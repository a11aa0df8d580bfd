extension Sentences {
  static let access: [String: Sentence] = [
    "access.signInNeeded": Sentence(
      title: "Entre para continuar",
      text: "Esta página é de quem trabalha com o Prumo. Entre com o seu e-mail e senha e peça de novo.",
      link: Anchor(label: "Entrar", href: "/entrar")),
    "access.notAllowed": Sentence(
      title: "Esta página não faz parte do seu acesso",
      text: "Seu papel ou o seu território não inclui o que foi pedido. Se precisa dele no trabalho, peça ao "
        + "administrador do seu estado."),
    "access.secondFactorNeeded": Sentence(
      title: "Falta o segundo fator",
      text: "O seu papel vê dados de todo o território e por isso pede um código do celular a cada entrada. "
        + "Ative-o em Minha conta e entre de novo.",
      link: Anchor(label: "Ativar o segundo fator", href: "/conta/segundo-fator")),
    "access.onlyViewing": Sentence(
      title: "Você está vendo como outra pessoa",
      text: "Neste modo nada pode ser gravado. Volte a ser você mesmo para mudar alguma coisa."),
    "role.levelNotOffered": Sentence(
      title: "Este papel não existe nesse tipo de lugar",
      text: "O papel “{role}” não pode ser dado no lugar escolhido. Veja na tabela de papéis onde ele vale."),
    "role.sectorNeeded": Sentence(
      title: "Falta o setor", text: "O papel “{role}” precisa dizer o setor: assistência, educação ou saúde."),
    "role.sectorNotOffered": Sentence(
      title: "Este papel não tem setor",
      text: "O papel “{role}” vale para todos os setores; deixe o setor em branco."),
    "role.validityReversed": Sentence(
      title: "O fim vem antes do começo",
      text: "A data final do papel precisa ser igual ou posterior à inicial."),
    "roles.repeated": Sentence(
      title: "A tabela de papéis repete um papel",
      text: "{role} aparece duas vezes. Corrija o catálogo e reinicie."),
    "roles.missing": Sentence(
      title: "Falta um papel na tabela de papéis", text: "{role} não está no catálogo. Corrija-o e reinicie."),
  ]
}
