#include "CTransfer.h"
#include <curl/curl.h>
int prumo_transfer_version(void) { return LIBCURL_VERSION_NUM; }
