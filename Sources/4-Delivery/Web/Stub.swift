import HummingbirdTLS
import Metrics
import NIOSSL
