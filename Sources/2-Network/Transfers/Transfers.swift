import CTransfer
