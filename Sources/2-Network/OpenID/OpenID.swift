import Transfers
import Secrets
