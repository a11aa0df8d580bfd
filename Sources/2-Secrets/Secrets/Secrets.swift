import CArgon2
import Crypto
import CryptoExtras
