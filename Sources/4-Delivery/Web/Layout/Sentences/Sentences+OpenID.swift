extension Sentences {
  static let openID: [String: Sentence] = [
    "openid.settings": Sentence(
      title: "A configuração do provedor de identidade não serve",
      text: "O valor de {setting} está vazio, malformado ou inseguro. Corrija-o na configuração e reinicie."),
    "openid.unreachable": Sentence(
      title: "O provedor de identidade não respondeu",
      text:
        "Ele pode estar fora do ar, ou a rede do servidor não o alcança. Tente de novo em alguns minutos, ou "
        + "entre com e-mail e senha."),
    "openid.encryption": Sentence(
      title: "A conexão com o provedor de identidade não é segura",
      text:
        "O certificado dele não pôde ser verificado, e nada foi enviado. Avise o administrador: talvez falte "
        + "indicar a autoridade certificadora na configuração."),
    "openid.insecure": Sentence(
      title: "O provedor de identidade oferece endereços sem criptografia",
      text: "Por segurança, o Prumo só conversa com ele por https. Avise o administrador."),
    "openid.unexpected": Sentence(
      title: "O provedor de identidade respondeu de um modo inesperado",
      text: "A resposta ({part}) não segue o padrão OpenID Connect. Tente de novo; se continuar, avise o "
        + "administrador."),
    "openid.issuer": Sentence(
      title: "A resposta veio de outro provedor",
      text:
        "O emissor não é o que está na configuração, letra por letra. Comece a entrada de novo; se continuar, "
        + "avise o administrador."),
    "openid.state": Sentence(
      title: "Esta entrada não foi começada aqui",
      text:
        "A resposta não corresponde a um pedido deste navegador, ou o pedido já tinha sido usado. Comece a "
        + "entrada de novo."),
    "openid.refused": Sentence(
      title: "O provedor de identidade não concluiu a entrada",
      text:
        "O motivo informado foi “{reason}”. Se você não cancelou, comece de novo ou avise o administrador."),
    "openid.codeRefused": Sentence(
      title: "O prazo para entrar passou",
      text: "O código do provedor vale poucos minutos e uma vez só. Comece a entrada de novo."),
    "openid.client": Sentence(
      title: "O provedor de identidade não reconhece o Prumo",
      text:
        "A credencial do programa foi recusada. Avise o administrador: é preciso conferir o identificador e o "
        + "segredo do cliente na configuração."),
    "openid.signature": Sentence(
      title: "A assinatura do provedor não confere",
      text:
        "O comprovante de identidade não foi assinado com uma chave que o provedor publica, e foi recusado. "
        + "Comece de novo; se continuar, avise o administrador."),
    "openid.audience": Sentence(
      title: "O comprovante foi feito para outro sistema",
      text:
        "O provedor enviou a identidade para outro destinatário, e ela foi recusada. Avise o administrador."),
    "openid.expired": Sentence(
      title: "O comprovante de identidade está fora do prazo",
      text: "Comece a entrada de novo. Se continuar, o relógio do servidor pode estar errado: avise o "
        + "administrador."),
    "openid.nonce": Sentence(
      title: "O comprovante é de outra entrada",
      text: "Ele não foi feito para este pedido e pode ter sido repetido. Comece a entrada de novo."),
    "openid.noEmail": Sentence(
      title: "O provedor não informou um e-mail",
      text:
        "Sem ele não é possível achar o seu cadastro. Autorize o envio do e-mail ao entrar, ou cadastre um na "
        + "sua conta do provedor."),
    "openid.emailNotVerified": Sentence(
      title: "O seu e-mail ainda não foi confirmado no provedor",
      text: "Confirme-o na sua conta do provedor de identidade e entre de novo."),
    "identity.noProvider": Sentence(
      title: "Este provedor de identidade não está configurado",
      text: "Ele pode ter sido retirado. Entre com e-mail e senha.",
      link: Anchor(label: "Entrar", href: "/entrar")),
    "identity.ownAddress": Sentence(
      title: "O endereço deste Prumo não pôde ser lido",
      text: "Abra o Prumo pelo endereço que o seu estado divulga, e comece de novo."),
    "identity.unknown": Sentence(
      title: "Esta identidade ainda não está ligada a uma conta",
      text:
        "O provedor confirmou quem você é, mas nenhuma conta do Prumo está ligada a essa identidade. Se você tem conta, "
        + "entre com e-mail e senha e ligue-a em Minha conta. Se não tem, peça um convite ao administrador do seu estado.",
      link: Anchor(label: "Entrar com e-mail e senha", href: "/entrar")),
    "identity.taken": Sentence(
      title: "Esta identidade já é de outra conta",
      text: "Cada pessoa tem uma conta só. Se as duas são suas, fale com o administrador do seu estado."),
    "identity.otherLinked": Sentence(
      title: "A sua conta já está ligada a outra identidade deste provedor",
      text: "Desligue a anterior em Minha conta antes de ligar esta.",
      link: Anchor(label: "Minha conta", href: "/conta")),
    "identity.notLinked": Sentence(
      title: "A sua conta não está ligada a este provedor", text: "Não há o que desligar."),
    "identity.onlyWay": Sentence(
      title: "Este é o seu único jeito de entrar",
      text: "A sua conta ainda não tem senha. Peça um link em Esqueci a senha, escolha uma, e então desligue."
    ),
  ]
}
