import OpenID
import Testing
