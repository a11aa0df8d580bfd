import Transfers
import Testing
