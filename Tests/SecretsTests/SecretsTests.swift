import Secrets
import Testing
