extension Sentences {
  static let accounts: [String: Sentence] = signIn.merging(links) { $1 }.merging(persons) { $1 }
    .merging(grants) { $1 }

  private static let signIn: [String: Sentence] = [
    "signIn.wrong": Sentence(
      title: "E-mail ou senha não conferem",
      text: "Confira os dois e tente de novo. Se não lembra a senha, peça uma nova abaixo."),
    "signIn.ended": Sentence(
      title: "O seu acesso terminou",
      text:
        "A conta acaba com o cargo. Se você continua no trabalho, peça ao administrador do seu estado que a "
        + "renove."),
    "signIn.tooMany": Sentence(
      title: "Tentativas demais",
      text:
        "Daqui vieram muitas tentativas erradas. Espere {minutes} min e tente de novo; a sua conta não foi "
        + "bloqueada, e de um navegador em que você já entrou pode tentar agora."),
    "signIn.stepOver": Sentence(
      title: "Esta entrada expirou",
      text:
        "Passou tempo demais desde a senha, ou o código foi errado vezes demais. Entre de novo com a senha.",
      link: Anchor(label: "Entrar de novo", href: "/entrar")),
    "signIn.wrongCode": Sentence(
      title: "O código não confere",
      text: "Use o código que o aplicativo mostra agora; cada código serve uma vez só. Confira também se o "
        + "relógio do celular está certo."),
    "signIn.codeTooMany": Sentence(
      title: "Códigos errados demais",
      text:
        "Por segurança, novos códigos só serão aceitos daqui a {minutes} min. De um navegador em que você já "
        + "entrou pode tentar agora."),
    "password.wrong": Sentence(
      title: "A senha atual não confere", text: "Digite a senha com que você entra hoje. Nada foi mudado."),
    "secondFactor.already": Sentence(
      title: "O segundo fator já está ativo",
      text:
        "Para trocar de celular, desative-o com um código do celular antigo ou de recuperação e ative de novo."
    ),
    "secondFactor.none": Sentence(
      title: "O segundo fator não está ativo", text: "Não há o que desativar ou renovar."),
    "secondFactor.needed": Sentence(
      title: "O seu papel pede o segundo fator",
      text:
        "Enquanto você tiver um papel que vê dados de todo o território, ele não pode ser desativado. Para "
        + "trocar de celular, fale com o administrador."),
    "session.unknown": Sentence(
      title: "Esta sessão não existe mais", text: "Ela já foi encerrada ou expirou."),
  ]

  private static let links: [String: Sentence] = [
    "link.unknown": Sentence(
      title: "Este endereço não vale",
      text:
        "Ele não está completo, ou um mais novo tomou o seu lugar. Confira se foi copiado inteiro; senão, peça "
        + "outro a quem o enviou."),
    "link.used": Sentence(
      title: "Este endereço já foi usado",
      text:
        "Ele só serve uma vez. Se foi você, entre com o e-mail e a senha que escolheu; se não foi, avise o "
        + "administrador.", link: Anchor(label: "Entrar", href: "/entrar")),
    "link.expired": Sentence(
      title: "Este endereço expirou",
      text: "Passou o prazo em que podia ser usado. Peça outro a quem o enviou."),
  ]

  private static let persons: [String: Sentence] = [
    "person.nameMissing": Sentence(
      title: "Falta o nome", text: "Escreva o nome da pessoa, como no trabalho."),
    "person.nameTooLong": Sentence(
      title: "O nome é longo demais", text: "Ele pode ter até {limit} letras."),
    "person.nameUnreadable": Sentence(
      title: "O nome tem sinais que não são letras", text: "Escreva-o de novo, sem copiar de outro lugar."),
    "person.emailUnreadable": Sentence(
      title: "Isto não parece um e-mail", text: "Escreva o endereço inteiro, como nome@exemplo.gov.br."),
    "person.emailTaken": Sentence(
      title: "Este e-mail já é de outra conta",
      text: "Cada conta tem o seu. Se a pessoa já tem conta, dê-lhe o papel em vez de uma conta nova."),
    "person.unknown": Sentence(
      title: "Pessoa não encontrada",
      text: "Não há ninguém com este endereço de página entre as pessoas do seu território."),
    "person.notActive": Sentence(
      title: "Esta conta não está ativa",
      text: "Ela terminou, ou ainda espera que a pessoa aceite o convite. Convide a pessoa de novo."),
    "person.notInvited": Sentence(
      title: "Não há convite a renovar",
      text: "A pessoa já aceitou o convite, ou a conta terminou. Atualize a página."),
    "person.alreadyEnded": Sentence(
      title: "Esta conta já terminou", text: "Para que a pessoa volte, convide-a de novo."),
    "person.oneself": Sentence(
      title: "A própria conta não se muda aqui",
      text: "Outro administrador precisa fazer isso. O que você pode mudar sozinho está em Minha conta.",
      link: Anchor(label: "Minha conta", href: "/conta")),
    "person.otherPlaces": Sentence(
      title: "Esta pessoa também trabalha em outro território",
      text: "Você pode retirar os papéis que ela tem no seu. Encerrar a conta cabe a quem cuida de todos os "
        + "lugares dela."),
    "person.moreRights": Sentence(
      title: "Esta pessoa pode mais do que você",
      text:
        "Quem abre a conta de outra pessoa passa a poder tudo o que ela pode. Peça a um administrador que "
        + "cuide de todos os lugares dela."),
    "person.lastAdministrator": Sentence(
      title: "É o último administrador",
      text: "Sem ele ninguém mais poderia convidar pessoas em {place}. Dê antes o papel a outra pessoa."),
    "person.postOver": Sentence(
      title: "O fim do cargo já passou",
      text: "Escolha hoje ou um dia que ainda vem; para tirar o acesso agora, encerre a conta."),
  ]

  private static let grants: [String: Sentence] = [
    "invitation.noRole": Sentence(
      title: "Falta o papel", text: "Escolha o que a pessoa vai fazer, e em que lugar."),
    "role.toOneself": Sentence(
      title: "Ninguém dá um papel a si mesmo", text: "Peça a outro administrador."),
    "role.placeOutside": Sentence(
      title: "O lugar fica fora do seu território",
      text: "Você dá papéis nos lugares de que cuida. Para este, fale com o administrador de lá."),
    "role.moreThanOwn": Sentence(
      title: "Este papel pode mais do que você",
      text: "O papel “{role}” inclui o que você mesmo não pode nesse lugar, e por isso não pode dá-lo."),
    "role.placeUnknown": Sentence(
      title: "Este lugar não existe", text: "Confira o código do município ou da região."),
    "role.already": Sentence(
      title: "A pessoa já tem este papel",
      text: "O papel “{role}” já vale nesse lugar e nesses dias. Nada foi mudado."),
    "role.validityPast": Sentence(
      title: "A validade já passou", text: "Escolha como último dia hoje ou um dia que ainda vem."),
    "role.unknown": Sentence(
      title: "Papel não encontrado", text: "Ele já foi retirado, ou é de um lugar fora do seu território."),
    "viewAs.oneself": Sentence(
      title: "Você já vê como você mesmo", text: "Escolha outra pessoa."),
    "viewAs.moreRights": Sentence(
      title: "Esta pessoa vê mais do que você",
      text: "Só se pode ver como quem tem os mesmos lugares e permissões, ou menos."),
  ]
}
