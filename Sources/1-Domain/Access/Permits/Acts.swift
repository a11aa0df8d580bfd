// The acts of today. Each belongs to one permission; a use case asks for its permit by name.

public enum LoadFiles: Act {
  public static let permission = Permission.loadsWrite
}

public enum ChooseClock: Act {
  public static let permission = Permission.clockChoose
}

public enum ChangePeople: Act {
  public static let permission = Permission.peopleWrite
}

public enum GrantRoles: Act {
  public static let permission = Permission.roleGrant
}

public enum AnswerPrivacyRequests: Act {
  public static let permission = Permission.privacyWrite
}
